using System.Text;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Tests.Judgement;

/// <summary>A script: what the client says is all there is, and every line is judged as if it had had its reply.</summary>
public class ClientOnlyTests
{
    const string Message = "From: a@b.example\nDate: Mon, 23 Nov 2026 10:00:00 +0000\nMessage-ID: <1@b.example>\n\nnot a command\n.\n";

    [Theory]
    [InlineData("C: EHLO me.example\nC: MAIL FROM:<a@b.example>\nC: RCPT TO:<c@d.example>\nC: DATA\n" + Message + "C: QUIT\n", "EHLO,MAIL,RCPT,DATA,content,QUIT")]
    [InlineData("C: AUTH LOGIN\nC: YW5u\nC: c2VjcmV0\nC: NOOP\n", "AUTH,AUTH,AUTH,NOOP")]
    [InlineData("C: AUTH LOGIN YW5u\nC: c2VjcmV0\nC: NOOP\n", "AUTH,AUTH,NOOP")]
    [InlineData("C: AUTH PLAIN\nC: AGFubgBzZWNyZXQ=\nC: NOOP\n", "AUTH,AUTH,NOOP")]
    [InlineData("C: AUTH PLAIN AGFubgBzZWNyZXQ=\nC: NOOP\n", "AUTH,NOOP")]
    [InlineData("C: AUTH LOGIN\nC: *\nC: NOOP\n", "AUTH,AUTH,NOOP")]
    [InlineData("C: EHLO me.example\nC: STARTTLS\nC: EHLO me.example\nC: AUTH LOGIN\nC: YW5u\nC: c2VjcmV0\nC: DATA\n" + Message + "C: RSET\nC: QUIT\n", "EHLO,STARTTLS,EHLO,AUTH,AUTH,AUTH,DATA,content,RSET,QUIT")]
    public void Every_line_is_what_it_would_be_with_its_reply(string script, string said)
    {
        var entries = Entries(script);

        Assert.Equal(said, string.Join(',', entries.Select(static entry => entry is Entry.Command command ? command.Name : "content")));
        Assert.DoesNotContain(entries, static entry => entry.Findings.Count > 0);
    }

    [Fact]
    public void What_is_wrong_in_itself_is_found_all_the_same() =>
        Assert.Contains(Entries("C: EHLO me.example\nC: MAIL FROM: <a@b.example>\n"), static entry => entry.Findings.Any(static finding => finding.Rule == "command-syntax"));

    static List<Entry> Entries(string script)
    {
        var document = TranscriptDocument.Parse(Encoding.UTF8.GetBytes(script));
        var judge = new ConversationJudge(document.StartState());
        return [.. document.Events().SelectMany(happened => judge.Apply(happened).ToList()), .. judge.Finish()];
    }
}
