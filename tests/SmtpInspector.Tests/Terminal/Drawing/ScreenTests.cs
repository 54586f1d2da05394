using FsCheck.Xunit;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tests.Terminal.Drawing;

public class ScreenTests
{
    static readonly string[] Texts =
    [
        "plain", "日本語", "e\u0301a", "👩\u200D💻!", "🇨🇭", "─│┌", "\e[31m", "", "wide 全角 and narrow", "\u202Eevil", "1\uFE0F\u20E3", "            ",
    ];

    static readonly Style[] Styles =
    [
        default, new(Ansi.Red), new(Background: Ansi.Blue), new(Attributes: TextAttributes.Reverse), new(Color.Rgb(0x123456), Ansi.White, TextAttributes.Bold),
    ];

    readonly VirtualTerminal _terminal = new(20, 5);
    readonly Screen _screen;

    public ScreenTests() => _screen = new Screen(_terminal, new TerminalSize(20, 5), ColorDepth.TrueColor);

    [Fact]
    public void A_frame_is_one_write_and_the_same_frame_is_none()
    {
        Draw(canvas => canvas.Write(2, 1, "hello"));
        Assert.Equal("\n  hello", _terminal.Text);
        Assert.Equal(1, _terminal.Writes);

        Draw(canvas => canvas.Write(2, 1, "hello"));
        Assert.Equal(1, _terminal.Writes);
    }

    [Fact]
    public void Only_what_changed_is_written()
    {
        Draw(canvas =>
        {
            canvas.Write(0, 0, "0123456789");
            canvas.Write(0, 1, "abcdefghij");
        });
        var before = _terminal.BytesWritten;

        Draw(canvas =>
        {
            canvas.Write(0, 0, "0123X56789");
            canvas.Write(0, 1, "abcdefghij");
        });

        Assert.Equal("0123X56789\nabcdefghij", _terminal.Text);
        Assert.Equal("\e[1;5H\e[0mX".Length, _terminal.BytesWritten - before);
    }

    [Fact]
    public void What_became_blank_is_erased_by_one_sequence()
    {
        Draw(canvas => canvas.Write(0, 0, "0123456789012345"));
        var before = _terminal.BytesWritten;

        Draw(canvas => canvas.Write(0, 0, "01"));

        Assert.Equal("01", _terminal.Text);
        Assert.Equal("\e[1;3H\e[0m\e[K".Length, _terminal.BytesWritten - before);
    }

    [Fact]
    public void A_wide_character_is_never_split_at_an_edge()
    {
        Draw(canvas =>
        {
            canvas.Part(new Rect(1, 0, 4, 1)).Write(0, 0, "a日本");
            canvas.Part(new Rect(1, 1, 4, 1)).Write(-1, 0, "日本語");
            canvas.Write(19, 2, "日");
            canvas.Write(-1, 3, "日x");
        });

        Assert.Equal(" a日\n  本\n\n x", _terminal.Text);
    }

    [Fact]
    public void Half_a_wide_character_that_stays_becomes_a_blank()
    {
        Draw(canvas =>
        {
            canvas.Write(0, 0, "日本語");
            canvas.Write(1, 0, "x");
            canvas.Write(4, 0, "y");
        });

        Assert.Equal(" x本y", _terminal.Text);
    }

    [Fact]
    public void The_cursor_is_hidden_while_a_frame_is_drawn_and_shown_where_it_was_asked_for()
    {
        Draw(canvas => canvas.ShowCursor(3, 2));
        Assert.Equal((3, 2, true), (_terminal.CursorColumn, _terminal.CursorRow, _terminal.CursorShown));

        Draw(canvas => canvas.Write(0, 0, "x"));
        Assert.False(_terminal.CursorShown);

        Draw(canvas => canvas.Part(new Rect(0, 0, 2, 2)).ShowCursor(3, 2));
        Assert.False(_terminal.CursorShown);
    }

    [Fact]
    public void Replaced_characters_are_reversed()
    {
        Draw(canvas => canvas.Write(0, 0, Safe.FromText("a\eb"), new Style(Ansi.Red)));

        Assert.Equal("a␛b", _terminal.Text);
        Assert.Equal(("0;31", "0;7;31", "0;31"), (_terminal.Style(0, 0), _terminal.Style(1, 0), _terminal.Style(2, 0)));
    }

    [Fact]
    public void Frames_titles_and_dividers_join()
    {
        Draw(canvas =>
        {
            canvas.Frame(canvas.Area, default, "One", default, "note");
            canvas.Wall(canvas.Area, 12, default);
            canvas.Divider(canvas.Area, 2, default, "A title too long for it");
        });

        Assert.Equal(
            """
            ┌ One ──────┬ note ┐
            │           │      │
            ├ A title too lon… ┤
            │           │      │
            └───────────┴──────┘
            """,
            _terminal.Text);
    }

