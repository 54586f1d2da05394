using System.Net;
using System.Net.Sockets;

namespace SmtpInspector.Net;

/// <summary>Connects a socket so that it stays one that blocks, as <see cref="PeerStream"/> wants it.</summary>
static class BlockingConnect
{
    /// <summary>
    /// The library's asynchronous connect makes the socket one that never blocks again, and starts the machinery for such
    /// sockets, which takes a conversation 8 ms of processor time. Only Linux lets a connect that waits be ended from outside.
    /// </summary>
    /// <exception cref="SocketException">There is no connection.</exception>
    public static ValueTask ConnectAsync(Socket socket, EndPoint end, CancellationToken cancellationToken) =>
        OperatingSystem.IsLinux() ? new(OnThreadAsync(socket, end, cancellationToken)) : socket.ConnectAsync(end, cancellationToken);

    static async Task OnThreadAsync(Socket socket, EndPoint end, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var thread = new WireThread("connect");
        using var giveUp = cancellationToken.UnsafeRegister(static socket => ((Socket)socket!).Dispose(), socket);
        await thread.RunAsync(() =>
        {
            try
            {
                socket.Connect(end);
                return 0;
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw;
            }
        });
    }
}
