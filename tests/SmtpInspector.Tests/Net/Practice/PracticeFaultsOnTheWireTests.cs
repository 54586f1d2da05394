using System.Security.Authentication;
using System.Text;
using SmtpInspector.Net.Practice;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Tests.Net.Practice;

/// <summary>Faults that a session alone cannot show: they need a socket, a handshake, or several connections.</summary>
public class PracticeFaultsOnTheWireTests
{
    static Task<PracticeServer> StartAsync(string profile, params string[] faults)
    {
        Assert.True(PracticeSetup.TryParse(profile, faults, out var setup, out var error), error);
        return PracticeServer.StartAsync(new PracticeServerOptions
        {
            Profile = setup.Profile,
            Faults = setup.Faults,
            Seed = 7,
            Idle = TimeSpan.FromSeconds(60),
        });
    }

    [Theory]
    [InlineData("expired-certificate")]
    [InlineData("wrong-name-certificate")]
    public async Task A_certificate_with_a_fault_does_not_verify_though_its_authority_is_trusted(string fault)
    {
        await using var server = await StartAsync("ses", fault);
        await using var client = await PracticeClient.ConnectRawAsync(server, server.Port);
        await Assert.ThrowsAsync<AuthenticationException>(client.StartTlsAsync);
    }

    [Fact]
    public async Task A_drip_brings_the_same_octets_one_by_one()
    {
        await using var server = await StartAsync("ses", "drip=0.001");
        await using var client = await PracticeClient.ConnectAsync(server);
        await client.ReadReplyAsync();
        Assert.Equal("250 Ok", await client.SendAsync("NOOP"));
        Assert.Equal("221 Bye", await client.SendAsync("QUIT"));
    }

    [Theory]
    [InlineData("close=EHLO", "")]
    [InlineData("421=EHLO", "421 Service closing transmission channel")]
    public async Task An_end_at_a_step_is_the_end_of_the_connection(string fault, string reply)
    {
        await using var server = await StartAsync("ses", fault);
        await using var client = await PracticeClient.ConnectAsync(server);
        await client.ReadReplyAsync();
        Assert.Equal(reply, await client.SendAsync("EHLO client.example.com"));
        Assert.Equal("", await client.ReadReplyAsync());
    }

    [Fact]
    public async Task Greylisting_remembers_a_recipient_from_connection_to_connection()
    {
        await using var server = await StartAsync("postfix", "greylisting");
        foreach (var code in new[] { "450 ", "250 " })
        {
            await using var client = await PracticeClient.ConnectAsync(server);
            await client.ReadReplyAsync();
            await client.SendAsync("EHLO client.example.com");
            await client.SendAsync("MAIL FROM:<a@client.example.com>");
            Assert.StartsWith(code, await client.SendAsync("RCPT TO:<someone@example.org>"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Chunks_are_counted_whatever_is_in_them_and_however_they_are_cut()
    {
        await using var server = await StartAsync("postfix");
        await using var client = await PracticeClient.ConnectAsync(server);
        await client.ReadReplyAsync();
        await client.SendAsync("EHLO client.example.com");

        // RFC 3030 §2: a chunk need not end with a line; the next command stands right behind its last octet.
        await client.SendRawAsync("MAIL FROM:<a@client.example.com>\r\nRCPT TO:<someone@example.org>\r\nBDAT 9\r\nhello\r\n.\r");
        Assert.Equal("250 2.1.0 Ok", await client.ReadReplyAsync());
        Assert.Equal("250 2.1.5 Ok", await client.ReadReplyAsync());
        Assert.Equal("250 2.0.0 Ok: 9 bytes", await client.ReadReplyAsync());
        await client.SendRawAsync("BDAT 5 LAST\r\n\nQUI");
        await client.SendRawAsync("T");
        Assert.Matches("^250 2.0.0 Ok: 14 bytes queued as [0-9A-F]{11}$", await client.ReadReplyAsync());
        Assert.Equal("221 2.0.0 Bye", await client.SendAsync("QUIT"));
        Assert.Equal("hello\r\n.\r\nQUIT", Encoding.ASCII.GetString(Assert.Single(server.Messages).Message.Content));
    }

    [Fact]
    public async Task A_chunk_without_a_recipient_is_heard_to_its_end_and_then_refused()
    {
        await using var server = await StartAsync("postfix");
        await using var client = await PracticeClient.ConnectAsync(server);
        await client.ReadReplyAsync();
        await client.SendRawAsync("BDAT 40000 LAST\r\n" + new string('x', 40000) + "NOOP\r\n");
        Assert.StartsWith("503 ", await client.ReadReplyAsync(), StringComparison.Ordinal);
        Assert.Equal("250 2.0.0 Ok", await client.ReadReplyAsync());
    }

    [Theory]
    [InlineData("exchange")]
    [InlineData("gmail")]
    public async Task The_same_seed_gives_the_same_account_and_the_same_replies(string profile)
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var server = await StartAsync(profile);
            await using var client = await PracticeClient.ConnectAsync(server);
            runs.Add($"{server.Credentials} {await client.ReadReplyAsync()} {await client.SendAsync("EHLO client.example.com")}");
        }

        Assert.Equal(runs[0], runs[1]);
    }
}
