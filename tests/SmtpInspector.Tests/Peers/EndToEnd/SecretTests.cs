using System.Text;

namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>A credential that is piped in reaches the server where it belongs, and stands nowhere else.</summary>
public class SecretTests(PostfixPeer postfix, EximPeer exim, OpenSmtpdPeer openSmtpd)
{
    const string Password = "xyzzy-plugh-42";

    static readonly string Plain = Convert.ToBase64String(Encoding.ASCII.GetBytes($"\0mallory\0{Password}"));
    static readonly string Word = Convert.ToBase64String(Encoding.ASCII.GetBytes(Password));
    static readonly string User = Convert.ToBase64String("mallory"u8);

    /// <summary>What is sent, and what the server says to it: accepted, refused at once, after the user name, or never asked for.</summary>
    public static TheoryData<string, string, string> Exchanges
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var server in (string[])["postfix", "exim", "opensmtpd"])
            {
                rows.Add(server, "PLAIN in the command", $"AUTH PLAIN {Plain}\n");
                rows.Add(server, "PLAIN in an answer", $"AUTH PLAIN\n{Plain}\n");
                rows.Add(server, "LOGIN", $"AUTH LOGIN\n{User}\n{Word}\n");
                rows.Add(server, "LOGIN with initial response", $"AUTH LOGIN {User}\n{Word}\n");
                rows.Add(server, "wrong user", $"AUTH LOGIN\n{Convert.ToBase64String("eve"u8)}\n{Word}\n");
                rows.Add(server, "unknown mechanism", $"AUTH FROBNICATE\n{Plain}\n{Word}\n");
                rows.Add(server, "not base64", $"AUTH LOGIN\n{User}\n{Password}\n");
                rows.Add(server, "cancelled after the user name", $"AUTH LOGIN\n{User}\n*\n{Word}\n");
                // What stands in an AUTH command that the server refuses is in the server's hands: Exim and OpenSMTPD log it.
                rows.Add(server, "unknown mechanism with response", $"AUTH FROBNICATE eA==\n{Word}\n");
                rows.Add(server, "twice", $"AUTH PLAIN {Plain}\nAUTH LOGIN\n{Plain}\n");
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Exchanges))]
    public async Task No_output_no_file_and_no_log_holds_it(string name, string exchange, string lines)
    {
        Assert.NotEmpty(exchange);
        LoopbackPeer server = name switch { "postfix" => postfix, "exim" => exim, _ => openSmtpd };
        await server.StartAsync();
        using var home = new TestHome();
        var before = server.Log.Length;

        // Every exchange is printed in both forms, though not with every server.
        var ended = await ProgramUnderTest.RunAsync(
            home,
            Octets.Of("EHLO client.test\n" + lines + "NOOP\nQUIT\n"),
            ["connect", server.Implicit, "--tls", "implicit", "--ca", server.CaFile, "--save", "talk.smtp", .. name == "exim" ? (string[])["--json"] : []]);

        Assert.InRange(ended.Status, 0, 1);
        Assert.Contains("221", ended.Output, StringComparison.Ordinal);
        Clean("standard output", ended.Output);
        Clean("standard error", ended.Error);
        Assert.True(File.Exists(home.Path("talk.smtp")));
        foreach (var file in Directory.EnumerateFiles(home.Folder, "*", SearchOption.AllDirectories))
        {
            Clean(file, Octets.Text(File.ReadAllBytes(file)));
        }

        await Task.Delay(200);
        Clean("the server's log", server.Log[before..]);
    }

    [Fact]
    public async Task A_log_would_tell()
    {
        await exim.StartAsync();
        var before = exim.Log.Length;

        // What a client does that sends the answers on as commands.
        await ChildProcess.RunAsync(
            PeerTool.Require("openssl"),
            ["s_client", "-connect", exim.Implicit, "-quiet", "-crlf", "-nocommands"],
            Octets.Of($"EHLO client.test\n{Word}\nQUIT\n"));

        Assert.Contains(Word, await exim.LogUntilAsync(Word, before), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AUTH PLAIN ")]
    [InlineData("AUTH LOGIN\n")]
    public async Task Before_tls_on_a_network_it_is_not_sent_at_all(string lines)
    {
        // Not loopback as far as the program can tell: the rule is tried where a test can listen, by the machine's own address.
        var address = (await System.Net.Dns.GetHostAddressesAsync(System.Net.Dns.GetHostName()))
            .FirstOrDefault(candidate => candidate.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork && !System.Net.IPAddress.IsLoopback(candidate));
        Assert.SkipWhen(address is null, "this machine has no address but loopback");
        await using var server = ScriptedServer.PlayOn(
            address!, ServerStep.Say("220 hi"), ServerStep.Hear("EHLO"), ServerStep.Say("250-hi\r\n250 AUTH PLAIN LOGIN"), ServerStep.HearTheRest());

        var ended = await ProgramUnderTest.RunAsync(
            "EHLO client.test\n" + lines + (lines.EndsWith('\n') ? $"{User}\n{Word}\n" : $"{Plain}\n"), "connect", $"{address}:{server.Port}", "--tls", "none");

        ended.Expect(4);
        Assert.DoesNotContain("AUTH", await server.DoneAsync(), StringComparison.Ordinal);
    }

    static void Clean(string where, string text)
    {
        foreach (var form in (string[])[Password, Plain, Word, Convert.ToHexString(Encoding.ASCII.GetBytes(Password))])
        {
            Assert.False(text.Contains(form, StringComparison.OrdinalIgnoreCase), $"{where} holds {form}:\n{text}");
        }
    }
}
