using System.Net;
using System.Net.Sockets;

namespace SmtpInspector.Tests.Peers;

/// <summary>
/// A server that keeps every octet it receives, as it came and in the pieces in which it came, and replies when
/// certain octets have arrived. It takes no line apart, so nothing the client did is lost on the way to the test.
/// </summary>
sealed class ByteRecordingServer : IAsyncDisposable
{
    readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    readonly OutputBuffer _received = new();
    readonly List<string> _pieces = [];
    readonly Task _serving;

    ByteRecordingServer(string greeting, (string After, string Reply)[] replies)
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _serving = ServeAsync(greeting, replies);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public string Endpoint => $"127.0.0.1:{Port}";

    /// <summary>Everything received once the client has closed its side or reset the connection.</summary>
    public async Task<string> ReceivedAsync()
    {
        await _serving.WaitAsync(ChildProcess.Patience);
        return Octets.Text(_received.ToArray());
    }

    /// <summary>What came with each read; pieces sent with a pause between them arrive apart.</summary>
    public async Task<IReadOnlyList<string>> PiecesAsync()
    {
        await ReceivedAsync();
        return _pieces;
    }

    /// <summary>Greets, then gives the replies in order, each as soon as its octets have arrived behind the ones before.</summary>
    public static ByteRecordingServer Start(string greeting, params (string After, string Reply)[] replies) => new(greeting, replies);

    /// <summary>A server that accepts one message of one recipient, then QUIT.</summary>
    public static ByteRecordingServer AcceptingOneMessage() => Start(
        "220 recorder ESMTP\r\n",
        ("\r\n", "250-recorder\r\n250 8BITMIME\r\n"),
        ("\r\n", "250 2.1.0 sender ok\r\n"),
        ("\r\n", "250 2.1.5 recipient ok\r\n"),
        ("\r\n", "354 go ahead\r\n"),
        ("\r\n.\r\n", "250 2.0.0 accepted\r\n"),
        ("QUIT\r\n", "221 2.0.0 bye\r\n"));

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        try
        {
            await _serving.WaitAsync(ChildProcess.Patience);
        }
        catch (SocketException)
        {
            // Nobody connected, or the client reset the connection: what was received says which.
        }
    }

    async Task ServeAsync(string greeting, (string After, string Reply)[] replies)
    {
        using var socket = await _listener.AcceptAsync();
        socket.NoDelay = true;
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Octets.Of(greeting));
        var receiving = _received.FillAsync(stream, piece => _pieces.Add(Octets.Text(piece)));
        await ReplyAsync(stream, replies);
        await receiving;
    }

    async Task ReplyAsync(NetworkStream stream, (string After, string Reply)[] replies)
    {
        var seen = 0;
        foreach (var (after, reply) in replies)
        {
            var awaited = Octets.Of(after);
            // The line of one dot may follow the line before directly, whose CRLF was awaited already.
            var from = awaited is [(byte)'\r', (byte)'\n', _, ..] && seen >= 2 ? seen - 2 : seen;
            if (!await _received.UntilAsync(octets => octets.AsSpan(from).IndexOf(awaited) >= 0, ChildProcess.Patience))
            {
                return;
            }

            seen = from + _received.ToArray().AsSpan(from).IndexOf(awaited) + awaited.Length;
            try
            {
                await stream.WriteAsync(Octets.Of(reply));
            }
            catch (IOException)
            {
                // The client is gone; what it sent before is still being read.
                return;
            }
        }

        // As a server does after QUIT. The client's side stays readable to its end.
        stream.Socket.Shutdown(SocketShutdown.Send);
    }
}
