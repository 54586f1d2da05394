using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Tests.Terminal;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui;

/// <summary>
/// The screen without a terminal: a model, keys and messages that change it, what it wants done, and what it draws. Time stands still
/// unless a test lets it pass.
/// </summary>
sealed class ScreenHarness
{
    ScreenHarness(Model model) => Model = model;

    /// <summary>The model now.</summary>
    public Model Model { get; private set; }

    /// <summary>Everything the model has wanted done, in order.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>The screen as text: rows without the blanks at their ends.</summary>
    public string Text => Draw().Text;

    /// <summary>What is drawn in the default look: 24-bit colours, dark, Unicode.</summary>
    public static Look DefaultLook { get; } = new(BuiltInThemes.Dark, ColorDepth.TrueColor, SafeForm.Unicode, CellWidth.Narrow);

    /// <summary>A screen on a page.</summary>
    public static ScreenHarness On(Page page, int columns = 80, int rows = 24) => new(new Model
    {
        Size = new TerminalSize(columns, rows),
        Look = DefaultLook,
        Page = page,
        NextConversation = 100,
    });

    /// <summary>A screen on a conversation, as it is when all of a transcript has been said and the user's line is waited for.</summary>
    /// <param name="transcript">The transcript.</param>
    /// <param name="columns">The screen's columns.</param>
    /// <param name="rows">The screen's rows.</param>
    public static ScreenHarness Talking(string transcript, int columns = 80, int rows = 24) => On(
        new TalkPage { Id = 1, Name = "mail.example.org:587", Stage = Stage.Ready, Conversation = Conversations.Of(transcript) }, columns, rows);

    /// <summary>Presses keys by their names: <c>Enter</c>, <c>Ctrl-C</c>, <c>F2</c>, <c>x</c>.</summary>
    public ScreenHarness Press(params string[] keys)
    {
        foreach (var name in keys)
        {
            Assert.True(KeyName.TryParse(name, out var key), $"{name} is no key");
            Tell(new Msg.Terminal(key));
        }

        return this;
    }

    /// <summary>Types a text.</summary>
    public ScreenHarness Type(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Tell(new Msg.Terminal(new KeyEvent(Key.Character, rune, KeyModifiers.None)));
        }

        return this;
    }

    /// <summary>Clicks on the first place where a text is drawn.</summary>
    public ScreenHarness Click(string text)
    {
        var (column, row) = PlaceOf(text);
        return Tell(new Msg.Terminal(new MouseEvent(MouseAction.Press, MouseButton.Left, column, row))).Tell(new Msg.Terminal(new MouseEvent(MouseAction.Release, MouseButton.Left, column, row)));
    }

    /// <summary>Turns the wheel over the first place where a text is drawn.</summary>
    public ScreenHarness Wheel(string text, bool down)
    {
        var (column, row) = PlaceOf(text);
        return Tell(new Msg.Terminal(new MouseEvent(down ? MouseAction.WheelDown : MouseAction.WheelUp, MouseButton.None, column, row)));
    }

    (int Column, int Row) PlaceOf(string text)
    {
        var rows = Text.Split('\n');
        var row = Array.FindIndex(rows, line => line.Contains(text, StringComparison.Ordinal));
        Assert.True(row >= 0, $"\"{text}\" is not on the screen:\n{Text}");
        var column = CellWidth.Narrow.Of(rows[row].AsSpan(0, rows[row].IndexOf(text, StringComparison.Ordinal)));
        return (column, row);
    }

    /// <summary>Gives the terminal another size.</summary>
    public ScreenHarness Resize(int columns, int rows) => Tell(new Msg.Terminal(new ResizeEvent(new TerminalSize(columns, rows))));

    /// <summary>Has something happen.</summary>
    public ScreenHarness Tell(Msg msg, TimeSpan now = default)
    {
        var step = Update.Of(Model, msg, now);
        Model = step.Model;
        Effects.AddRange(step.Effects);
        return this;
    }

    /// <summary>Changes the model as only a test does.</summary>
    public ScreenHarness With(Func<Model, Model> change)
    {
        Model = change(Model);
        return this;
    }

    /// <summary>Does the work of the last <see cref="Effect.Run"/>, and lets the model know.</summary>
    public async Task<ScreenHarness> RunAsync()
    {
        var run = Effects.OfType<Effect.Run>().Last();
        return Tell(new Msg.Done(await run.Work(TestContext.Current.CancellationToken)));
    }

    /// <summary>What is drawn.</summary>
    public VirtualTerminal Draw()
    {
        var terminal = new VirtualTerminal(Model.Size.Columns, Model.Size.Rows);
        var screen = new Screen(terminal, Model.Size, Model.Look.Depth, Model.Look.Width, Model.Look.Form);
        View.Draw(screen.BeginFrame(), Model);
        screen.EndFrame();
        return terminal;
    }
}
