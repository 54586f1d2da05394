using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Importing;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Importing;

/// <summary>Conversations that people, and programs' logs, have marked in ways of their own.</summary>
public class OwnMarksTests
{
    static readonly (char Side, string Text)[] Said =
    [
        ('S', "220 mx.example ESMTP"), ('C', "EHLO client.example"), ('S', "250-mx.example Hello"), ('S', "250 AUTH LOGIN"),
        ('C', "AUTH LOGIN"), ('S', "334 VXNlcm5hbWU6"), ('C', "YW5u"), ('S', "334 UGFzc3dvcmQ6"), ('C', "c2VjcmV0"), ('S', "235 2.7.0 ok"),
        ('C', "MAIL FROM:<a@b.example>"), ('S', "250 ok"), ('C', "RCPT TO:<c@d.example>"), ('S', "250 ok"), ('C', "DATA"), ('S', "354 go ahead"),
        ('C', "Subject: 250 reasons"), ('C', ""), ('C', "  quit it"), ('C', "."), ('S', "250 queued"), ('C', "QUIT"), ('S', "221 bye"),
    ];

    [Theory]
    [InlineData("> ", "< ")]
    [InlineData("< ", "> ")]
    [InlineData(">", "<")]
    [InlineData("C> ", "S> ")]
    [InlineData("client: ", "server: ")]
    [InlineData("=> ", "<= ")]
    [InlineData("--> ", "<-- ")]
    [InlineData("→ ", "← ")]
    [InlineData("[C] ", "[S] ")]
    [InlineData("Sent: ", "Received: ")]
    [InlineData("me: ", "them: ")]
    [InlineData("> C: ", "> S: ")]
    [InlineData("CLIENT -> SERVER: ", "SERVER -> CLIENT: ")]
    [InlineData("12:00:0# > ", "12:00:0# < ")]
    [InlineData("[12:00:0#] C: ", "[12:00:0#] S: ")]
    [InlineData("2026-11-22 12:00:0#,250 DEBUG smtp >> ", "2026-11-22 12:00:0#,250 DEBUG smtp << ")]
    [InlineData("  #  C: ", " #  S: ")]
    [InlineData("> ", "")]
    [InlineData("", "< ")]
    [InlineData("", "S: ")]
    [InlineData("C: ", "")]
    public void Sides_are_told_by_what_stands_before_commands_and_replies(string client, string server) => Holds(Marked(client, server));

    [Theory]
    [InlineData("I wrote:\n\n```text\n", "```\n\nAny idea?\n", "C> ", "S> ")]
    [InlineData("Mail from me is refused. Data follows:\n\n~~~\n", "~~~\nHelp me!\n", "", "")]
    [InlineData("DEBUG: setDebug: JavaMail version 1.6.2\nDEBUG SMTP: useEhlo true, useAuth true\n", "", "", "")]
    public void Sentences_around_a_conversation_are_no_part_of_it(string before, string behind, string client, string server) =>
        Holds(before + Marked(client, server) + behind);

    [Theory]
    [InlineData("C> ", "S> ")]
    [InlineData("&gt; ", "&lt; ")]
    [InlineData("", "")]
    public void A_page_is_read_as_its_reader_saw_it(string client, string server) =>
        Holds($"<p>It says:</p>\n<pre><code>{Marked("\u0001", "\u0002").Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\u0001", client, StringComparison.Ordinal).Replace("\u0002", server, StringComparison.Ordinal)}</code></pre>\n<p>Why?</p>\n");

    [Fact]
    public void Markup_on_both_sides_of_a_line_is_no_part_of_it() => Holds(string.Join('\n', Said.Select(
        line => line is { Side: 'C', Text.Length: > 0 } ? $"**{line.Text}**" : line.Text)) + "\n");

    [Fact]
    public void A_time_of_day_is_the_lines_time()
    {
        var lines = Lines(Read("12:00:01.250 > EHLO a\n12:00:00.000 x\n12:00:01.500 < 250-mx\n12:00:01.500 < 250 SIZE\n12:00:03.250 > QUIT\n12:00:04.000 < 221 bye\n").Document);

        Assert.Equal([0, 250, 250, 2000, 2750], lines.Select(static line => (int)line.At!.Value.TotalMilliseconds));
    }

    [Fact]
    public void Content_without_marks_is_the_clients_and_marked_as_doubtful()
    {
        var read = Read("S> 220 mx\nC> EHLO a\nS> 250 mx\nC> DATA\nS> 354 go\nSubject: x\n\nS is for server\n.\nS> 250 ok\nC> QUIT\nS> 221 bye\n").Document;

        Assert.Equal(["Subject: x", "", "S is for server", "."], Lines(read).Skip(5).Take(4).Select(static line => Octets(line)));
        Assert.Contains("* line 6 of the file has no mark", Encoding.UTF8.GetString(read.File.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The reply > 250 ok\nmeans yes, and > EHLO a\nbegins it.\n")]
    [InlineData("> 250 ok\n> EHLO a\n> 250 ok\n> EHLO a\n")]
    public void What_tells_no_sides_is_no_conversation(string text) => Assert.Throws<TranscriptException>(() => Read(text));

    [Theory]
    [InlineData("S: 220 mx\nC: EHLO a\nS: 250-mx\n250 SIZE\nC: QUIT\nS: 221 bye\n")]
    [InlineData("C: EHLO a\nC: QUIT\n")]
    [InlineData("# SMTP transcript 1\n\nS: 250-a\n250-b\nEHLO a\nQUIT\nS: 250 c\n")]
    public void A_transcript_stays_one(string transcript) => Assert.Null(Read(transcript).Format);

    static string Marked(string client, string server) => string.Concat(Said.Select((line, i) =>
        ((line.Side == 'C' ? client : server).Replace("#", $"{i % 10}", StringComparison.Ordinal) + line.Text).TrimEnd(' ') + "\n"));

    static void Holds(string text)
    {
        var read = Read(text);
        Assert.NotNull(read.Format);
        Assert.DoesNotContain("c2VjcmV0", Encoding.UTF8.GetString(read.Document.File.Span), StringComparison.Ordinal);
        Assert.Equal(
            Said.Select(static line => (line.Side, line.Text)),
            Lines(Read(text, keepSecrets: true).Document).Select(static line => (line.Wire.Direction == Direction.Client ? 'C' : 'S', Octets(line))));
    }

    static Imported Read(string text, bool keepSecrets = false) => Imported.Read(Encoding.UTF8.GetBytes(text), new ImportOptions(KeepSecrets: keepSecrets));

    static List<ConversationEvent.Line> Lines(TranscriptDocument document) => [.. document.Events().OfType<ConversationEvent.Line>()];

    static string Octets(ConversationEvent.Line line) => Encoding.UTF8.GetString(line.Wire.Content.Span);
}
