using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Importing;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Importing;

public class ImportTests
{
    static readonly string[] Pieces =
    [
        "S: 220 mx ESMTP", "C: EHLO me", "220 mx ESMTP", "250-mx", "250 OK", "354 go", "334 VXNlcm5hbWU6", "EHLO me", "AUTH LOGIN", "DATA", "BDAT 5 LAST", "BDAT 99999999999", ".", "QUIT",
        "<-  220 mx ESMTP", " -> EHLO me", "<~  250 OK", "=== Trying mx:25...", "=== TLS started with cipher TLSv1.3:X:256", "*** Remote host closed connection unexpectedly.",
        "CONNECTED(00000003)", "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----", "RENEGOTIATING", "- Simple Client Mode:", "- Handshake was completed", "Connected to smtps://mx:465/",
        "2026-11-22T17:05:53Z C: EHLO me", "send: 'ehlo me\\r\\n'", "reply: b'250 \\xff\\r\\n'", "send: 'broken \\u12", "17:05:54.4 reply: b\"x\"", "> EHLO me", "< 250 OK", "* Trying 1:25...",
        "} [5 bytes data]", "\r  0 --:--:-- 0* Connected to x (1) port 25", "mail: S: 220 mx", "mail: C: EHLO me", "<-- 220 mx", "--> EHLO me", "host = mx", "port = 25", "tls = on", "  SMTP<< 220 mx",
        "  SMTP>> EHLO me", "         250 OK", "  SMTP+> BDAT 7 LAST", "Nov 22 17:12:27 mx postfix/smtpd[1]: < a[1]: EHLO me", "Nov 22 17:12:27 mx postfix/smtpd[2]: > a[1]: 250 OK",
        "Nov 22 17:12:27 mx postfix/smtpd[1]: disconnect from a[1]", "Trying 1...", "Escape character is '^]'.", "Connection closed by foreign host.", "Ncat: Version 7.93 ( x )",
        "**** SMTP testing session as if from host 1", "PROXY TCP4 1 2 3 4", "$ telnet mx 25", "C:\\>telnet mx 25", "", "\r", "\0", "\u001b[31m", "\uFEFF", "# SMTP transcript 1", "{secret:plain}",
    ];

    static Gen<byte[]> AnyFile => Gen.OneOf(
        Gen.ArrayOf(Gen.Choose(0, 255).Select(static value => (byte)value)),
        from lines in Gen.ArrayOf(Gen.Elements(Pieces))
        from ending in Gen.Elements("\n", "\r\n", "\r\r\n")
        from cut in Gen.Choose(0, 3)
        select Encoding.UTF8.GetBytes(string.Join(ending, lines) + (cut == 0 ? "" : ending)));

    [Property(MaxTest = 500)]
    public Property Any_octets_are_read_or_refused_with_a_place() => Prop.ForAll(AnyFile.ToArbitrary(), static file =>
    {
        foreach (var format in ImportFormats.All.Prepend(null))
        {
            try
            {
                var imported = Imported.Read(file, new ImportOptions(format));

                // What was made of it can be read on to its end, and again.
                Assert.Equal(imported.Document.Events().Count(), TranscriptDocument.Parse(imported.Document.File).Events().Count());
            }
            catch (TranscriptException refused)
            {
                Assert.InRange(refused.Line, 1, int.MaxValue);
                Assert.InRange(refused.Column, 1, int.MaxValue);
            }
        }
    });

    [Property(MaxTest = 300)]
    public Property What_is_said_is_neither_lost_nor_invented(NonEmptyArray<NonNull<string>> texts) => Prop.ToProperty(Kept(texts.Get));

    static bool Kept(NonNull<string>[] texts)
    {
        // MailKit's log holds the octets themselves: each line comes out as it went in.
        var lines = texts.Select(static text => new string([.. text.Get.Where(static letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && letter != '\uFEFF')])).ToArray();
        var log = string.Concat(lines.Select(static line => $"C: {line}\r\n").Prepend("S: 220 mx\r\n").Prepend("Connected to smtp://mx:25/\r\n"));
        var read = Imported.Read(Encoding.UTF8.GetBytes(log), new ImportOptions(ImportFormats.Find("mailkit"), KeepSecrets: true)).Document.Events()
            .OfType<ConversationEvent.Line>().Where(static line => line.Wire.Direction == Direction.Client).Select(static line => Octets.Text(line.Wire.Bytes.Span));
        return read.SequenceEqual(lines.Select(static line => Octets.Text(Encoding.UTF8.GetBytes(line + "\r\n"))));
    }

