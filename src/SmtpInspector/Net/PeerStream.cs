using System.Net.Sockets;

namespace SmtpInspector.Net;

/// <summary>
/// A socket as a stream. What has come is read at once; where nothing has, a thread of the stream's own waits for it. What is
/// written is written before the call returns. The library's own stream has a thread wait for all sockets, which wakes
/// another for each: twice the time of a command and its reply, and five times the processor's.
/// </summary>
sealed class PeerStream : AsynchronousStream
{
    readonly Socket _socket;
    readonly WireThread _thread = new("wire");
    readonly Func<int> _receive;
    Memory<byte> _buffer;
    CancellationToken _canceled;

    public PeerStream(Socket socket)
    {
        _socket = socket;
        _receive = Receive;
    }

    /// <summary>Reads what there is, or else the next that comes. Cancelling ends the connection.</summary>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Who asks for nothing asks whether there is something, and then for it: one of the two has to wait, not both.
        if (buffer.IsEmpty)
        {
            return new(0);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        (_buffer, _canceled) = (buffer, cancellationToken);
        try
        {
            return _socket.Poll(0, SelectMode.SelectRead) ? new(Receive()) : new(_thread.RunAsync(_receive));
        }
        catch (Exception error)
        {
            return ValueTask.FromException<int>(error);
        }
    }

    /// <summary>Writes everything. Cancelling ends the connection.</summary>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var giveUp = EndWhen(cancellationToken);
        try
        {
            for (var rest = buffer; rest.Length > 0;)
            {
                rest = rest[_socket.Send(rest.Span)..];
            }

            return default;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }
        catch (SocketException error)
        {
            return ValueTask.FromException(new IOException(error.Message, error));
        }
        catch (ObjectDisposedException closed)
        {
            return ValueTask.FromException(closed);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (_thread.IsBusy)
            {
                // Else closing under the read that waits would be a reset.
                End(_socket);
            }

            _socket.Dispose();
            _thread.Dispose();
        }

        base.Dispose(disposing);
    }

    int Receive()
    {
        using var giveUp = EndWhen(_canceled);
        try
        {
            var count = _socket.Receive(_buffer.Span);
            _canceled.ThrowIfCancellationRequested();
            return count;
        }
        catch (SocketException error)
        {
            _canceled.ThrowIfCancellationRequested();
            throw new IOException(error.Message, error);
        }
    }

    CancellationTokenRegistration EndWhen(CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled ? cancellationToken.UnsafeRegister(static socket => End((Socket)socket!), _socket) : default;

    // Both directions, so that whoever waits in either returns.
    static void End(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It has ended already.
        }
    }
}
