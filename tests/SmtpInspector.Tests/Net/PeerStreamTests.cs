using System.Net;
using System.Net.Sockets;
using SmtpInspector.Net;

namespace SmtpInspector.Tests.Net;

public class PeerStreamTests
{
    [Fact]
    public async Task What_has_come_is_read_at_once()
    {
        var (ours, theirs) = await PairAsync();
        using var peer = theirs;
        await using var stream = new PeerStream(ours);
        theirs.Send("250 ok\r\n"u8);
        Assert.True(ours.Poll(TimeSpan.FromSeconds(10), SelectMode.SelectRead));

        var read = stream.ReadAsync(new byte[100], CancellationToken.None);

        Assert.True(read.IsCompletedSuccessfully);
        Assert.Equal(8, await read);
    }

    [Fact]
    public async Task Who_waits_for_what_comes_later_goes_on_on_the_thread_that_waited()
    {
        var (ours, theirs) = await PairAsync();
        using var peer = theirs;
        await using var stream = new PeerStream(ours);
        var read = stream.ReadAsync(new byte[100], CancellationToken.None);
        Assert.False(read.IsCompleted);
        var goesOn = read.AsTask().ContinueWith(
            static _ => Thread.CurrentThread.Name, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        theirs.Send("220"u8);

        Assert.Equal("wire", await goesOn);
    }

    [Fact]
    public async Task The_peers_end_is_read_as_an_end()
    {
        var (ours, theirs) = await PairAsync();
        await using var stream = new PeerStream(ours);
        var read = stream.ReadAsync(new byte[100], CancellationToken.None);

        theirs.Dispose();

        Assert.Equal(0, await read);
    }

    [Fact]
    public async Task A_reset_is_an_exception_of_a_streams()
    {
        var (ours, theirs) = await PairAsync();
        await using var stream = new PeerStream(ours);
        var read = stream.ReadAsync(new byte[100], CancellationToken.None);

        theirs.Close(0);

        var error = await Assert.ThrowsAsync<IOException>(async () => await read);
        Assert.IsType<SocketException>(error.InnerException);
    }

    [Fact]
    public async Task Closing_while_a_read_waits_is_an_end_to_the_peer_and_no_reset()
    {
        var (ours, theirs) = await PairAsync();
        using var peer = theirs;
        var stream = new PeerStream(ours);
        var read = stream.ReadAsync(new byte[100], CancellationToken.None).AsTask();

        await stream.DisposeAsync();

        Assert.Equal(0, theirs.Receive(new byte[100]));
        await read.ContinueWith(static _ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_read_that_waits_can_be_cancelled()
    {
        var (ours, theirs) = await PairAsync();
        using var peer = theirs;
        await using var stream = new PeerStream(ours);
        using var canceled = new CancellationTokenSource();
        var read = stream.ReadAsync(new byte[100], canceled.Token);

        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await read);
    }

    [Fact]
    public async Task A_write_that_the_peer_does_not_take_can_be_cancelled()
    {
        var (ours, theirs) = await PairAsync();
        using var peer = theirs;
        await using var stream = new PeerStream(ours);
        using var canceled = new CancellationTokenSource();
        var write = Task.Run(() => stream.WriteAsync(new byte[64 * 1024 * 1024], canceled.Token).AsTask(), CancellationToken.None);

        // It has begun, and cannot end: nobody reads.
        Assert.True(theirs.Poll(TimeSpan.FromSeconds(10), SelectMode.SelectRead));
        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
    }

    [Fact]
    public async Task A_connection_that_does_not_come_about_can_be_given_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux lets the attempts of a full queue wait");
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        first.Connect(listener.LocalEndPoint!);
        using var canceled = new CancellationTokenSource();
        using var second = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var connect = BlockingConnect.ConnectAsync(second, listener.LocalEndPoint!, canceled.Token).AsTask();
        await Task.Delay(50, CancellationToken.None);
        Assert.False(connect.IsCompleted);

        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connect.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    static async Task<(Socket Ours, Socket Theirs)> PairAsync()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var ours = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await BlockingConnect.ConnectAsync(ours, listener.LocalEndPoint!, CancellationToken.None);
        return (ours, await listener.AcceptAsync());
    }
}
