using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Tests.Terminal.Editing;

public class LineInputTests
{
    static readonly string[] Verbs = ["MAIL FROM:<", "MAIL FROM:<>", "RCPT TO:<", "RSET", "QUIT"];

    static readonly LineInput Start = LineInput.Empty with
    {
        History = History.Of(["EHLO one", "MAIL FROM:<a>", "EHLO two", "EHLO two", "QUIT"]),
        Completer = (text, cursor) => new CompletionSet(
            0, [.. Verbs.Where(verb => verb.StartsWith(text[..cursor], StringComparison.OrdinalIgnoreCase)).Select(verb => new Completion(verb))]),
    };

    [Theory]
    [InlineData("", "Up", "QUIT")]
    [InlineData("", "Up Up", "EHLO two")]
    [InlineData("", "Up Up Up Up Up Up Up", "EHLO one")]
    [InlineData("EH", "Up", "EHLO two")]
    [InlineData("EH", "Up Up", "EHLO one")]
    [InlineData("EH", "Up Up Down", "EHLO two")]
    [InlineData("EH", "Up Down", "EH")]
    [InlineData("EH", "Up Up Down Down Down", "EH")]
    [InlineData("EH", "Ctrl-P Ctrl-N", "EH")]
    [InlineData("none", "Up", "none")]
    [InlineData("", "Up x Up", "QUITx")]
    public void Up_and_down_go_through_what_begins_as_typed(string typed, string keys, string text) =>
        Assert.Equal(text, Press(Start.WithText(typed), keys).Field.Text);

    [Theory]
    [InlineData("Ctrl-R e h", "EHLO two", false)]
    [InlineData("Ctrl-R e h Ctrl-R", "EHLO one", false)]
    [InlineData("Ctrl-R e h Ctrl-R Ctrl-R", "EHLO one", true)]
    [InlineData("Ctrl-R f r o m", "MAIL FROM:<a>", false)]
    [InlineData("Ctrl-R f r o m x", "MAIL FROM:<a>", true)]
    [InlineData("Ctrl-R q Backspace", "typed", false)]
    public void A_search_finds_the_newest_line_that_holds_it(string keys, string text, bool failed)
    {
        var input = Press(Start.WithText("typed"), keys);

        Assert.Equal(text, input.Field.Text);
        Assert.Equal(failed, input.Search?.Failed);
    }

    [Theory]
    [InlineData("Ctrl-R q Esc", "QUIT")]
    [InlineData("Ctrl-R q Ctrl-E !", "QUIT!")]
    [InlineData("Ctrl-R q Ctrl-G", "typed")]
    [InlineData("Ctrl-R q Ctrl-C", "typed")]
    public void A_search_ends_with_the_line_or_without_it(string keys, string text)
    {
        var input = Press(Start.WithText("typed"), keys);

        Assert.Equal(text, input.Field.Text);
        Assert.Null(input.Search);
    }

    [Theory]
    [InlineData("q", "Tab", "QUIT", null)]
    [InlineData("m", "Tab", "MAIL FROM:<", -1)]
    [InlineData("r", "Tab", "r", -1)]
    [InlineData("r", "Tab Tab", "RCPT TO:<", 0)]
    [InlineData("r", "Tab Tab Tab", "RSET", 1)]
    [InlineData("r", "Tab Tab Tab Tab", "r", -1)]
    [InlineData("r", "Tab Shift-Tab", "RSET", 1)]
    [InlineData("r", "Tab Tab Esc", "r", null)]
    [InlineData("r", "Tab Tab b", "RCPT TO:<b", null)]
    [InlineData("x", "Tab", "x", null)]
    public void Tab_goes_as_far_as_is_certain_and_then_chooses(string typed, string keys, string text, int? selected)
    {
        var input = Press(Start.WithText(typed), keys);

        Assert.Equal(text, input.Field.Text);
        Assert.Equal(selected, input.Menu?.Selected);
    }

    [Theory]
    [InlineData("Right", "qUIT")]
    [InlineData("End", "qUIT")]
    [InlineData("Ctrl-E", "qUIT")]
    public void An_offer_is_taken_by_going_right(string key, string text)
    {
        var input = Start.WithText("q");

        Assert.Equal("UIT", input.Ghost);
        Assert.Equal(text, Press(input, key).Field.Text);
    }

    [Fact]
    public void Enter_gives_the_line_and_keeps_it()
    {
        var outcome = Start.WithText("NOOP").Handle(new KeyEvent(Key.Enter));

        Assert.Equal((LineAction.Accepted, "NOOP", ""), (outcome.Action, outcome.Text, outcome.Input.Field.Text));
        Assert.Equal("NOOP", outcome.Input.History.Entries[^1]);
    }

    [Fact]
    public void A_secret_is_given_and_not_kept()
    {
        var outcome = Press(Start.AskForSecret(), "s 3").Handle(new KeyEvent(Key.Enter));

        Assert.Equal("s3", outcome.Text);
        Assert.DoesNotContain("s3", outcome.Input.History.Entries);
        Assert.False(outcome.Input.Field.IsMasked);
        Assert.Equal("", outcome.Input.Field.Undo().Text);
    }

    [Theory]
    [InlineData("", "Ctrl-C", LineAction.Interrupt)]
    [InlineData("x", "Ctrl-C", LineAction.Interrupt)]
    [InlineData("", "Ctrl-D", LineAction.EndOfInput)]
    [InlineData("x", "Ctrl-D", LineAction.Edited)]
    [InlineData("", "Ctrl-Z", LineAction.Suspend)]
    [InlineData("", "Ctrl-L", LineAction.Redraw)]
    [InlineData("", "Esc", LineAction.Escape)]
    [InlineData("", "F1", LineAction.Unhandled)]
    [InlineData("x", "Ctrl-J", LineAction.Accepted)]
    public void What_is_for_the_owner_is_told(string typed, string key, LineAction action)
    {
        Assert.True(KeyName.TryParse(key, out var pressed));
        Assert.Equal(action, Start.WithText(typed).Handle(pressed).Action);
    }

    [Fact]
    public void A_paste_of_one_line_goes_in_exactly_and_one_of_several_is_left_to_the_owner()
    {
        var one = Start.WithText("x").Handle(new PasteEvent("a\tb"u8.ToArray()));
        var several = Start.WithText("x").Handle(new PasteEvent("a\r\nb"u8.ToArray()));

        Assert.Equal((LineAction.Edited, "xa\tb"), (one.Action, one.Input.Field.Text));
        Assert.Equal((LineAction.PastedLines, "a\r\nb", "x"), (several.Action, several.Text, several.Input.Field.Text));
    }

    [Fact]
    public void The_history_is_bounded_and_forgets_the_oldest()
    {
        var history = History.Of(Enumerable.Range(0, History.Capacity + 10).Select(i => $"line {i}"));

        Assert.Equal(History.Capacity, history.Entries.Count);
        Assert.Equal("line 10", history.Entries[0]);
    }

    static LineInput Press(LineInput input, string keys)
    {
        foreach (var name in keys.Split(' '))
        {
            Assert.True(KeyName.TryParse(name, out var key), name);
            input = input.Handle(key).Input;
        }

        return input;
    }

    [Fact]
    public void A_search_in_an_empty_history_finds_nothing()
    {
        var line = LineInput.Empty.Handle(KeyEvent.Ctrl('r')).Input.Handle(KeyEvent.Of('e')).Input;

        Assert.True(line.Search is { Failed: true, Query: "e" });
    }
}
