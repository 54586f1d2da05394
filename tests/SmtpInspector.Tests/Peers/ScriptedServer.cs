using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Peers;

/// <summary>A server that plays a table of steps, one table for each connection in turn: every misbehaviour is a few rows.</summary>
sealed class ScriptedServer : IAsyncDisposable
{
    readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    readonly MemoryStream _received = new();
    readonly MemoryStream _said = new();
    readonly TaskCompletionSource<OutputBuffer> _client = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task _serving;
    Socket? _connection;

    ScriptedServer(IPAddress address, ServerStep[][] connections)
    {
        _listener.Bind(new IPEndPoint(address, 0));
        _listener.Listen();
        _serving = ServeAsync(connections);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>HOST:PORT by name, for a certificate for localhost.</summary>
    public string Endpoint => $"localhost:{Port}";

    /// <summary>What the client shows, for the steps that wait for it.</summary>
    public OutputBuffer Client
    {
        set => _client.TrySetResult(value);
    }

    /// <summary>Plays these steps for one connection.</summary>
    public static ScriptedServer Play(params ServerStep[] steps) => new(IPAddress.Loopback, [steps]);

    /// <summary>Plays these steps for one connection to another address of this machine.</summary>
    public static ScriptedServer PlayOn(IPAddress address, params ServerStep[] steps) => new(address, [steps]);

    /// <summary>Plays a table for each connection, in the order in which they come.</summary>
    public static ScriptedServer PlayEach(params ServerStep[][] connections) => new(IPAddress.Loopback, connections);

    /// <summary>Waits until every table is played; a client that did not do what a table expects fails the test.</summary>
    /// <returns>All octets heard, inside TLS those that were protected.</returns>
    public async Task<string> DoneAsync()
    {
        await _serving.WaitAsync(ChildProcess.Patience);
        return Octets.Text(_received.ToArray());
    }

    /// <summary>
    /// Waits until the tables are played or the connection is gone, as it may be from either side; a client that said
    /// something else than a table expects fails the test.
    /// </summary>
    /// <returns>All octets said and heard, inside TLS those that were protected.</returns>
    public async Task<(byte[] Said, byte[] Heard)> WholeAsync()
    {
        try
        {
            await _serving.WaitAsync(ChildProcess.Patience);
        }
        catch (Exception error) when (IsEnd(error))
        {
            // That is what the table is about.
        }

        return (_said.ToArray(), _received.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        // A script that is not over has nobody to play it to: it ends here, and not when patience does.
        _listener.Dispose();
        _client.TrySetCanceled();
        _connection?.Dispose();
        try
        {
            await _serving.WaitAsync(ChildProcess.Patience);
        }
        catch (Exception error) when (IsEnd(error) || error is ScriptFailure or OperationCanceledException)
        {
            // The client went another way than the table; a test that minds awaits DoneAsync.
        }
    }

    static bool IsEnd(Exception error) =>
        error is SocketException or IOException or AuthenticationException or ObjectDisposedException;

    async Task ServeAsync(ServerStep[][] connections)
    {
        foreach (var steps in connections)
        {
            using var socket = await _listener.AcceptAsync();
            _connection = socket;
            socket.NoDelay = true;
            Stream stream = new NetworkStream(socket);
            foreach (var step in steps)
            {
                stream = await PlayAsync(step, socket, stream);
            }

            // Not disposed on the ways out by exception: closing the socket ends the connection, and says nothing more.
            await stream.DisposeAsync();
        }
    }

    async Task<Stream> PlayAsync(ServerStep step, Socket socket, Stream stream)
    {
        switch (step)
        {
            case ServerStep.Send send:
                await SendAsync(stream, send);
                break;
            case ServerStep.Flood flood:
                await FloodAsync(stream, flood.Bytes);
                break;
            case ServerStep.HearLine hear:
                var line = await LineAsync(stream);
                if (!line.StartsWith(hear.Beginning, StringComparison.Ordinal))
                {
                    throw new ScriptFailure($"Heard \"{line}\" instead of \"{hear.Beginning}\".");
                }

                break;
            case ServerStep.HearLines hear:
                while (await LineAsync(stream) is var heard && heard != hear.Last + "\r\n")
                {
                    if (heard.Length == 0)
                    {
                        throw new ScriptFailure($"\"{hear.Last}\" did not come.");
                    }
                }

                break;
            case ServerStep.HearOctets:
                _ = await stream.ReadAsync(new byte[16 * 1024]);
                break;
            case ServerStep.SameAnswer answer:
                while ((await LineAsync(stream)).Length > 0)
                {
                    await WriteAsync(stream, answer.Bytes);
                }

                break;
            case ServerStep.HearToTheEnd:
                while ((await LineAsync(stream)).Length > 0)
                {
                }

                break;
            case ServerStep.Wait wait:
                await Task.Delay(wait.Time);
                break;
            case ServerStep.AwaitShown shown:
                if (!await (await _client.Task).UntilAsync(shown.Text, ChildProcess.Patience))
                {
                    throw new ScriptFailure($"The client did not show \"{shown.Text}\".");
                }

                break;
            case ServerStep.Secure secure:
                return await LoopbackServer.HandshakeAsync(socket, secure.Certificate, secure.Intermediates, between: secure.Between);
            case ServerStep.Act act:
                act.Action();
                break;
            case ServerStep.SendBeside beside:
                await socket.SendAsync(beside.Bytes);
                break;
            case ServerStep.CloseSending:
                socket.Shutdown(SocketShutdown.Send);
                break;
            case ServerStep.CloseBoth:
                if (stream is SslStream tls)
                {
                    await tls.ShutdownAsync();
                }

                socket.Shutdown(SocketShutdown.Both);
                break;
            case ServerStep.CloseWithoutNotice:
                socket.Shutdown(SocketShutdown.Both);
                break;
            case ServerStep.ResetConnection:
                socket.LingerState = new(true, 0);
                socket.Close();
                break;
        }

        return stream;
    }

    async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> octets)
    {
        await stream.WriteAsync(octets);
        _said.Write(octets.Span);
    }

    async Task SendAsync(Stream stream, ServerStep.Send send)
    {
        for (var start = 0; start < send.Bytes.Length; start += send.Size)
        {
            if (start > 0)
            {
                await Task.Delay(send.Between);
            }

            await WriteAsync(stream, send.Bytes.AsMemory(start, Math.Min(send.Size, send.Bytes.Length - start)));
            if (send.Size >= send.Bytes.Length)
            {
                break;
            }
        }
    }

    async Task FloodAsync(Stream stream, byte[] octets)
    {
        try
        {
            while (true)
            {
                await WriteAsync(stream, octets);
            }
        }
        catch (IOException)
        {
            // The client has had enough, which is how this step ends.
        }
    }

    /// <summary>The next line with its ending; what there is when the client ends within it; empty at the end.</summary>
    async Task<string> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        try
        {
            while (line is not [.., (byte)'\n'] && await stream.ReadAsync(one) > 0)
            {
                line.Add(one[0]);
                _received.WriteByte(one[0]);
            }
        }
        catch (IOException)
        {
            // A reset: the line ends where it is.
        }

        return Octets.Text([.. line]);
    }

    /// <summary>The client did not do what the table says.</summary>
    sealed class ScriptFailure(string message) : Exception(message);
}
