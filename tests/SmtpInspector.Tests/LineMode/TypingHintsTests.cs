using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Tests.LineMode;

public class TypingHintsTests
{
    [Theory]
    [InlineData("QUIT", true)]
    [InlineData("quit ", true)]
    [InlineData("RSET", true)]
    [InlineData("QUIT smoking", false)]
    [InlineData("hello", false)]
    [InlineData("", false)]
    public void A_command_typed_into_the_message_gets_a_remark(string line, bool remarked) =>
        Assert.Equal(remarked, TypingHints.InContent(line) is { } remark && remark.Contains("a line of one dot", StringComparison.Ordinal));

    [Fact]
    public void After_a_refused_AUTH_the_hint_says_where_to_ask()
    {
        var state = SessionState.Excerpt(tls: true);
        Assert.DoesNotContain("explain", TypingHints.Next(state, "smtp-inspector explain 535"), StringComparison.Ordinal);
        Assert.Contains("smtp-inspector explain 535", TypingHints.Next(state with { FailedAuths = 1 }, "smtp-inspector explain 535"), StringComparison.Ordinal);
        Assert.DoesNotContain("explain", TypingHints.Next(state with { FailedAuths = 1, Authenticated = true }, "smtp-inspector explain 535"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("E", "", "")]
    [InlineData("EHL", "", "")]
    [InlineData("EHLO", "", "command-syntax")]
    [InlineData("EHLX", "command-unknown", "")]
    [InlineData("MAIL FROM: ", "command-syntax", "")]
    public void A_word_that_can_still_become_right_is_no_mistake(string line, string lasting, string passing)
    {
        var found = TypingHints.Findings(line, line.Length, SessionState.Excerpt(tls: true));

        Assert.Equal(lasting, string.Join(' ', found.Lasting.Select(finding => finding.Rule).Distinct()));
        Assert.Equal(passing, string.Join(' ', found.Passing.Select(finding => finding.Rule).Distinct()));
    }
}
