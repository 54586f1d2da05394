using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Show;
using SmtpInspector.Tests.Contract;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Show;

public class ExportTests
{
    const string Login = """
        # SMTP transcript 1
        peer: mx.test:587
        date: 2026-11-22T09:41:07.120Z
        title: A *bold* <title>

        S: [0.010] 220 mx.test
        C: [0.020] EHLO me.test
        S: [0.030] 250-mx.test
        S: [0.031] 250 AUTH LOGIN
        C: [0.040] AUTH LOGIN
        S: [0.050] 334 VXNlcm5hbWU6
        C: [0.060] YWxpY2U=
        S: [0.070] 334 UGFzc3dvcmQ6
        C: [0.080] c2VjcmV0d29yZA==
        S: [0.090] 235 in
        C: [0.100] MAIL FROM: <a@b.test>
        S: [0.110] 250 ok
        C: [0.120] RCPT TO:<c@d.test>
        S: [0.130] 550 no
        C: [0.140] QUIT
        S: [0.150] 221 bye
        """;

    static string Message(params string[] content) =>
        $"S: 220 mx.test\nC: EHLO me.test\nS: 250 mx.test\nC: MAIL FROM:<a@b.test>\nS: 250 ok\nC: RCPT TO:<c@d.test>\nS: 250 ok\nC: DATA\nS: 354 go\n{string.Concat(content.Select(line => $"C: {line}\n"))}C: .\nS: 250 ok\n";

