using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Lints.Server;
using SmtpInspector.Protocol.Rules;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Lints.Server;

public class ReplyCodeRowsTests
{
    // In TLS and authenticated: no situation adds codes to those of the command.
    static readonly SessionState Settled = SessionState.Start(tls: true) with { Phase = Phase.Greeted, Authenticated = true };

    public static TheoryData<Verb> Commands => [.. Enum.GetValues<Verb>().Except([Verb.Unknown, Verb.XClient])];

    [Theory, MemberData(nameof(Commands))]
    public void A_listed_code_is_silent_a_defined_one_is_told_and_any_other_warned_of(Verb verb)
    {
        for (var code = 200; code < 600; code++)
        {
            // RFC 3207 §4.1: 554 may answer anything but QUIT inside TLS.
            var listed = RepliesPerCommand.IsListed(verb, code, Situation.InTls);
            Severity? expected = listed ? null : ReplyCodes.IsDefined(code) ? Severity.Info : Severity.Warning;

            Assert.Equal(expected, Unlisted(verb, $"{code} text")?.Severity);
            Assert.Equal(listed, ServerLints.IsListed(Settled, To(verb), Reply($"{code} text")));
        }
    }

    [Theory]
    [InlineData(Verb.Unknown)]
    [InlineData(Verb.XClient)]
    public void Commands_whose_document_is_not_known_are_answered_with_any_defined_code(Verb verb)
    {
        Assert.Null(Unlisted(verb, "220 text"));
        Assert.Null(Unlisted(verb, "550 text"));
        Assert.Equal(Severity.Warning, Unlisted(verb, "259 text")?.Severity);
    }

    [Theory]
    [InlineData("250 ok", ReplyClass.Success)]
    [InlineData("354 go on", ReplyClass.Intermediate)]
    [InlineData("450 later", ReplyClass.Transient)]
    [InlineData("550 no", ReplyClass.Permanent)]
    [InlineData("150 what", ReplyClass.Invalid)]
    [InlineData("650 what", ReplyClass.Invalid)]
    [InlineData("what", ReplyClass.Invalid)]
    public void The_first_digit_says_what_to_do(string line, ReplyClass expected) => Assert.Equal(expected, Reply(line).Class);

    [Fact]
    public void What_the_server_requires_first_may_be_asked_for_by_530()
    {
        var clear = SessionState.Start(tls: false) with { Phase = Phase.Greeted };

        Assert.True(ServerLints.IsListed(clear, To(Verb.Mail), Reply("530 text")));
        Assert.True(ServerLints.IsListed(clear, To(Verb.Helo), Reply("530 text")));
        Assert.False(ServerLints.IsListed(clear, To(Verb.Noop), Reply("530 text")));
        Assert.False(ServerLints.IsListed(clear with { Authenticated = true, Tls = true }, To(Verb.Mail), Reply("530 text")));
    }

    static Finding? Unlisted(Verb verb, string line)
    {
        var findings = new List<Finding>();
        ServerLints.CheckReply(Settled, To(verb), Reply(line), findings);
        return findings.SingleOrDefault(finding => finding.Id == FindingId.ReplyCodeUnlisted);
    }

    static Pending To(Verb verb) => new(verb, Encoding.ASCII.GetBytes(Verbs.Name(verb)), null);

    static Reply Reply(string line) => new([ReplyLine.Parse(new WireLine(Direction.Server, 0, Encoding.ASCII.GetBytes(line + "\r\n")))]);
}
