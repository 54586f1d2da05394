using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Typing;

namespace SmtpInspector.Tests.Typing;

public class CommandCompletionTests
{
    const string Greeted = "S: 220 foo.com\n";
    const string Introduced = Greeted + "C: EHLO bar.com\nS: 250-foo.com\nS: 250-SIZE 1000\nS: 250-8BITMIME\nS: 250-DSN\nS: 250-STARTTLS\nS: 250 AUTH PLAIN LOGIN\n";
    const string InTransaction = Introduced + "C: MAIL FROM:<>\nS: 250 ok\n";
    const string WithRecipient = InTransaction + "C: RCPT TO:<a@foo.com>\nS: 250 ok\n";

    [Theory]
    [InlineData(Greeted, "EHLO ")]
    [InlineData(Introduced, "STARTTLS")]
    [InlineData(InTransaction, "RCPT TO:<")]
    [InlineData(WithRecipient, "DATA")]
    public void With_nothing_typed_the_likeliest_command_comes_first(string conversation, string first) =>
        Assert.Equal(first, For("", conversation).Candidates[0].Text);

    [Fact]
    public void With_nothing_typed_what_would_be_refused_is_left_out()
    {
        var texts = Texts("", Greeted);
        Assert.DoesNotContain("MAIL FROM:<", texts);
        Assert.DoesNotContain("AUTH ", texts);
        Assert.Contains("NOOP", texts);
        Assert.DoesNotContain("BDAT ", Texts("", WithRecipient));
        Assert.DoesNotContain("MAIL FROM:<", Texts("", InTransaction));
    }

    [Theory]
    [InlineData("m", Introduced, "MAIL FROM:<")]
    [InlineData("MAIL", Introduced, "MAIL FROM:<")]
    [InlineData("mail f", Introduced, "MAIL FROM:<")]
    [InlineData("rc", InTransaction, "RCPT TO:<")]
    [InlineData("h", Greeted, "HELO |HELP")]
    [InlineData("H", Introduced, "HELO |HELP")]
    [InlineData("MAIL FROM:<", Introduced, ">")]
    [InlineData("MAIL FROM:<a@bar.com", Introduced, "a@bar.com>")]
    [InlineData("RCPT TO:<", InTransaction, "Postmaster>")]
    [InlineData("MAIL FROM:<a@bar.com>", Introduced, " SIZE=| BODY=7BIT| BODY=8BITMIME| RET=HDRS| RET=FULL| ENVID=| AUTH=<>")]
    [InlineData("MAIL FROM:<a@bar.com> b", Introduced, " BODY=7BIT| BODY=8BITMIME")]
    [InlineData("MAIL FROM:<a@bar.com> BODY=8", Introduced, " BODY=8BITMIME")]
    [InlineData("MAIL FROM:<a@bar.com> BODY=7BIT ", Introduced, " SIZE=| RET=HDRS| RET=FULL| ENVID=| AUTH=<>")]
    [InlineData("RCPT TO:<a+b@foo.com> o", InTransaction, " ORCPT=rfc822;a+2Bb@foo.com")]
    [InlineData("AUTH ", Introduced, "PLAIN|LOGIN")]
    [InlineData("auth l", Introduced, "LOGIN")]
    [InlineData("AUTH PLAIN ", Introduced, "")]
    [InlineData("BDAT 10 ", WithRecipient, "LAST")]
    [InlineData("BDAT ", WithRecipient, "")]
    [InlineData("HELP ma", Greeted, "MAIL")]
    [InlineData("QUIT", Greeted, "")]
    [InlineData("xyz", Greeted, "")]
    [InlineData("", Introduced + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\n", "*")]
    [InlineData("", WithRecipient + "C: DATA\nS: 354 go\n", "")]
    public void What_was_offered_and_fits_is_suggested(string typed, string conversation, string texts) =>
        Assert.Equal(texts, string.Join('|', Texts(typed, conversation)));

    [Fact]
    public void What_cannot_come_now_comes_last_and_says_why()
    {
        var candidates = For("r", Introduced).Candidates;
        Assert.Equal(["RSET", "RCPT TO:<"], candidates.Select(candidate => candidate.Text));
        Assert.Contains("MAIL must be accepted first", candidates[1].Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hint_of_SIZE_names_the_limit() =>
        Assert.Contains("up to 1000", For("MAIL FROM:<> S", Introduced).Candidates[0].Hint, StringComparison.Ordinal);

    [Fact]
    public void A_candidate_replaces_what_was_typed_from_its_start()
    {
        var typed = "MAIL FROM:<a@bar.com> BO";
        var suggestions = For(typed, Introduced);
        Assert.Equal("MAIL FROM:<a@bar.com> BODY=7BIT", typed[..suggestions.Start] + suggestions.Candidates[0].Text);
    }

    [Property]
    public void Any_text_is_completed_to_something_that_begins_with_it(string? text, byte start)
    {
        string[] openings = ["", "MAIL FROM:<", "RCPT TO:<a>", "AUTH ", "BDAT ", "XCLIENT "];
        var typed = openings[start % openings.Length] + text;
        var suggestions = For(typed, Introduced);
        Assert.InRange(suggestions.Start, 0, typed.Length);
        Assert.All(suggestions.Candidates, candidate => Assert.StartsWith(typed[suggestions.Start..], candidate.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_command_has_its_help()
    {
        foreach (var word in Verbs.All)
        {
            var help = CommandHelp.Of(word.ToLowerInvariant());
            Assert.NotNull(help);
            Assert.StartsWith(word, help.Opening, StringComparison.Ordinal);
            Assert.StartsWith(word, help.Syntax, StringComparison.Ordinal);
            Assert.NotEmpty(help.Meaning);
            Assert.NotEmpty(help.Section);
        }

        Assert.Null(CommandHelp.Of("XYZZY"));
    }

    static IEnumerable<string> Texts(string typed, string conversation) =>
        For(typed, conversation).Candidates.Select(candidate => candidate.Text);

    static Suggestions For(string typed, string conversation) => CommandCompletion.For(typed, StateAfter(conversation));

    static SessionState StateAfter(string conversation)
    {
        var document = TranscriptDocument.Parse(Encoding.UTF8.GetBytes(conversation));
        var judge = new ConversationJudge(document.StartState());
        foreach (var happened in document.Events())
        {
            judge.Apply(happened);
        }

        return judge.State;
    }
}