    [Fact]
    public void Markdown_tells_server_date_lines_with_times_verdicts_and_findings_with_their_sections()
    {
        var text = Markdown(Login);
        Assert.StartsWith("# SMTP conversation with `mx.test:587`\n\nA \\*bold\\* \\<title\\>\n\n- 2026-11-22 09:41:07 UTC\n", text, StringComparison.Ordinal);
        Assert.Contains("    0.010 ✓ S: 220 mx.test\n", text, StringComparison.Ordinal);
        Assert.Contains("    0.031 ✓ S: 250-mx.test\n            S: 250 AUTH LOGIN\n", text, StringComparison.Ordinal);
        Assert.Contains("    0.050 → S: 334 VXNlcm5hbWU6   (base64: Username:)\n", text, StringComparison.Ordinal);
        Assert.Contains("    0.130 ✗ S: 550 no\n", text, StringComparison.Ordinal);
        Assert.Contains("(RFC 5321 §3.3)\n", text, StringComparison.Ordinal);
        Assert.Contains("](https://www.rfc-editor.org/rfc/rfc5321#section-3.3)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_leaves_credentials_out_unless_they_are_asked_for()
    {
        Assert.DoesNotContain("c2VjcmV0d29yZA", Markdown(Login), StringComparison.Ordinal);
        Assert.Contains("C: {secret:login-password}", Markdown(Login), StringComparison.Ordinal);
        Assert.Contains("C: c2VjcmV0d29yZA==", ConversationMarkdown.Render(TranscriptHeader.Empty, Items(Login), keepSecrets: true), StringComparison.Ordinal);
    }

    [Property]
    public bool A_server_can_neither_leave_the_block_nor_send_control_characters(byte[]? octets)
    {
        byte[] some = [.. "`\n\r\t\x1b #*<"u8, 0x9b, 0xe2, 0x80, 0xae];
        var line = (octets ?? []).Select(octet => some[octet % some.Length]).Where(octet => octet != '\n').ToArray();
        var text = Markdown($"S%: 220 {string.Concat(line.Select(octet => $"%{octet:X2}"))}%0D%0A");
        var lines = text.Split('\n');
        var fence = lines.First(found => found.StartsWith("```", StringComparison.Ordinal))[..^"text".Length];
        return lines.Count(found => found == fence) == 1
            && lines.All(found => found == fence || !found.TrimStart().StartsWith(fence, StringComparison.Ordinal) || found == fence + "text")
            && !text.Any(character => char.IsControl(character) && character != '\n')
            && !text.Contains('\u202e', StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_message_markdown_has_the_beginning()
    {
        var text = Markdown(Message([.. Enumerable.Range(0, 100).Select(i => $"line {i}")]));
        Assert.Contains("C: line 39\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("C: line 40\n", text, StringComparison.Ordinal);
        Assert.Contains("… 61 more lines of the message\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Subject: x\r\n\r\n.dot\r\n..two\r\n", "Subject: x", "", "..dot", "...two")]
    [InlineData("\r\n", "")]
    [InlineData("")]
    public void An_eml_is_what_the_server_takes_for_the_message(string message, params string[] content) =>
        Assert.Equal(message, Encoding.UTF8.GetString(Assert.Single(MessageExport.All(Items(Message(content)), keepSecrets: false))));

    [Fact]
    public void Every_message_of_a_conversation_is_one_and_half_a_message_is_none()
    {
        var text = Message("one") + Message("two")[Message()[..].IndexOf("C: MAIL", StringComparison.Ordinal)..];
        var half = text[..text.LastIndexOf("C: .\n", StringComparison.Ordinal)];
        Assert.Equal(["one\r\n", "two\r\n"], MessageExport.All(Items(text), false).Select(Encoding.UTF8.GetString));
        Assert.Equal(["one\r\n"], MessageExport.All(Items(half), false).Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public void Chunks_are_put_together_octet_for_octet_and_have_no_dots_to_take_away()
    {
        const string text = """
            S: 220 mx.test
            C: EHLO me.test
            S: 250-mx.test
            S: 250 CHUNKING
            C: MAIL FROM:<a@b.test>
            S: 250 ok
            C: RCPT TO:<c@d.test>
            S: 250 ok
            C: BDAT 12
            C: Subject: x
            S: 250 ok
            C: BDAT 6
            C%: %0D%0A..ab
            S: 250 ok
            C: BDAT 0 LAST
            S: 250 ok
            """;
        Assert.Equal("Subject: x\r\n\r\n..ab", Encoding.UTF8.GetString(Assert.Single(MessageExport.All(Items(text), false))));
    }

    [Fact]
    public void An_entry_has_the_forms_that_make_sense_for_it()
    {
        var items = Items(Login).ToList();
        var reply = items.First(item => item.Entry is Entry.Reply { Value.Code: 250 });
        Assert.Equal([ExportForm.Text, ExportForm.Octets, ExportForm.Hex], EntryExport.FormsOf(reply, keepSecrets: false));
        Assert.Equal("250-mx.test\n250 AUTH LOGIN", Rendered(reply, ExportForm.Text));
        Assert.Equal("250-mx.test\r\n250 AUTH LOGIN\r\n", Rendered(reply, ExportForm.Octets));

        var challenge = items.First(item => item.Entry is Entry.Reply { Value.Code: 334 });
        Assert.Equal("Username:", Rendered(challenge, ExportForm.Decoded));
    }

    [Fact]
    public void A_credential_leaves_only_when_it_is_asked_for()
    {
        var password = Items(Login).Last(item => item.Entry is Entry.Command { IsAuthAnswer: true });
        Assert.Equal("{secret:login-password}\r\n", Rendered(password, ExportForm.Octets));
        Assert.DoesNotContain("c2Vj", Rendered(password, ExportForm.Hex), StringComparison.Ordinal);
        Assert.Null(EntryExport.Render(password, ExportForm.Decoded, keepSecrets: false));
        Assert.Equal("secretword", Encoding.UTF8.GetString(EntryExport.Render(password, ExportForm.Decoded, keepSecrets: true)!));
    }

    [Fact]
    public void A_message_is_decoded_field_by_field_and_text_by_text()
    {
        var data = Items(Message(
            "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", "=C3=A4 =E2=82=AC=", "!"))
            .Single(item => item.Entry is Entry.Data);
        var text = Rendered(data, ExportForm.Decoded);
        Assert.StartsWith("Subject: Grüße\n", text, StringComparison.Ordinal);
        Assert.Contains("\n\nä €!\n", text, StringComparison.Ordinal);
        Assert.Equal([ExportForm.Text, ExportForm.Octets, ExportForm.Hex, ExportForm.Decoded, ExportForm.Eml], EntryExport.FormsOf(data, false));
    }

    [Fact]
    public void Hex_shows_every_octet_and_makes_controls_visible() => Assert.Equal(
        "0000  32 35 30 20 6f 6b 0d 0a  00 7f ff                 |250 ok␍␊␀␡.|\n",
        HexDump.Of([.. "250 ok\r\n"u8, 0, 0x7f, 0xff]));

    [Fact]
    public async Task The_verb_prints_markdown_and_the_message_alone()
    {
        var transcript = Encoding.UTF8.GetBytes(Message("Subject: x", "", "..hello"));
        Assert.StartsWith("# SMTP conversation\n", (await Conversing.ShowAsync(transcript, "--markdown")).Expect(0).Output, StringComparison.Ordinal);
        Assert.Equal("Subject: x\r\n\r\n.hello\r\n"u8.ToArray(), (await Conversing.ShowAsync(transcript, "--eml")).Expect(0).OutputOctets);
        Assert.Contains("there is one message in it", (await Conversing.ShowAsync(transcript, "--eml", "--message", "2")).Expect(2).Error, StringComparison.Ordinal);
        (await Conversing.ShowAsync(transcript, "--eml", "--markdown")).Expect(2);
        Assert.Contains("No message was sent whole", (await Conversing.ShowAsync("S: 220 hi\n"u8.ToArray(), "--eml")).Expect(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sample_can_be_exported_in_every_form()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "transcripts"), "*.smtp", SearchOption.AllDirectories))
        {
            var document = TranscriptDocument.Parse(File.ReadAllBytes(path));
            var items = ExportItem.Of(Replay.Of(document)).ToList();
            Assert.NotEmpty(ConversationMarkdown.Render(document.Header, items, keepSecrets: false));
            Assert.All(items, item => Assert.All(EntryExport.FormsOf(item, false), form => Assert.NotNull(EntryExport.Render(item, form, false))));
        }
    }

    static string Markdown(string transcript)
    {
        var document = TranscriptDocument.Parse(Encoding.UTF8.GetBytes(transcript + "\n"));
        return ConversationMarkdown.Render(document.Header, ExportItem.Of(Replay.Of(document)), keepSecrets: false);
    }

    static IEnumerable<ExportItem> Items(string transcript) => ExportItem.Of(Replay.Of(TranscriptDocument.Parse(Encoding.UTF8.GetBytes(transcript + "\n"))));

    static string Rendered(ExportItem item, ExportForm form) => Encoding.UTF8.GetString(EntryExport.Render(item, form, keepSecrets: false)!);
}