    [Theory]
    [InlineData(0, 10, 10, "")]
    [InlineData(0, 10, 100, "#||||")]
    [InlineData(1, 10, 100, "|#|||")]
    [InlineData(89, 10, 100, "|||#|")]
    [InlineData(90, 10, 100, "||||#")]
    [InlineData(0, 50, 100, "##|||")]
    public void A_scroll_bar_touches_an_end_only_at_the_end(int first, int visible, int total, string bar)
    {
        _screen.Borders = BorderSet.Ascii;
        Draw(canvas => canvas.ScrollBar(new Rect(0, 0, 1, 5), first, visible, total, default, default));

        Assert.Equal(bar, _terminal.Text.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_is_too_long_ends_in_an_ellipsis()
    {
        Draw(canvas =>
        {
            canvas.WriteFitted(0, 0, 5, "too long");
            canvas.WriteFitted(0, 1, 5, "fits!");
            canvas.WriteFitted(0, 2, 4, "日本語");
            canvas.WriteRight(20, 3, "right");
        });

        Assert.Equal("too …\nfits!\n日…\n               right", _terminal.Text);
    }

    [Fact]
    public void In_ASCII_nothing_beyond_it_is_written_even_by_the_program_itself()
    {
        var screen = new Screen(_terminal, new TerminalSize(20, 5), ColorDepth.None, form: SafeForm.Ascii) { Borders = BorderSet.Light };
        var canvas = screen.BeginFrame();
        canvas.Frame(new Rect(0, 0, 5, 2), default);
        canvas.Write(0, 2, "a✓日b");
        screen.EndFrame();

        Assert.Equal("?????\n?????\na???b", _terminal.Text);
    }

    [Fact]
    public void A_frame_of_what_was_drawn_before_allocates_nothing()
    {
        var screen = new Screen(new Nowhere(), new TerminalSize(160, 50), ColorDepth.TrueColor) { SynchronizedOutput = true };
        SafeText[] lines = ["plain", "日本語", "─│┌ Ελλάς", Safe.FromText("\e[31m"), "wide 全角 and narrow", "👍 한국어"];
        void Frame(int turn)
        {
            var canvas = screen.BeginFrame();
            canvas.Frame(canvas.Area, Styles[1], "title");
            for (var row = 1; row < 49; row++)
            {
                canvas.Write(1 + turn, row, lines[(row + turn) % lines.Length], Styles[row % Styles.Length]);
            }

            canvas.Overlay(new Rect(1, 10, 158, 1), Styles[2]);
            screen.EndFrame();
        }

        for (var turn = 0; turn < 24; turn++)
        {
            Frame(turn % 12);
        }

        // Until the compiler has come round to optimising it, on its own thread and in its own time, the code may box.
        var least = long.MaxValue;
        for (var round = 0; round < 200 && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var turn = 0; turn < 12; turn++)
            {
                Frame(turn);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Thread.Sleep(least > 0 ? 25 : 0);
        }

        Assert.Equal(0, least);
    }

    [Property(MaxTest = 300)]
    public void Frame_after_frame_shows_what_the_last_one_alone_would(byte[][] frames)
    {
        foreach (var synchronized in new[] { false, true })
        {
            var terminal = new VirtualTerminal(20, 5);
            var screen = new Screen(terminal, new TerminalSize(20, 5), ColorDepth.TrueColor) { SynchronizedOutput = synchronized };
            foreach (var frame in frames)
            {
                var fresh = new VirtualTerminal(20, 5);
                var alone = new Screen(fresh, new TerminalSize(20, 5), ColorDepth.TrueColor);
                Scribble(screen, frame);
                Scribble(alone, frame);

                Assert.Equal(fresh.Text, terminal.Text);
                Assert.Equal(screen.ToString().TrimEnd('\n'), terminal.Text);
                Assert.Equal(Shown(fresh), Shown(terminal));
            }
        }
    }

    [Property(MaxTest = 300)]
    public void No_bytes_drawn_ever_reach_the_terminal_as_control_characters(byte[] bytes, char[] text)
    {
        Draw(canvas =>
        {
            canvas.Write(0, 0, Safe.FromBytes(bytes));
            canvas.Write(0, 1, Safe.FromText(text));
            canvas.WriteFitted(0, 2, 7, Safe.FromBytes(bytes));
            canvas.Frame(new Rect(0, 3, 20, 2), default, Safe.FromText(text), default, Safe.FromBytes(bytes));
        });
    }

    static void Scribble(Screen screen, byte[] frame)
    {
        var canvas = screen.BeginFrame();
        for (var i = 0; i + 3 < frame.Length; i += 4)
        {
            var (x, y) = ((frame[i] % 26) - 3, (frame[i + 1] % 7) - 1);
            var style = Styles[frame[i + 2] % Styles.Length];
            var part = canvas.Part(new Rect(frame[i + 2] % 9, 0, 3 + (frame[i + 1] % 15), 5));
            switch (frame[i + 3] % 6)
            {
                case 0:
                    canvas.Fill(new Rect(x, y, frame[i + 2] % 8, 2), style);
                    break;
                case 1:
                    canvas.Overlay(new Rect(x, y, frame[i + 2] % 8, 2), style);
                    break;
                case 2:
                    canvas.Frame(new Rect(x, y, 3 + (frame[i + 2] % 12), 3), style, Texts[frame[i] % Texts.Length]);
                    break;
                case 3:
                    canvas.ShowCursor(x, y);
                    break;
                default:
                    part.Write(x, y, Texts[frame[i + 3] % Texts.Length], style);
                    break;
            }
        }

        screen.EndFrame();
    }

    static List<(int, int, bool, string)> Shown(VirtualTerminal terminal)
    {
        var cells = new List<(int, int, bool, string)>();
        for (var row = 0; row < terminal.Rows; row++)
        {
            for (var column = 0; column < terminal.Columns; column++)
            {
                cells.Add((column, row, terminal.CursorShown, terminal.Style(column, row)));
            }
        }

        if (terminal.CursorShown)
        {
            cells.Add((terminal.CursorColumn, terminal.CursorRow, true, "cursor"));
        }

        return cells;
    }

    void Draw(Action<Canvas> draw)
    {
        draw(_screen.BeginFrame());
        _screen.EndFrame();
    }

    sealed class Nowhere : ITerminalOutput
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
        }
    }
}
