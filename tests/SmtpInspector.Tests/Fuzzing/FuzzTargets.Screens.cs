using System.Text;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tests.Terminal;

namespace SmtpInspector.Tests.Fuzzing;

/// <summary>
/// Keys and screens: any octets of a keyboard or a peer. The terminal behind them knows only what the toolkit may
/// send, and fails at everything else.
/// </summary>
static partial class FuzzTargets
{
    static readonly byte[][] Typed =
    [
        .. ((string[])
        [
            "EHLO me\r", "\e[A\e[B\e[C\e[D", "\e[1;5C\e[3~\e[H\e[F", "\eOP\eOQ\e[15~\e[24;2~", "\e[200~pasted\r\ntext\e[201~", "\e[<0;10;5M\e[<0;10;5m\e[<64;1;1M",
            "\e[97;5u\e[13;2u\e[57399;1:3u", "\e[I\e[O", "\e[?62;22c\e[?2026;2$y\eP1$r0m\e\\", "\e]11;rgb:ffff/0000/1234\a", "\x01\x05\x0b\x17\x12ehlo\x07\t\t\r\x03\x04\x1a", "\u00e4\u6f22\ud83d\ude00e\u0301\u200d\u202e",
            "\e\e[A\ea\e\x7f\e[Z\e[5~\e[6~",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    static readonly string[] KeyWords =
    [
        "\e", "\e[", "\eO", "\e]", "\eP", "\e_", "\e\\", "\a", "~", ";", "?", "<", "M", "m", "u", "c", "R", "\e[200~", "\e[201~", "\r", "\n", "\t", "\b", "\x7f", "\0", "\x03", "\x04", "\x12", "\x17", "\x1a", "\x18",
        "\u00ff", "\u00c3", "\u00e2\u0082", "\u00f0\u009f\u0098\u0080", "1", "12", ":", "$y", "\u009b", "A", "a", " ", "EHLO ", "MAIL FROM:<",
    ];

    static FuzzTarget[] Screens =>
    [
        new("keys in any pieces are the same keys", 5000, random => Mutator.Mutate(random, Typed, KeyWords), KeysInPieces),
        new("no keys and nothing a peer says bring a line editor to write what is unsafe", 1500, random => Mutator.Mutate(random, Typed, KeyWords), LineEditorIsSafe),
        new("no keys and nothing a peer says bring a full screen to write what is unsafe", 300, random => Mutator.Mutate(random, random.Next(2) == 0 ? Typed : Corpus.Wire, KeyWords), ScreenIsSafe),
    ];

    static void KeysInPieces(byte[] input)
    {
        var chance = ChanceOf(input);
        var whole = new List<TerminalEvent>();
        var decoder = new KeyDecoder(whole.Add);
        decoder.Feed(input);
        decoder.Flush();
        var pieces = new List<TerminalEvent>();
        decoder = new KeyDecoder(pieces.Add);
        for (var at = 0; at < input.Length;)
        {
            var length = Math.Min(1 + chance.Next(6), input.Length - at);
            decoder.Feed(input.AsSpan(at, length));
            at += length;
        }

        decoder.Flush();
        Assert.Equal(whole, pieces);
    }

    static List<TerminalEvent> Keys(byte[] input)
    {
        var events = new List<TerminalEvent>();
        var decoder = new KeyDecoder(events.Add);
        decoder.Feed(input);
        decoder.Flush();
        return events;
    }

    static void LineEditorIsSafe(byte[] input)
    {
        var chance = ChanceOf(input);
        var terminal = new VirtualTerminal(24, 7);
        var editor = new LineEditor(terminal, new TerminalSize(24, 7), ColorDepth.TrueColor)
        {
            Prompt = StyledLine.Of("C: "),
            Input = LineInput.Empty with
            {
                History = History.Of(["EHLO me.example", Encoding.UTF8.GetString(input), "QUIT"]),
                Completer = (text, caret) => CommandSuggestions(text, caret, input),
            },
        };
        editor.Draw();
        foreach (var key in Keys(input))
        {
            editor.Handle(key);
            switch (chance.Next(4))
            {
                case 0:
                    editor.PrintAbove(StyledLine.Of(Safe.FromBytes(input.AsSpan(chance.Next(input.Length + 1)))));
                    break;
                case 1:
                    editor.Below = [StyledLine.Of(Safe.FromBytes(input))];
                    break;
                case 2 when chance.Next(5) == 0:
                    editor.Hide();
                    editor.Resume();
                    break;
            }

            editor.Draw();
        }
    }

    static CompletionSet CommandSuggestions(string text, int caret, byte[] input) =>
        new(Math.Max(0, caret - 1), [new Completion("EHLO"), new Completion(Encoding.UTF8.GetString(input)), new Completion(text)]);

    static void ScreenIsSafe(byte[] input)
    {
        var chance = ChanceOf(input);
        input = input.Length > 300 ? input[..300] : input;
        var said = Encoding.UTF8.GetString(input);
        var palette = Palette.Open(said, [new("a", said, said, said, said), new("b", "Send", "F5"), new("c", said[..(said.Length / 2)])]);
        var form = new Form
        {
            Title = said,
            Text = [StyledLine.Of(said)],
            Fields = [new FormField.TextLine("t", said, TextField.Of(said), said, said, _ => said), new FormField.Choice("c", "Choice", [said, "b"]), new FormField.Toggle("o", said)],
            Buttons = ["OK", said],
        };
        var list = TextWrap.Lines(StyledLine.Of(Safe.FromBytes(input)), 11, CellWidth.Narrow);
        var view = default(TextView);
        var size = new TerminalSize(1 + chance.Next(40), 1 + chance.Next(12));
        var screen = new Screen(new VirtualTerminal(size.Columns, size.Rows), size, ColorDepth.TrueColor);
        foreach (var key in Keys(input).Prepend(KeyEvent.Of('a')).Take(12))
        {
            if (key is KeyEvent pressed)
            {
                palette = palette.Handle(pressed).Palette ?? palette;
                form = form.Handle(pressed).Form ?? form;
                view = view.Handle(list.Count, size.Rows, pressed) ?? view;
            }
            else if (key is PasteEvent paste)
            {
                form = form.Handle(paste);
            }

            var canvas = screen.BeginFrame();
            view.Draw(canvas, new Wrapped(list), BuiltInThemes.Dark);
            StatusLine.Draw(canvas, size.Rows - 1, [Safe.FromBytes(input)], [said], BuiltInThemes.Light);
            new TabStrip([said, "b"]).Draw(canvas, 0, 0, BuiltInThemes.Dark, focused: true);
            ToastTray.Empty.Add(new Toast(said, ToastKind.Info, TimeSpan.FromSeconds(1))).Draw(canvas, size.Rows, BuiltInThemes.Dark);
            switch (chance.Next(3))
            {
                case 0:
                    palette.Draw(canvas, BuiltInThemes.Dark);
                    break;
                case 1:
                    form.Draw(canvas, BuiltInThemes.Light);
                    break;
            }

            screen.EndFrame();
        }
    }

    sealed class Wrapped(IReadOnlyList<StyledLine> lines) : ITextLines
    {
        public int Count => lines.Count;

        public StyledLine this[int index] => lines[index];
    }
}
