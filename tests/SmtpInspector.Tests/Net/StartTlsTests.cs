using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SmtpInspector.Net;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Net;

/// <summary>RFC 3207 §4.2 and §6, CVE-2011-0411: what comes in the clear behind the 220 is never believed.</summary>
public class StartTlsTests
{
    static readonly TestAuthority Root = TestAuthority.Root();

    [Fact]
    public async Task After_the_220_the_conversation_goes_on_inside_tls()
    {
        await using var server = Upgrading("220 go ahead\r\n");
        await using var wire = await Client.DialAsync(server);
        var reader = await AskAsync(wire);

        Assert.True(wire.TakeAhead().IsEmpty);
        var handshake = await wire.StartTlsAsync(Client.Trusting(Root.Certificate));
        await wire.SendAsync("EHLO me\r\n");

        Assert.True(handshake.Session.Verified);
        Assert.True(handshake.Discarded.IsEmpty);
        Assert.Equal("250 inside\r\n", await reader.LineAsync());
    }

    [Fact]
    public async Task Offsets_count_on_across_the_handshake()
    {
        await using var server = Upgrading("220 go ahead\r\n");
        await using var wire = await Client.DialAsync(server);
        var reader = await AskAsync(wire);
        await wire.StartTlsAsync(Client.Trusting(Root.Certificate));
        await wire.SendAsync("EHLO me\r\n");

        var line = await reader.ReadAsync(CancellationToken.None);

        Assert.Equal("220 hello\r\n220 go ahead\r\n".Length, line!.Wire.Offset);
        Assert.Equal("STARTTLS\r\nEHLO me\r\n".Length, wire.SentCount);
    }

    [Fact]
    public async Task Plaintext_in_the_same_segment_as_the_220_is_handed_out_and_never_fed_to_the_handshake()
    {
        await using var server = Upgrading("220 go ahead\r\n250 injected\r\n");
        await using var wire = await Client.DialAsync(server);
        var reader = await AskAsync(wire);

        Assert.Equal("250 injected\r\n", Encoding.ASCII.GetString(wire.TakeAhead().Span));
        await wire.StartTlsAsync(Client.Trusting(Root.Certificate));
        await wire.SendAsync("EHLO me\r\n");
        Assert.Equal("250 inside\r\n", await reader.LineAsync());
    }

    [Fact]
    public async Task A_handshake_over_a_buffer_that_nobody_took_is_a_mistake()
    {
        await using var server = Upgrading("220 go ahead\r\n250 injected\r\n");
        await using var wire = await Client.DialAsync(server);
        _ = await AskAsync(wire);
        await Assert.ThrowsAsync<InvalidOperationException>(() => wire.StartTlsAsync(Client.Trusting(Root.Certificate)));
    }

    [Fact]
    public async Task Plaintext_that_waits_in_the_system_is_handed_out_too()
    {
        var sent = new TaskCompletionSource();
        await using var server = LoopbackServer.Start(async socket =>
        {
            await LoopbackServer.SendAsync(socket, "220 go ahead\r\n");
            await sent.Task;
            await LoopbackServer.SendAsync(socket, "250 injected\r\n");
            await LoopbackServer.ReceiveLineAsync(socket);
        });
        await using var wire = await Client.DialAsync(server);
        var reader = new ServerLineReader(wire, TimeProvider.System);
        Assert.Equal("220 go ahead\r\n", await reader.LineAsync());
        sent.SetResult();

        var ahead = ReadOnlyMemory<byte>.Empty;
        while (ahead.IsEmpty)
        {
            ahead = wire.TakeAhead();
        }

        Assert.Equal("250 injected\r\n", Encoding.ASCII.GetString(ahead.Span));
    }

    [Fact]
    public async Task Plaintext_that_comes_after_the_handshake_has_begun_ends_it()
    {
        await using var server = Upgrading("220 go ahead\r\n", late: "250 injected\r\n250 and more\r\n");
        await using var wire = await Client.DialAsync(server);
        _ = await AskAsync(wire);

        var failure = await Assert.ThrowsAsync<TlsException>(() => wire.StartTlsAsync(Client.Trusting(Root.Certificate)));

        Assert.Equal(TlsReason.PlaintextInjected, failure.Reason);
        Assert.StartsWith("250 injected\r\n", Encoding.ASCII.GetString(failure.Plaintext.Span), StringComparison.Ordinal);
        Assert.Contains("\"250 injected\"", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("250 injected\r\n")]
    [InlineData("250-injected\r\n250 in two lines\r\n")]
    public async Task Insecure_discards_late_plaintext_and_makes_the_handshake(string late)
    {
        await using var server = Upgrading("220 go ahead\r\n", late);
        await using var wire = await Client.DialAsync(server);
        var reader = await AskAsync(wire);

        var handshake = await wire.StartTlsAsync(Client.Trusting(Root.Certificate).With(insecure: true));
        await wire.SendAsync("EHLO me\r\n");

        Assert.Equal(late, Encoding.ASCII.GetString(handshake.Discarded.Span));
        Assert.Equal("250 inside\r\n", await reader.LineAsync());
    }

    /// <summary>Answers STARTTLS so, says <paramref name="late"/> once the ClientHello is there, and speaks TLS.</summary>
    static LoopbackServer Upgrading(string answer, string? late = null)
    {
        var certificate = Root.Issue();
        return LoopbackServer.Start(async socket =>
        {
            await LoopbackServer.SendAsync(socket, "220 hello\r\n");
            await LoopbackServer.ReceiveLineAsync(socket);
            await LoopbackServer.SendAsync(socket, answer);
            if (late is not null)
            {
                await socket.ReceiveAsync(new byte[1], SocketFlags.Peek);
                await LoopbackServer.SendAsync(socket, late);
            }

            await UpgradeAsync(socket, certificate);
        });
    }

    static async Task UpgradeAsync(Socket socket, X509Certificate2 certificate)
    {
        await using var stream = await LoopbackServer.HandshakeAsync(socket, certificate);
        _ = await stream.ReadAsync(new byte[100]);
        await stream.WriteAsync("250 inside\r\n"u8.ToArray());
    }

    static async Task<ServerLineReader> AskAsync(IWire wire)
    {
        var reader = new ServerLineReader(wire, TimeProvider.System);
        Assert.Equal("220 hello\r\n", await reader.LineAsync());
        await wire.SendAsync("STARTTLS\r\n");
        Assert.Equal("220 go ahead\r\n", await reader.LineAsync());
        return reader;
    }
}
