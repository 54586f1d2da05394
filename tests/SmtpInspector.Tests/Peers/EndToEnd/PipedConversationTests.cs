namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>Whole conversations with real servers, lines piped in as from a file.</summary>
public class PipedConversationTests(PostfixPeer postfix, EximPeer exim, OpenSmtpdPeer openSmtpd)
{
    const string Transaction = """
        MAIL FROM:<sender@client.test>
        RCPT TO:<user@loop.test>
        DATA
        From: sender@client.test
        Date: Sun, 22 Nov 2026 09:41:07 +0000
        Message-ID: <piped@client.test>
        Subject: piped

        .a line that begins with a dot
        .
        QUIT

        """;

    [Theory]
    [InlineData("postfix", "implicit", "Ok: queued as")]
    [InlineData("postfix", "starttls", "Ok: queued as")]
    [InlineData("postfix", "by-hand", "Ok: queued as")]
    [InlineData("postfix", "auto", "Ok: queued as")]
    [InlineData("postfix", "none", "Ok: queued as")]
    [InlineData("exim", "implicit", "OK id=")]
    [InlineData("exim", "starttls", "OK id=")]
    [InlineData("exim", "by-hand", "OK id=")]
    [InlineData("opensmtpd", "implicit", "Message accepted for delivery")]
    [InlineData("opensmtpd", "starttls", "Message accepted for delivery")]
    [InlineData("opensmtpd", "by-hand", "Message accepted for delivery")]
    public async Task A_message_is_accepted(string name, string mode, string accepted)
    {
        var server = await ServerAsync(name);
        string[] options = mode switch
        {
            "implicit" => [server.Implicit, "--tls", "implicit"],
            "by-hand" => [server.StartTls, "--tls", "none"],
            _ => [server.StartTls, "--tls", mode],
        };
        var before = server.Log.Length;

        var ended = await ProgramUnderTest.RunAsync(
            "EHLO client.test\n" + (mode == "by-hand" ? "STARTTLS\nEHLO client.test\n" : "") + Transaction, ["connect", .. options, "--ca", server.CaFile]);

        ended.Expect(0);
        Assert.Contains(ended.Lines, line => line.StartsWith("S: 250 ", StringComparison.Ordinal) && line.Contains(accepted, StringComparison.Ordinal));
        Assert.Contains("C: ..a line that begins with a dot", ended.Lines);
        Assert.Contains(ended.Lines, line => line.StartsWith("S: 221 ", StringComparison.Ordinal));
        Assert.Equal(mode != "none", ended.Lines.Any(line => line.StartsWith("* TLS 1.3", StringComparison.Ordinal)));
        Assert.DoesNotContain(ended.Lines, line => line.StartsWith("! ", StringComparison.Ordinal) || line.StartsWith("~ ", StringComparison.Ordinal));
        Assert.Contains("sender@client.test", await server.LogUntilAsync("sender@client.test", before), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postfix", "plain", "PLAIN")]
    [InlineData("postfix", "implicit", "LOGIN")]
    [InlineData("exim", "implicit", "PLAIN")]
    [InlineData("exim", "plain", "LOGIN")]
    [InlineData("opensmtpd", "implicit", "PLAIN")]
    [InlineData("opensmtpd", "implicit", "LOGIN")]
    public async Task Credentials_typed_as_lines_are_accepted(string name, string mode, string mechanism)
    {
        var server = await ServerAsync(name);
        var lines = mechanism == "PLAIN" ? "AUTH PLAIN\nAHVzZXIAc2VjcmV0\n" : "AUTH LOGIN\ndXNlcg==\nc2VjcmV0\n";
        string[] options = mode == "implicit" ? [server.Implicit, "--tls", "implicit"] : [server.Plain, "--tls", "none"];

        var ended = await ProgramUnderTest.RunAsync("EHLO client.test\n" + lines + Transaction, ["connect", .. options, "--ca", server.CaFile]);

        ended.Expect(0);
        Assert.Contains(ended.Lines, line => line.StartsWith("S: 235 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_of_a_file_with_either_ending_are_sent_alike()
    {
        var server = await ServerAsync("postfix");

        foreach (var ending in (string[])["\n", "\r\n"])
        {
            // The last line has no ending.
            var ended = await ProgramUnderTest.RunAsync(
                ("EHLO client.test\n" + Transaction).Replace("\n", ending, StringComparison.Ordinal).TrimEnd(), "connect", server.Plain, "--tls", "none");

            ended.Expect(0);
            Assert.Contains("C: QUIT", ended.Lines);
            Assert.DoesNotContain(ended.Lines, line => line.Contains('\r', StringComparison.Ordinal) || line.StartsWith("! ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_refused_recipient_makes_the_status_1_and_the_rest_goes_on()
    {
        var server = await ServerAsync("postfix");

        var ended = await ProgramUnderTest.RunAsync(
            "EHLO client.test\nMAIL FROM:<sender@client.test>\nRCPT TO:<nobody@loop.test>\nDATA\nSubject: never sent\n\n.\nRSET\n",
            "connect", server.Plain, "--tls", "none");

        ended.Expect(1);
        Assert.Contains(ended.Lines, line => line.StartsWith("S: 550 5.1.1", StringComparison.Ordinal));
        Assert.DoesNotContain("C: Subject: never sent", ended.Lines);
        Assert.Contains("C: RSET", ended.Lines);
        Assert.Contains("C: QUIT", ended.Lines);
    }

    [Fact]
    public async Task What_was_recorded_reads_as_the_conversation_was()
    {
        var server = await ServerAsync("postfix");
        using var home = new TestHome();

        var ended = await ProgramUnderTest.RunAsync(
            home, Octets.Of("EHLO client.test\n" + Transaction), "connect", server.Implicit, "--tls", "implicit", "--ca", server.CaFile, "--save", "talk.smtp");

        ended.Expect(0);
        var recorded = File.ReadLines(home.Path("talk.smtp")).Where(line => line.StartsWith("C: ", StringComparison.Ordinal) || line.StartsWith("S: ", StringComparison.Ordinal));
        var withoutTimes = recorded.Select(line => System.Text.RegularExpressions.Regex.Replace(line, @"^(..) \[\d+\.\d{3}\] ?", "$1 "));
        Assert.Equal(ended.Lines.Where(line => line.StartsWith("C: ", StringComparison.Ordinal) || line.StartsWith("S: ", StringComparison.Ordinal)), withoutTimes);
    }

    async Task<LoopbackPeer> ServerAsync(string name)
    {
        LoopbackPeer server = name switch { "postfix" => postfix, "exim" => exim, _ => openSmtpd };
        await server.StartAsync();
        return server;
    }
}
