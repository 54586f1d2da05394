using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Net.Practice;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Tests.Net.Practice;

public class PracticeServerTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    readonly ConcurrentQueue<PracticeNotice> _notices = new();

    Task<PracticeServer> StartAsync(Func<PracticeServerOptions, PracticeServerOptions>? with = null)
    {
        var options = new PracticeServerOptions { Idle = Patience, Notice = _notices.Enqueue };
        return PracticeServer.StartAsync(with?.Invoke(options) ?? options);
    }

    [Fact]
    public async Task A_message_is_accepted_with_implicit_tls_and_kept()
    {
        await using var server = await StartAsync();
        await using var client = await PracticeClient.ConnectAsync(server);
        Assert.StartsWith("220 ", await client.ReadReplyAsync(), StringComparison.Ordinal);
        await client.LogInAsync();
        Assert.StartsWith("250 Ok ", await client.SendMessageAsync("Subject: hello\r\n world\r\n\r\nhello"), StringComparison.Ordinal);
        Assert.Equal("221 Bye", await client.SendAsync("QUIT"));
        Assert.Equal("", await client.ReadReplyAsync());
        var message = Assert.Single(server.Messages);
        Assert.Equal("hello world", message.Subject);
        Assert.Equal("test@ses-example.com", message.Message.ReversePath);
    }

    [Fact]
    public async Task A_message_is_accepted_with_starttls()
    {
        await using var server = await StartAsync();
        await using var client = await PracticeClient.ConnectAsync(server, implicitTls: false);
        Assert.StartsWith("220 ", await client.ReadReplyAsync(), StringComparison.Ordinal);
        Assert.Contains("\n250-STARTTLS\n", await client.SendAsync("EHLO client.example.com"), StringComparison.Ordinal);
        Assert.Equal("220 Ready to start TLS", await client.SendAsync("STARTTLS"));
        await client.StartTlsAsync();
        await client.LogInAsync();
        Assert.StartsWith("250 Ok ", await client.SendMessageAsync("hello"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_put_behind_starttls_in_the_clear_is_never_obeyed()
    {
        // RFC 3207 §4.2 and CVE-2011-0411, from the server's side: the injected commands must not be answered inside TLS.
        await using var server = await StartAsync();
        await using var client = await PracticeClient.ConnectAsync(server, implicitTls: false);
        await client.ReadReplyAsync();
        await client.SendAsync("EHLO client.example.com");
        await client.SendRawAsync("STARTTLS\r\nEHLO injected.example\r\nNOOP\r\n");
        Assert.StartsWith("220 ", await client.ReadReplyAsync(), StringComparison.Ordinal);
        await client.StartTlsAsync();
        Assert.Equal("530 Authentication required", await client.SendAsync("MAIL FROM:<test@ses-example.com>"));
        Assert.Contains(_notices, notice => notice is PracticeNotice.PlaintextDiscarded { Octets: 29 });
    }

    [Fact]
    public async Task A_silent_client_is_told_451_and_tls_is_closed_in_order()
    {
        await using var server = await StartAsync(options => options with { Idle = Soon });
        foreach (var implicitTls in new[] { true, false })
        {
            await using var client = await PracticeClient.ConnectAsync(server, implicitTls);
            await client.ReadReplyAsync();
            Assert.Equal("451 4.4.2 Timeout waiting for data from client.", await client.ReadReplyAsync());
            Assert.Equal("", await client.ReadReplyAsync());
        }
    }

    [Fact]
    public async Task A_drip_of_octets_that_ends_no_line_earns_no_time()
    {
        await using var server = await StartAsync(options => options with { Idle = TimeSpan.FromSeconds(1) });
        await using var client = await PracticeClient.ConnectAsync(server);
        await client.ReadReplyAsync();
        var reply = client.ReadReplyAsync();
        while (!reply.IsCompleted)
        {
            try
            {
                await client.SendRawAsync("N");
            }
            catch (IOException)
            {
                // The server has closed; its last words are in the reply.
                break;
            }

            await Task.WhenAny(reply, Task.Delay(100));
        }

        Assert.StartsWith("451 ", await reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handshake_that_is_never_finished_is_given_up()
    {
        await using var server = await StartAsync(options => options with { HandshakeTimeout = Soon });
        await using var client = await PracticeClient.ConnectRawAsync(server, server.Port);
        await client.SendRawAsync("\x16\x03\x01");
        await Eventually(() => _notices.Any(notice => notice is PracticeNotice.TlsFailed { Reason: "the handshake took too long" }));
        await Eventually(() => _notices.Any(notice => notice is PracticeNotice.Closed));
    }

    [Fact]
    public async Task Plaintext_on_the_tls_port_ends_that_connection_only()
    {
        await using var server = await StartAsync();
        await using (var lost = await PracticeClient.ConnectRawAsync(server, server.Port))
        {
            await lost.SendRawAsync("EHLO client.example.com\r\n");
            await Eventually(() => _notices.Any(notice => notice is PracticeNotice.TlsFailed));
        }

        await using var client = await PracticeClient.ConnectAsync(server);
        Assert.StartsWith("220 ", await client.ReadReplyAsync(), StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_client_too_many_is_told_421(bool implicitTls)
    {
        await using var server = await StartAsync(options => options with { MaxConnections = 1 });
        await using (var first = await PracticeClient.ConnectAsync(server, implicitTls))
        {
            await first.ReadReplyAsync();
            await using var second = await PracticeClient.ConnectAsync(server, implicitTls);
            Assert.Equal("421 Too many concurrent SMTP connections", await second.ReadReplyAsync());
            Assert.Equal("", await second.ReadReplyAsync());
            Assert.Equal("250 Ok", await first.SendAsync("NOOP"));
            await first.SendAsync("QUIT");
        }

        await Eventually(() => _notices.OfType<PracticeNotice.Closed>().Count() == 2);
        await using var third = await PracticeClient.ConnectAsync(server, implicitTls);
        Assert.StartsWith("220 ", await third.ReadReplyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_connections_leaves_the_server_serving()
    {
        await using var server = await StartAsync(options => options with { MaxConnections = 8 });
        var flood = new List<PracticeClient>();
        for (var i = 0; i < 200; i++)
        {
            flood.Add(await PracticeClient.ConnectRawAsync(server, i % 2 == 0 ? server.Port : server.StartTlsPort));
        }

        foreach (var client in flood)
        {
            await client.DisposeAsync();
        }

        await Eventually(async () =>
        {
            await using var client = await PracticeClient.ConnectAsync(server, implicitTls: false);
            return (await client.ReadReplyAsync()).StartsWith("220 ", StringComparison.Ordinal);
        });
        Assert.DoesNotContain(_notices, notice => notice is PracticeNotice.Failed);
    }

    [Fact]
    public async Task Garbage_is_answered_within_bounds()
    {
        await using var server = await StartAsync();
        await using var client = await PracticeClient.ConnectAsync(server, implicitTls: false);
        await client.ReadReplyAsync();
        var random = new Random(1);
        var garbage = new byte[64 * 1024];
        random.NextBytes(garbage);
        var sending = client.SendRawAsync(System.Text.Encoding.Latin1.GetString(garbage));
        var replies = new List<string>();
        do
        {
            replies.Add(await client.ReadReplyAsync());
        }
        while (replies[^1].StartsWith("500 ", StringComparison.Ordinal));

        Assert.StartsWith("421 ", replies[^1], StringComparison.Ordinal);
        Assert.InRange(replies.Count, 2, 30);
        await Task.WhenAny(sending);
        Assert.DoesNotContain(_notices, notice => notice is PracticeNotice.Failed);
    }

    [Fact]
    public async Task A_client_that_never_reads_is_given_up()
    {
        await using var server = await StartAsync(options => options with { Idle = Soon });
        await using var client = await PracticeClient.ConnectAsync(server);
        var noops = string.Concat(Enumerable.Repeat("NOOP\r\n", 1000));
        await Eventually(async () =>
        {
            try
            {
                // Until the buffers on both ways are full, and then until the server has had enough.
                await client.SendRawAsync(noops).WaitAsync(Soon);
            }
            catch (Exception exception) when (exception is IOException or TimeoutException or NotSupportedException)
            {
                // Full, closed, or a write still under way: all as wanted.
            }

            return _notices.Any(notice => notice is PracticeNotice.Closed { Reason: "the client did not read" });
        });
    }

    [Fact]
    public async Task Commands_sent_in_one_go_are_answered_in_order()
    {
        await using var server = await StartAsync();
        await using var client = await PracticeClient.ConnectAsync(server);
        await client.SendRawAsync("NOOP\r\nHELP\r\nRSET\r\nQUIT\r\n");
        Assert.StartsWith("220 ", await client.ReadReplyAsync(), StringComparison.Ordinal);
        Assert.Equal("250 Ok", await client.ReadReplyAsync());
        Assert.Equal("530 Authentication required", await client.ReadReplyAsync());
        Assert.Equal("250 Ok", await client.ReadReplyAsync());
        Assert.Equal("221 Bye", await client.ReadReplyAsync());
    }

    [Fact]
    public async Task A_message_of_ten_mebibytes_comes_in_whole()
    {
        await using var server = await StartAsync();
        await using var client = await PracticeClient.ConnectAsync(server);
        await client.ReadReplyAsync();
        await client.LogInAsync();
        var content = string.Concat(Enumerable.Repeat(new string('x', 998) + "\r\n", 10_000));
        Assert.StartsWith("250 Ok ", await client.SendMessageAsync(content), StringComparison.Ordinal);
        Assert.Equal(content.Length + 2, Assert.Single(server.Messages).Message.Content.Length);
    }

    [Fact]
    public async Task Stopping_the_server_tells_its_clients_421()
    {
        var server = await StartAsync();
        await using var client = await PracticeClient.ConnectAsync(server);
        await client.ReadReplyAsync();
        var stopping = server.DisposeAsync();
        Assert.StartsWith("421 ", await client.ReadReplyAsync(), StringComparison.Ordinal);
        Assert.Equal("", await client.ReadReplyAsync());
        await client.DisposeAsync();
        await stopping;
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_account_and_identifiers()
    {
        var seen = new List<(PracticeCredentials, string, string)>();
        for (var i = 0; i < 2; i++)
        {
            await using var server = await StartAsync(options => options with { Seed = 42 });
            await using var client = await PracticeClient.ConnectAsync(server);
            var greeting = await client.ReadReplyAsync();
            await client.LogInAsync();
            seen.Add((server.Credentials, greeting, await client.SendMessageAsync("hello")));
        }

        Assert.Equal(seen[0], seen[1]);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        await using var server = await StartAsync();
        await Assert.ThrowsAsync<SocketException>(() => StartAsync(options => options with { Port = server.Port }));
        await Assert.ThrowsAsync<SocketException>(() => StartAsync(options => options with { StartTlsPort = server.Port }));
    }

    [Fact]
    public async Task The_certificate_is_short_lived_and_the_authority_keeps_no_key()
    {
        await using var server = await StartAsync();
        Assert.Equal(IPAddress.Loopback, server.Address);
        Assert.False(server.CaCertificate.HasPrivateKey);
        Assert.InRange(server.CaCertificate.NotAfter, DateTime.Now.AddDays(2), DateTime.Now.AddDays(10));
        using var read = X509Certificate2.CreateFromPem(server.CaPem);
        Assert.Equal(server.CaCertificate.Thumbprint, read.Thumbprint);
    }

    static Task Eventually(Func<bool> condition) => Eventually(() => Task.FromResult(condition()));

    static async Task Eventually(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
