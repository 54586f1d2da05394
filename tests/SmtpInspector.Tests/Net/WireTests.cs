using System.Net.Sockets;
using System.Text;
using SmtpInspector.Net;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Net;

public class WireTests
{
    static readonly TestAuthority Root = TestAuthority.Root();

    [Fact]
    public async Task A_close_in_the_clear_is_in_order()
    {
        await using var server = LoopbackServer.Start(socket => LoopbackServer.SendAsync(socket, "221 bye\r\nunfinished"));
        await using var wire = await Client.DialAsync(server);
        var reader = new ServerLineReader(wire, TimeProvider.System);

        Assert.Equal("221 bye\r\n", await reader.LineAsync());
        Assert.Equal("unfinished", await reader.LineAsync());
        Assert.Null(await reader.LineAsync());
        Assert.Equal(WireEnd.Closed, wire.Ended);
    }

    [Fact]
    public async Task A_reset_is_told_from_a_close()
    {
        await using var server = LoopbackServer.Start(async socket =>
        {
            await LoopbackServer.ReceiveLineAsync(socket);
            socket.Close(0);
        });
        await using var wire = await Client.DialAsync(server);
        await wire.SendAsync("EHLO me\r\n");

        Assert.False(await wire.ReceiveAsync(CancellationToken.None));
        Assert.Equal(WireEnd.Reset, wire.Ended);
    }

    [Theory]
    [InlineData(true, WireEnd.Closed)]
    [InlineData(false, WireEnd.ClosedWithoutNotify)]
    public async Task Inside_tls_a_close_is_in_order_only_with_close_notify(bool notify, WireEnd ended)
    {
        await using var server = LoopbackServer.StartTls(Root.Issue(), serve: async (stream, socket) =>
        {
            await stream.WriteAsync("221 bye\r\n"u8.ToArray());
            if (notify)
            {
                await stream.ShutdownAsync();
            }

            socket.Shutdown(SocketShutdown.Send);
            await socket.ReceiveAsync(new byte[100]);
        });
        await using var wire = await SecuredAsync(server);
        var reader = new ServerLineReader(wire, TimeProvider.System);

        Assert.Equal("221 bye\r\n", await reader.LineAsync());
        Assert.Null(await reader.LineAsync());
        Assert.Equal(ended, wire.Ended);
    }

    [Fact]
    public async Task A_reset_inside_tls_is_told_from_a_close()
    {
        await using var server = LoopbackServer.StartTls(Root.Issue(), serve: async (stream, socket) =>
        {
            _ = await stream.ReadAsync(new byte[100]);
            socket.Close(0);
        });
        await using var wire = await SecuredAsync(server);
        await wire.SendAsync("EHLO me\r\n");

        Assert.False(await wire.ReceiveAsync(CancellationToken.None));
        Assert.Equal(WireEnd.Reset, wire.Ended);
    }

    [Fact]
    public async Task Closing_sends_close_notify()
    {
        var afterEnd = -1;
        await using var server = LoopbackServer.StartTls(Root.Issue(), serve: async (stream, socket) =>
        {
            // 0 from the stream while the socket has not ended yet can only be close_notify.
            afterEnd = await stream.ReadAsync(new byte[100]);
        });
        var wire = await SecuredAsync(server);
        await wire.CloseAsync(CancellationToken.None);
        await server.DoneAsync();
        Assert.Equal(0, afterEnd);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_half_closing_the_server_can_still_be_heard(bool tls)
    {
        async Task ServeAsync(Stream stream)
        {
            var received = await LoopbackServer.DrainAsync(stream);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"250 {received.Length} octets\r\n"));
        }

        await using var server = tls
            ? LoopbackServer.StartTls(Root.Issue(), serve: (stream, _) => ServeAsync(stream))
            : LoopbackServer.Start(socket => ServeAsync(new NetworkStream(socket)));
        await using var wire = tls ? await SecuredAsync(server) : await Client.DialAsync(server);
        await wire.SendAsync("NOOP\r\n");
        await wire.HalfCloseAsync(CancellationToken.None);

        Assert.Equal("250 6 octets\r\n", await new ServerLineReader(wire, TimeProvider.System).LineAsync());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Sending_on_a_direction_that_was_ended_fails_as_any_other_sending(bool tls, bool close)
    {
        await using var server = tls
            ? LoopbackServer.StartTls(Root.Issue())
            : LoopbackServer.Start(socket => LoopbackServer.DrainAsync(new NetworkStream(socket)));
        await using var wire = tls ? await SecuredAsync(server) : await Client.DialAsync(server);
        await (close ? wire.CloseAsync(CancellationToken.None) : wire.HalfCloseAsync(CancellationToken.None));
        await Assert.ThrowsAnyAsync<IOException>(() => wire.SendAsync("NOOP\r\n").AsTask());
    }

    [Fact]
    public async Task Aborting_resets_the_connection()
    {
        var error = SocketError.Success;
        await using var server = LoopbackServer.Start(socket =>
        {
            try
            {
                _ = socket.Receive(new byte[1]);
            }
            catch (SocketException exception)
            {
                error = exception.SocketErrorCode;
            }

            return Task.CompletedTask;
        });
        var wire = await Client.DialAsync(server);
        wire.Abort();
        await server.DoneAsync();
        Assert.Equal(SocketError.ConnectionReset, error);
    }

    [Fact]
    public async Task Aborting_ends_a_receive_that_waits()
    {
        await using var server = LoopbackServer.Start(socket => LoopbackServer.DrainAsync(new NetworkStream(socket)));
        await using var wire = await Client.DialAsync(server);
        var waiting = wire.ReceiveAsync(CancellationToken.None);
        wire.Abort();
        Assert.False(await waiting);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Giving_up_a_wait_loses_nothing(bool tls)
    {
        var speak = new TaskCompletionSource();
        async Task ServeAsync(Stream stream)
        {
            await speak.Task;
            await stream.WriteAsync("250 late\r\n"u8.ToArray());
        }

        await using var server = tls
            ? LoopbackServer.StartTls(Root.Issue(), serve: (stream, _) => ServeAsync(stream))
            : LoopbackServer.Start(socket => ServeAsync(new NetworkStream(socket)));
        await using var wire = tls ? await SecuredAsync(server) : await Client.DialAsync(server);
        var reader = new ServerLineReader(wire, TimeProvider.System);
        using var given = new CancellationTokenSource();
        var waiting = reader.ReadAsync(given.Token).AsTask();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        speak.SetResult();

        Assert.Equal("250 late\r\n", await reader.LineAsync());
    }

    [Fact]
    public async Task Exactly_what_is_sent_goes_out()
    {
        var received = Array.Empty<byte>();
        await using var server = LoopbackServer.Start(
            async socket => received = await LoopbackServer.DrainAsync(new NetworkStream(socket)));
        await using var wire = await Client.DialAsync(server);
        byte[] odd = [0, 13, 10, 10, 46, 10, 255, 13];
        await wire.SendAsync(odd, CancellationToken.None);
        await wire.CloseAsync(CancellationToken.None);
        await server.DoneAsync();
        Assert.Equal(odd, received);
    }

    static async Task<IWire> SecuredAsync(LoopbackServer server)
    {
        var wire = await Client.DialAsync(server);
        await wire.StartTlsAsync(Client.Trusting(Root.Certificate));
        return wire;
    }
}
