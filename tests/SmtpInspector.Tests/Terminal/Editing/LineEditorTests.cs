using FsCheck.Xunit;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tests.Terminal.Editing;

public class LineEditorTests
{
    readonly VirtualTerminal _terminal = new(20, 6);
    readonly LineEditor _editor;

    public LineEditorTests() => _editor = new LineEditor(_terminal, new TerminalSize(20, 6), ColorDepth.Ansi16)
    {
        Prompt = [new StyledRun("C: ", new Style(Ansi.Cyan))],
    };

    [Fact]
    public void The_line_stands_below_what_is_printed()
    {
        Type("NOO");
        _editor.PrintAbove(StyledLine.Of("S: 250 one"), StyledLine.Of("S: 250 two"));
        Type("P");

        Assert.Equal("S: 250 one\nS: 250 two\nC: NOOP", _terminal.Text);
        Assert.Equal((7, 2), (_terminal.CursorColumn, _terminal.CursorRow));
        Assert.Equal("0;36", _terminal.Style(0, 2));
    }

    [Fact]
    public void Lines_below_it_follow_when_the_window_scrolls()
    {
        _editor.Below = [StyledLine.Of("hint"), StyledLine.Of("a hint that is far too long for it")];
        _editor.Draw();
        for (var i = 0; i < 10; i++)
        {
            _editor.PrintAbove(StyledLine.Of($"line {i}"));
        }

        Assert.Equal("line 7\nline 8\nline 9\nC:\nhint\na hint that is far", _terminal.Text);
        Assert.Equal("line 0", _terminal.Scrolled[0]);
        Assert.Equal((3, 3), (_terminal.CursorColumn, _terminal.CursorRow));
    }

    [Fact]
    public void Each_drawing_is_one_write()
    {
        _editor.Below = [StyledLine.Of("hint")];
        _editor.Draw();
        _editor.PrintAbove(StyledLine.Of("one"), StyledLine.Of("two"));
        _editor.Hide();

        Assert.Equal(3, _terminal.Writes);
        Assert.Equal("one\ntwo", _terminal.Text);
    }

    [Fact]
    public void The_candidates_are_listed_and_go_away()
    {
        _editor.Input = _editor.Input with
        {
            Completer = (_, _) => new CompletionSet(0, [new("RCPT", "names"), new("RSET", "resets")]),
        };
        Press("Tab Tab");

        Assert.Equal("C: RCPT\n  RCPT  names\n  RSET  resets", _terminal.Text);
        Assert.Equal("0;7", _terminal.Style(2, 1));

        // The rest of the best candidate is an offer again.
        Press("Esc");
        Assert.Equal("C: RCPT", _terminal.Text);
        Assert.Equal("0;2;90", _terminal.Style(4, 0));
    }

    [Fact]
    public void A_search_takes_the_place_of_the_prompt()
    {
        _editor.Input = _editor.Input with { History = History.Of(["QUIT"]) };
        Press("Ctrl-R q");

        Assert.Equal("search 'qQUIT", _terminal.Text.Replace("': ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_narrower_window_that_breaks_the_line_leaves_no_copy_of_it()
    {
        Type("0123456789abcd");
        // What a terminal of 10 columns makes of a line of 17.
        var narrow = new VirtualTerminal(10, 6);
        narrow.Write("above\r\nC: 0123456789abcd"u8);
        var output = new Switch { Now = _terminal };
        var editor = new LineEditor(output, new TerminalSize(20, 6), ColorDepth.None) { Prompt = _editor.Prompt, Input = _editor.Input };
        editor.Draw();

        output.Now = narrow;
        editor.Size = new TerminalSize(10, 6);

        Assert.Equal("above\nC: <abcd", narrow.Text);
    }

    [Fact]
    public void A_lower_window_that_lost_the_rows_below_the_line_leaves_the_rest_alone()
    {
        _editor.Below = [StyledLine.Of("hint")];
        Type("NOOP");
        // The window's last row is now the one with the line.
        var low = new VirtualTerminal(20, 2);
        low.Write("above\r\nC: NOOP"u8);
        var output = new Switch { Now = _terminal };
        var editor = new LineEditor(output, new TerminalSize(20, 6), ColorDepth.None) { Prompt = _editor.Prompt, Input = _editor.Input };
        editor.Draw();

        output.Now = low;
        editor.Size = new TerminalSize(20, 2);

        Assert.Equal("above\nC: NOOP", low.Text);
    }

    [Property(MaxTest = 300)]
    public void Whatever_is_printed_or_typed_the_terminal_only_gets_what_is_safe(byte[] printed, char[] typed)
    {
        var terminal = new VirtualTerminal(30, 8);
        var editor = new LineEditor(terminal, new TerminalSize(30, 8), ColorDepth.TrueColor);
        editor.Draw();
        editor.PrintAbove(StyledLine.Of(Safe.FromBytes(printed)));
        editor.Handle(new PasteEvent(System.Text.Encoding.UTF8.GetBytes(typed)));
        editor.Draw();

        Assert.InRange(terminal.CursorColumn, 0, 29);
    }

    void Type(string text)
    {
        foreach (var character in text)
        {
            _editor.Handle(KeyEvent.Of(character));
        }

        _editor.Draw();
    }

    void Press(string keys)
    {
        foreach (var name in keys.Split(' '))
        {
            Assert.True(KeyName.TryParse(name, out var key), name);
            _editor.Handle(key);
        }

        _editor.Draw();
    }

    sealed class Switch : ITerminalOutput
    {
        public required VirtualTerminal Now { get; set; }

        public void Write(ReadOnlySpan<byte> bytes) => Now.Write(bytes);
    }
}