    [Fact]
    public void Every_transcript_of_the_tree_is_itself()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "transcripts"), "*.smtp", SearchOption.AllDirectories))
        {
            var file = File.ReadAllBytes(path);
            var imported = Imported.Read(file);
            Assert.Null(imported.Format);
            Assert.Equal(file, imported.Document.File.ToArray());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("S: 220 mx ESMTP\nC: QUIT\n")]
    [InlineData("  C: QUIT\n  S: 221 Bye\n")]
    [InlineData("# SMTP transcript 1\npeer: mx:25\n\n* connecting host=mx port=25\n")]
    public void A_transcript_is_no_recording_of_another_program(string text) => Assert.Null(Imported.Read(Encoding.UTF8.GetBytes(text)).Format);

    [Theory]
    [InlineData("Dear sir,\n250 apples and 300 pears.\n", 1, 1)]
    [InlineData("# SMTP transcript 1\n\nC%: %GG\n", 3, 5)]
    [InlineData("# SMTP transcript 9\n", 1, 19)]
    public void What_is_neither_is_refused_with_its_place(string text, int line, int column)
    {
        var refused = Assert.Throws<TranscriptException>(() => Imported.Read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((line, column), (refused.Line, refused.Column));
    }

    [Fact]
    public void The_refusal_names_the_formats_that_are_known()
    {
        var refused = Assert.Throws<TranscriptException>(static () => Imported.Read("Dear sir,\n"u8.ToArray()));
        Assert.All(ImportFormats.All, format => Assert.Contains(format.Name, refused.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_conversation_of_a_file_can_be_had()
    {
        var log = Encoding.UTF8.GetBytes("Connected to smtp://a:25/\nS: 220 a\nC: QUIT\nS: 221 a\nConnected to smtp://b:25/\nS: 220 b\n");
        Assert.Equal(2, Imported.Read(log).Count);
        Assert.Equal("a:25", Imported.Read(log).Document.Header.Peer);
        Assert.Equal("b:25", Imported.Read(log, new ImportOptions(Number: 2)).Document.Header.Peer);
        Assert.Contains("2 conversations and no more", Assert.Throws<TranscriptException>(() => Imported.Read(log, new ImportOptions(Number: 3))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_LF_stands_out_where_the_recording_shows_CR()
    {
        var log = "Connected to smtp://a:25/\r\nS: 220 a\r\nC: EHLO me\r\nS: 250-a\nS: 250 SIZE\r\n"u8.ToArray();
        Assert.Equal([LineEnding.CrLf, LineEnding.CrLf, LineEnding.BareLf, LineEnding.CrLf], Lines(log).Select(static line => line.Wire.Ending));
    }

    [Fact]
    public void The_CR_of_a_terminal_is_nobodys() =>
        Assert.All(Lines("220 a ESMTP\r\nEHLO me\r\n250 a\r\n"u8.ToArray()), static line => Assert.Equal(LineEnding.CrLf, line.Wire.Ending));

    [Fact]
    public void UTF_16_as_PowerShell_writes_it_is_read()
    {
        var log = (byte[])[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("=== Trying mx:25...\r\n<-  220 ümlaut\r\n -> QUIT\r\n")];
        Assert.Equal(["220 ümlaut", "QUIT"], Lines(log).Select(static line => Encoding.UTF8.GetString(line.Wire.Content.Span)));
    }

    [Fact]
    public void A_clock_that_passes_midnight_goes_on()
    {
        var log = "23:59:59.5 connect: to ('mx', 25) None\n23:59:59.75 reply: b'220 mx\\r\\n'\n00:00:00.25 send: 'quit\\r\\n'\n"u8.ToArray();
        Assert.Equal([TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.75)], Lines(log).Select(static line => line.At!.Value));
    }

    [Fact]
    public void Content_that_was_not_recorded_is_not_taken_from_what_follows()
    {
        var log = "  SMTP<< 220 mx\n  SMTP>> EHLO me\n  SMTP<< 250 mx\n  SMTP>> BDAT 100 LAST\n  SMTP>> QUIT\n  SMTP<< 250 ok\n"u8.ToArray();
        Assert.Equal(0, Imported.Read((byte[])[.. "Connecting to mx [1]:25 ... \n"u8, .. log]).Document.HasStartTls ? 1 : 0);
        var client = Lines((byte[])[.. "Connecting to mx [1]:25 ... \n"u8, .. log]).Where(static line => line.Wire.Direction == Direction.Client).ToList();
        Assert.Equal(100, client[2..^1].Sum(static line => line.Wire.Bytes.Length));
        Assert.Equal("QUIT\r\n", Octets.Text(client[^1].Wire.Bytes.Span));
    }

    [Theory]
    [InlineData("C:\\Users\\me>telnet mx.example.org 25\n220 mx ESMTP\nEHLO me\n250 mx\n", "mx.example.org:25")]
    [InlineData("me@host:~$ openssl s_client -connect mx.example.org:465\nCONNECTED(00000003)\n220 mx ESMTP\n", "mx.example.org:465")]
    [InlineData("# nc -C mx.example.org 587\n220 mx ESMTP\nEHLO me\n250 mx\n", "mx.example.org:587")]
    [InlineData("$ nc -X connect -x proxy:1080 -P secret mx.example.org 25\n220 mx ESMTP\nEHLO me\n250 mx\n", null)]
    public void The_command_before_a_conversation_names_the_server(string log, string? peer)
    {
        var imported = Imported.Read(Encoding.UTF8.GetBytes(log));
        Assert.NotNull(imported.Format);
        Assert.Equal(peer, imported.Document.Header.Peer);
    }

    // What swaks prints since 2024; the recordings are of the version before.
    [Theory]
    [InlineData("passed CA verification, passed host verification (using host mx to verify)", true)]
    [InlineData("failed CA verification (self-signed certificate), failed host verification (using host mx to verify)", false)]
    public void A_newer_swaks_tells_whether_the_certificate_verified(string words, bool verified)
    {
        var log = $"=== Trying mx:465...\n=== TLS started with cipher TLSv1.3:X:256\n=== TLS peer[0]   subject=[/CN=mx]\n=== TLS peer certificate {words}\n<~  220 mx\n ~> QUIT\n";
        var tls = Assert.Single(Imported.Read(Encoding.UTF8.GetBytes(log)).Document.Events().OfType<ConversationEvent.TlsStarted>());
        Assert.Equal(("/CN=mx", verified), (tls.Session.Certificates[0].Subject, tls.Session.Verified));
    }

    [Fact]
    public void A_log_with_whole_dates_gives_the_date()
    {
        var log = "2026-11-22T09:41:07.120000+01:00 mx postfix/smtpd[7]: > a[192.0.2.1]: 220 mx\n2026-11-22T09:41:07.620000+01:00 mx postfix/smtpd[7]: < a[192.0.2.1]: QUIT\n"u8.ToArray();
        Assert.Equal("2026-11-22T08:41:07.120Z", Imported.Read(log).Document.Header["date"]);
        Assert.Equal(TimeSpan.FromSeconds(0.5), Lines(log)[1].At);
    }

    [Theory]
    [InlineData("220 mx\nQUIT\n", true)]
    [InlineData("EHLO me\n250 mx\n", true)]
    [InlineData("220 mx\n250 mx\n", false)]
    [InlineData("250 of them came.\nQuit smoking.\nIt is winter.\nAnd cold.\n", false)]
    public void Replies_and_commands_alone_make_a_conversation(string text, bool isOne) =>
        Assert.Equal(isOne, Record.Exception(() => Imported.Read(Encoding.UTF8.GetBytes(text))) is null);

    [Fact]
    public void A_conversation_that_a_page_indents_is_read_as_it_was() =>
        Assert.Equal(
            ["220 mx ESMTP\r\n", "EHLO me\r\n", "250 mx\r\n", "DATA\r\n", "354 go\r\n", "  a\r\n", ".\r\n", "250 ok\r\n"],
            Lines("    220 mx ESMTP\n    EHLO me\n\n    250 mx\n    DATA\n    354 go\n      a\n    .\n    250 ok\n"u8.ToArray()).Select(static line => Octets.Text(line.Wire.Bytes.Span)));

    [Fact]
    public void A_program_that_repeats_a_credential_beside_the_conversation_is_not_quoted()
    {
        var log = "=== Trying mx:25...\n<-  220 mx\n -> AUTH PLAIN AHVzZXIAaHVudGVyMjIy\n<** 535 no\n*** Authentication with hunter222 failed\n*** Error connecting to hunter222:1\n"u8.ToArray();
        var transcript = Encoding.UTF8.GetString(Imported.Read(log).Document.File.Span);
        Assert.Contains("Authentication with {secret:plain} failed", transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter222", transcript, StringComparison.Ordinal);
    }

    static List<ConversationEvent.Line> Lines(byte[] log) => [.. Imported.Read(log).Document.Events().OfType<ConversationEvent.Line>()];
}
