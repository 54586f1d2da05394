using System.Net.NetworkInformation;

namespace SmtpInspector.Tests.Peers;

/// <summary>The real servers run and converse, shown by a client that was not written here.</summary>
public class LoopbackPeerTests(PostfixPeer postfix, EximPeer exim, OpenSmtpdPeer openSmtpd, ChasquidPeer chasquid)
{
    [Theory]
    [InlineData("postfix", "implicit", "PLAIN")]
    [InlineData("postfix", "starttls", "LOGIN")]
    [InlineData("postfix", "plain", "CRAM-MD5")]
    [InlineData("postfix", "plain", null)]
    [InlineData("exim", "implicit", "LOGIN")]
    [InlineData("exim", "starttls", "PLAIN")]
    [InlineData("exim", "plain", "CRAM-MD5")]
    [InlineData("opensmtpd", "implicit", "LOGIN")]
    [InlineData("opensmtpd", "starttls", "PLAIN")]
    [InlineData("opensmtpd", "plain", null)]
    [InlineData("chasquid", "implicit", "PLAIN")]
    [InlineData("chasquid", "starttls", "PLAIN")]
    [InlineData("chasquid", "plain", null)]
    public async Task A_message_is_accepted(string server, string mode, string? mechanism)
    {
        var ended = await SwaksAsync(await ServerAsync(server), mode, [.. mechanism is null ? (string[])[] : ["--auth", mechanism, "--auth-user", server == "chasquid" ? "user@loop.test" : "user", "--auth-password", "secret"]]);

        ended.Expect(0);
        Assert.Equal(mode != "plain", ended.Output.Contains("=== TLS started", StringComparison.Ordinal));
        Assert.Equal(mechanism is not null, ended.Output.Contains(" 235 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("postfix", "nobody@loop.test", "550 5.1.1")]
    [InlineData("postfix", "later@loop.test", "450 4.2.1")]
    [InlineData("exim", "nobody@loop.test", "550 5.1.1")]
    [InlineData("exim", "later@loop.test", "451 4.2.1")]
    [InlineData("opensmtpd", "nobody@loop.test", "550 5.1.1")]
    [InlineData("opensmtpd", "later@loop.test", "450 4.2.1")]
    [InlineData("chasquid", "nobody@loop.test", "550 5.1.1")]
    public async Task A_recipient_is_refused(string server, string recipient, string reply)
    {
        var ended = await SwaksAsync(await ServerAsync(server), "plain", "--to", recipient);

        ended.Expect(24);
        Assert.Contains("<** " + reply, ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postfix", "disconnect from unknown[127.0.0.1] ehlo=1")]
    [InlineData("exim", "<= sender@client.test")]
    [InlineData("opensmtpd", "smtp connected address=127.0.0.1")]
    [InlineData("chasquid", "from=sender@client.test queued")]
    public async Task The_log_tells_of_a_conversation(string name, string entry)
    {
        var server = await ServerAsync(name);
        var before = server.Log.Length;

        await SwaksAsync(server, "plain");

        Assert.Contains(entry, await server.LogUntilAsync(entry, before), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ses_like_port_refuses_what_amazon_refuses()
    {
        await postfix.StartAsync();

        var ended = await SwaksAsync(postfix, "ses", "--auth", "LOGIN", "--auth-user", "AKIAIOSFODNN7EXAMPLE", "--auth-password", "wJalrXUtnFEMIexamplekey");

        ended.Expect(24);
        Assert.Contains("Message rejected: Email address is not verified.", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_ends_and_leaves_nothing_when_its_starter_is_gone()
    {
        await exim.StartAsync();
        await using var script = ChildProcess.Start(Path.Combine(Repository.Folder, "tests", "Peers", "exim-loopback"), []);
        await script.UntilAsync("ready");
        var values = script.Output.ToString().Split('\n').Select(line => line.Split('=')).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);

        // What the kernel does with the pipe when the process that holds it is killed.
        script.CloseInput();
        (await script.EndAsync()).Expect(0);

        Assert.False(Directory.Exists(values["directory"]));
        Assert.DoesNotContain(
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(),
            listener => listener.Port.ToString(System.Globalization.CultureInfo.InvariantCulture) == values["plain"]);
    }

    async Task<LoopbackPeer> ServerAsync(string name)
    {
        LoopbackPeer server = name switch { "postfix" => postfix, "exim" => exim, "chasquid" => chasquid, _ => openSmtpd };
        await server.StartAsync();
        return server;
    }

    static Task<ChildProcess.Ended> SwaksAsync(LoopbackPeer server, string mode, params string[] options) => ChildProcess.RunAsync(
        PeerTool.Require("swaks"),
        [
            "--server", mode switch { "implicit" => server.Implicit, "starttls" => server.StartTls, "ses" => ((PostfixPeer)server).SesImplicit, _ => server.Plain },
            .. mode switch { "implicit" or "ses" => (string[])["--tls-on-connect"], "starttls" => ["--tls"], _ => [] },
            "--helo", "client.test", "--from", "sender@client.test", "--to", "user@loop.test", .. options,
        ]);
}
