using FsCheck.Xunit;
using SmtpInspector.Protocol.Knowledge;

namespace SmtpInspector.Tests.Knowledge;

public class ExplanationTextTests
{
    [Fact]
    public void A_reply_code_at_80_columns()
    {
        const string Expected = """
            450: mailbox unavailable for now (reply code)

            Not now: the mailbox is busy, or a policy puts you off. Greylisting, rate limits
            and sender checks use it much.

            What to do  Try the same again after some minutes, from the same address. Read
                        the text for the reason.
            Reference   RFC 5321 §4.2.3
            See also    greylisting, 550, 451
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), ExplanationText.Render(Explainer.Explain("450")!, 80));
    }

    [Fact]
    public void A_command_at_80_columns()
    {
        const string Expected = """
            QUIT: say goodbye (command)

            Ends the conversation properly. The server answers 221 and closes. A message not
            yet accepted is dropped.

            Syntax      QUIT CRLF
            Success     221
            Any time    421, 500, 501, 502, 503
            What to do  Send it at the end and read the reply before you close.
            Reference   RFC 5321 §4.1.1.10
            See also    221, closed-without-quit
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), ExplanationText.Render(Explainer.Explain("quit")!, 80));
    }

    [Fact]
    public void A_narrow_screen_gets_labels_on_lines_of_their_own()
    {
        const string Expected = """
            VERB: talk more (EHLO
            keyword)

            Sendmail's command to
            make the server tell
            what it does. It is
            registered, and of
            little use today.

            What to do
              Nothing.
            Reference
              IANA, SMTP Service
              Extensions registry
            See also
              ONEX
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), ExplanationText.Render(Explainer.Explain("VERB")!, 24));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(43)]
    [InlineData(44)]
    [InlineData(80)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_screen_and_no_word_is_lost(int width)
    {
        foreach (var word in Library.Words.Select(row => row.Suggestion).Distinct())
        {
            var explanation = Explainer.Explain(word)!;
            var text = ExplanationText.Render(explanation, width);
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width && !line.EndsWith(' '), $"{word}: {line}"));
            Assert.Equal(Letters(explanation.Text), Letters(text)[Letters(text).IndexOf(Letters(explanation.Text), StringComparison.Ordinal)..][..Letters(explanation.Text).Length]);
        }
    }

    [Property]
    public bool Any_width_is_wide_enough(int width) =>
        ExplanationText.Render(Explainer.Explain("5.7.1")!, width).Split('\n').All(line => line.Length <= Math.Max(width, 20));

    static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
