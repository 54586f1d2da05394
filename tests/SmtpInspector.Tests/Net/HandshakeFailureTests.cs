using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Net;

public class HandshakeFailureTests
{
    static readonly TestAuthority Root = TestAuthority.Root();

    [Theory]
    [InlineData("220 mail.example ESMTP\r\n", "\"220 mail.example ESMTP\"", "--tls starttls")]
    [InlineData("554 no service\r\n", "\"554 no service\"", "--tls none")]
    [InlineData("HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n", "web server or a proxy", "HTTP/1.1 400 Bad Request")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "SSH server", "host and the port")]
    [InlineData("* OK IMAP4rev1 ready\r\n", "IMAP server", "host and the port")]
    [InlineData("+OK POP3 ready\r\n", "POP3 server", "host and the port")]
    [InlineData("22\x1b[2J\u0085\r\n", "\"22\\x1B[2J\\x85\"", "--tls starttls")]
    public async Task A_server_that_speaks_in_the_clear_is_quoted_and_the_other_mode_named(string says, string quoted, string advice)
    {
        var failure = await Fails(socket => LoopbackServer.SendAsync(socket, says));

        Assert.Equal(TlsReason.NotTls, failure.Reason);
        Assert.Equal(FailureKind.Tls, failure.Kind);
        Assert.Contains(quoted, failure.Message, StringComparison.Ordinal);
        Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
        Assert.Equal(says[..(says.IndexOf('\n', StringComparison.Ordinal) + 1)], Encoding.Latin1.GetString(failure.Plaintext.Span));
    }

    [Fact]
    public async Task A_greeting_in_pieces_is_quoted_whole()
    {
        var failure = await Fails(async socket =>
        {
            foreach (var piece in (string[])["2", "20 mail", ".example\r\n"])
            {
                await LoopbackServer.SendAsync(socket, piece);
                await Task.Delay(5);
            }

            await LoopbackServer.ReceiveLineAsync(socket);
        });
        Assert.Contains("\"220 mail.example\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_hangs_up_on_the_first_octet_may_not_begin_with_tls()
    {
        var failure = await Fails(async socket =>
        {
            await socket.ReceiveAsync(new byte[4096]);
            socket.Shutdown(SocketShutdown.Both);
        });
        Assert.Equal(TlsReason.Closed, failure.Reason);
        Assert.Contains("--tls starttls", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_during_the_handshake_is_a_close_to_the_user()
    {
        var failure = await Fails(async socket =>
        {
            await socket.ReceiveAsync(new byte[1]);
            socket.Close(0);
        });
        Assert.Equal(TlsReason.Closed, failure.Reason);
    }

    [Fact]
    public async Task A_server_that_hangs_up_in_the_middle_has_a_log_to_look_at()
    {
        var failure = await Fails(async socket =>
        {
            await socket.ReceiveAsync(new byte[4096]);
            // The header of a ServerHello and a little of it.
            await socket.SendAsync(new byte[] { 0x16, 3, 3, 0, 80, 2, 0, 0 });
            socket.Shutdown(SocketShutdown.Both);
        });
        Assert.Equal(TlsReason.Closed, failure.Reason);
        Assert.Contains("middle", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_server_times_out()
    {
        var failure = await Fails(
            socket => LoopbackServer.DrainAsync(new NetworkStream(socket)),
            Client.Trusting().With(timeout: TimeSpan.FromMilliseconds(50)));
        Assert.Equal(TlsReason.TimedOut, failure.Reason);
        Assert.Contains("--tls starttls", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, TlsReason.Alert, "handshake_failure")]
    [InlineData(70, TlsReason.VersionMismatch, "neither TLS 1.2 nor TLS 1.3")]
    [InlineData(80, TlsReason.Alert, "internal_error")]
    [InlineData(112, TlsReason.Alert, "--server-name")]
    [InlineData(200, TlsReason.Alert, "number 200")]
    public async Task An_alert_is_named(byte alert, TlsReason reason, string part)
    {
        var failure = await Fails(async socket =>
        {
            await socket.ReceiveAsync(new byte[4096]);
            await socket.SendAsync(new byte[] { 0x15, 3, 3, 0, 2, 2, alert });
            await socket.ReceiveAsync(new byte[4096]);
        });
        Assert.Equal(reason, failure.Reason);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Octets_that_only_look_like_tls_at_first_fail_with_the_librarys_words()
    {
        var failure = await Fails(async socket =>
        {
            await socket.ReceiveAsync(new byte[4096]);
            await socket.SendAsync(new byte[] { 0x16, 3, 3, 0, 4, 99, 99, 99, 99 });
            await socket.ReceiveAsync(new byte[4096]);
        });
        Assert.Equal(TlsReason.Other, failure.Reason);
    }

    [Fact]
    public async Task A_server_with_tls_1_2_only_is_spoken_to()
    {
        await using var server = LoopbackServer.Start(async socket =>
        {
            await using var stream = await LoopbackServer.HandshakeAsync(socket, Root.Issue(), protocols: SslProtocols.Tls12);
            await LoopbackServer.DrainAsync(stream);
        });
        await using var wire = await Client.DialAsync(server);
        Assert.Equal("TLS 1.2", (await wire.StartTlsAsync(Client.Trusting(Root.Certificate))).Session.Protocol);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12, TlsVersion.Tls13, TlsVersion.Tls13, "--tls-min")]
    [InlineData(SslProtocols.Tls13, TlsVersion.Tls12, TlsVersion.Tls12, "--tls-max")]
    public async Task A_version_that_is_not_allowed_is_not_spoken(SslProtocols server, TlsVersion min, TlsVersion max, string option)
    {
        var failure = await Fails(
            socket => LoopbackServer.HandshakeAsync(socket, Root.Issue(), protocols: server),
            new() { ServerName = "localhost", Min = min, Max = max });
        Assert.Equal(TlsReason.VersionMismatch, failure.Reason);
        Assert.Contains(option, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_server_that_wants_a_client_certificate_and_gets_none_is_explained(SslProtocols protocol)
    {
        await using var server = LoopbackServer.Start(socket =>
            LoopbackServer.HandshakeAsync(socket, Root.Issue(), protocols: protocol, requireClientCertificate: true));
        await using var wire = await Client.DialAsync(server);

        // In TLS 1.3 the client's handshake is over before the server has looked at its certificate.
        var failure = await Assert.ThrowsAsync<TlsException>(async () =>
        {
            await wire.StartTlsAsync(Client.Trusting(Root.Certificate));
            await wire.ReceiveAsync(CancellationToken.None);
        });

        Assert.Equal(TlsReason.ClientCertificate, failure.Reason);
        Assert.Contains("--cert FILE --key FILE", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_client_certificate_is_sent_with_its_intermediates(SslProtocols protocol)
    {
        var authority = Root.Intermediate();
        var seen = "";
        await using var server = LoopbackServer.Start(async socket =>
        {
            await using var stream = await LoopbackServer.HandshakeAsync(
                socket, Root.Issue(), protocols: protocol, requireClientCertificate: true);
            seen = stream.RemoteCertificate!.Subject;
            await stream.WriteAsync("220 hello\r\n"u8.ToArray());
        });
        await using var wire = await Client.DialAsync(server);
        var client = SslStreamCertificateContext.Create(
            authority.Issue(new() { Subject = "CN=client" }), [authority.Certificate], offline: true);

        await wire.StartTlsAsync(new TlsOptions
        {
            ServerName = "localhost",
            Authorities = [Root.Certificate],
            ClientCertificate = client,
        });

        Assert.Equal("220 hello\r\n", await new ServerLineReader(wire, TimeProvider.System).LineAsync());
        Assert.Equal("CN=client", seen);
    }

    [Fact]
    public async Task Cancelling_is_no_failure_of_the_server()
    {
        await using var server = LoopbackServer.Start(socket => LoopbackServer.DrainAsync(new NetworkStream(socket)));
        await using var wire = await Client.DialAsync(server);
        using var given = new CancellationTokenSource();
        var handshake = wire.StartTlsAsync(Client.Trusting(), given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handshake);
    }

    static async Task<TlsException> Fails(Func<Socket, Task> serve, TlsOptions? options = null)
    {
        await using var server = LoopbackServer.Start(serve);
        await using var wire = await Client.DialAsync(server);
        var failure = await Assert.ThrowsAsync<TlsException>(() => wire.StartTlsAsync(options ?? Client.Trusting(Root.Certificate)));
        Assert.Equal(WireEnd.Closed, wire.Ended);
        return failure;
    }
}
