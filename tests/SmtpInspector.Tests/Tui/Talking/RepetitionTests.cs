using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Talking;

public class RepetitionTests
{
    static readonly string Begin = "S: 220 mx.example.org\nC: EHLO me.example\nS: 250 AUTH LOGIN\n";

    static string[] Texts(IReadOnlyList<Outgoing> lines) => [.. lines.Select(line => Encoding.UTF8.GetString(line.Octets.Span))];

    [Fact]
    public void What_was_said_is_said_again_up_to_QUIT()
    {
        var repeated = Repetition.Of(Conversations.Of(Begin + "C: NOOP\nS: 250 ok\nC: QUIT\nS: 221 bye\n"));
        Assert.Equal(["EHLO me.example", "NOOP"], Texts(repeated.Lines));
        Assert.Null(repeated.StopsAt);
    }

    [Fact]
    public void A_credential_is_never_said_again()
    {
        var repeated = Repetition.Of(Conversations.Of(Begin + "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: dXNlcg==\nS: 334 UGFzc3dvcmQ6\nC: c2VjcmV0\nS: 235 ok\nC: NOOP\nS: 250 ok\n"));
        Assert.Equal(["EHLO me.example", "AUTH LOGIN"], Texts(repeated.Lines));
        Assert.Contains("credential", repeated.StopsAt!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_a_message_is_left_to_the_user_and_dots_are_stuffed_once()
    {
        var repeated = Repetition.Of(Conversations.Of(
            Begin + "C: MAIL FROM:<a@b.example>\nS: 250 ok\nC: RCPT TO:<c@d.example>\nS: 250 ok\nC: DATA\nS: 354 go\nC: Subject: x\nC: \nC: ..dot\nC: .\nS: 250 ok\n"));
        Assert.Equal(["DATA", "Subject: x", "", ".dot"], Texts(repeated.Lines)[^4..]);
        Assert.Contains("end of the message", repeated.StopsAt!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_CRLF_goes_out_as_it_was()
    {
        var repeated = Repetition.Of(Conversations.Of(Begin + "C%: NOOP%0A\nS: 250 ok\n"));
        Assert.Equal(Manner.Exactly, repeated.Lines[^1].Manner);
        Assert.Equal("NOOP\n", Texts(repeated.Lines)[^1]);
    }
}
