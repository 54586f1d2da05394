using System.Text;
using SmtpInspector.Protocol.Expectations;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Expectations;

public class ExpectationTests
{
    const string Greeted = "* connected address=192.0.2.1:25\nS: 220 mx.example ESMTP\n";
    const string Introduced = Greeted + "C: EHLO me.example\nS: 250-mx.example\nS: 250-PIPELINING\nS: 250-AUTH PLAIN\nS: 250 STARTTLS\n";
    const string Sender = Introduced + "C: MAIL FROM:<a@me.example>\nS: 250 ok\n";
    const string Recipient = Sender + "C: RCPT TO:<b@mx.example>\nS: 250 ok\n";

    public static TheoryData<string, Direction, string, string> States => new()
    {
        { "* connected address=192.0.2.1:25\n", Direction.Server, "220", "RFC 5321 §4.3.2" },
        { Greeted, Direction.Client, "EHLO", "RFC 5321 §4.1.4" },
        { Greeted + "C: EHLO me.example\nS: 502 what\n", Direction.Client, "HELO", "RFC 5321 §4.1.4" },
        { Introduced, Direction.Client, "STARTTLS", "RFC 5321 §4.1.4" },
        { Greeted + "C: EHLO me.example\nS: 250-mx.example\nS: 250 AUTH PLAIN\n", Direction.Client, "AUTH", "RFC 5321 §4.1.4" },
        { Greeted + "C: EHLO me.example\nS: 250-mx.example\nS: 250 AUTH PLAIN\nC: AUTH PLAIN AGEAYWJjZA==\nS: 235 ok\n", Direction.Client, "MAIL", "RFC 5321 §4.1.4" },
        { Greeted + "C: EHLO me.example\nS: 250-mx.example\nS: 250 PIPELINING\n", Direction.Client, "MAIL", "RFC 5321 §4.1.4" },
        { Introduced + "C: STARTTLS\nS: 220 go\n", Direction.Client, "the TLS handshake", "RFC 3207 §4" },
        { Introduced + "C: AUTH PLAIN\n", Direction.Server, "334", "RFC 4954 §6" },
        { Introduced + "C: AUTH PLAIN\nS: 334 \n", Direction.Client, "the answer in base64", "RFC 4954 §4" },
        { Sender, Direction.Client, "RCPT", "RFC 5321 §4.1.4" },
        { Recipient, Direction.Client, "DATA", "RFC 5321 §4.1.4" },
        { Recipient + "C: DATA\n", Direction.Server, "354", "RFC 5321 §4.3.2" },
        { Recipient + "C: DATA\nS: 354 go\n", Direction.Client, "lines of the message", "RFC 5321 §4.1.1.4" },
        { Recipient + "C: DATA\nS: 354 go\nC: .\n", Direction.Server, "250", "RFC 5321 §4.3.2" },
        { Recipient + "C: BDAT 10 LAST\nC: abc\n", Direction.Client, "5 octets of the chunk", "RFC 3030 §2" },
        { Introduced + "C: QUIT\nS: 221 bye\n", Direction.Server, "the close of the connection", "RFC 5321 §4.1.1.10" },
        { "* connected address=192.0.2.1:25\nS: 554 no\n", Direction.Client, "QUIT", "RFC 5321 §3.1" },
        { Greeted + "C: XYZZY\n", Direction.Server, "500", "RFC 5321 §4.2.4" },
    };

    [Theory, MemberData(nameof(States))]
    public void What_comes_next_follows_from_the_state(string transcript, Direction from, string first, string reference)
    {
        var expected = After(transcript)[0];
        Assert.Equal((from, first, reference), (expected.From, expected.What[0], expected.Reference));
    }

    [Fact]
    public void Only_what_was_offered_is_expected_of_the_client()
    {
        var what = Assert.Single(After(Introduced)).What;
        Assert.Contains("STARTTLS", what);
        Assert.Contains("AUTH", what);
        Assert.DoesNotContain("BDAT", what);
        Assert.DoesNotContain("RCPT", what);
    }

    [Fact]
    public void With_pipelining_a_command_may_follow_before_the_reply() =>
        Assert.Equal([Direction.Server, Direction.Client], After(Introduced + "C: MAIL FROM:<a@me.example>\n").Select(expected => expected.From));

    [Fact]
    public void Nothing_comes_after_the_close() => Assert.Empty(After(Greeted + "* closed by=client clean=no\n"));

    static IReadOnlyList<Expectation> After(string transcript)
    {
        var document = TranscriptDocument.Parse(Encoding.UTF8.GetBytes(transcript));
        var judge = new ConversationJudge(document.StartState());
        foreach (var happened in document.Events())
        {
            judge.Apply(happened);
        }

        return Expectation.Of(judge.State);
    }
}
