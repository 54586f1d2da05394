using System.Net;
using System.Net.Sockets;

namespace SmtpInspector.Net;

/// <summary>Makes connections.</summary>
public sealed class Dialer
{
    readonly TimeProvider _time;
    readonly Func<Socket, EndPoint, CancellationToken, ValueTask> _connect;

    /// <summary>Makes connections over the network.</summary>
    /// <param name="time">What time-outs and staggering go by.</param>
    public Dialer(TimeProvider time)
        : this(time, BlockingConnect.ConnectAsync)
    {
    }

    internal Dialer(TimeProvider time, Func<Socket, EndPoint, CancellationToken, ValueTask> connect) =>
        (_time, _connect) = (time, connect);

    /// <summary>Connects to a port of a host, trying all its addresses. The connection is in the clear.</summary>
    /// <param name="host">A DNS name in ASCII, or an IP address without brackets.</param>
    /// <param name="port">The port.</param>
    /// <param name="options">Family and time limit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ConnectException">No connection came about; the message says why and what to try.</exception>
    public async Task<IWire> ConnectAsync(string host, int port, ConnectionOptions options, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.ConnectTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        IPAddress[]? addresses = null;
        Socket? socket = null;
        try
        {
            // RFC 8305 §3 would ask for AAAA and A apart and start with the first answer; the system's resolver
            // has one question for both, and its answer comes sorted by RFC 6724.
            addresses = HostAddresses.OfLiteral(host, options.Family)
                ?? HostAddresses.InOrder(await Dns.GetHostAddressesAsync(host, either.Token), host, options.Family);

            // A race, and even an asynchronous method more, costs time to get going; many a name has one address.
            if (addresses is [var only])
            {
                socket = NewSocket(only);
                await _connect(socket, new IPEndPoint(only, port), either.Token);
            }
            else
            {
                socket = await RaceAsync(host, port, addresses, either.Token);
            }

            QuickAcknowledgement.Ask(socket);
            return new SocketWire(socket, _time);
        }
        catch (SocketException error)
        {
            socket?.Dispose();
            throw addresses is null
                ? ConnectSentences.NoAddress(host, error)
                : ConnectSentences.Failed(host, port, [new(addresses[0], error)]);
        }
        catch (OperationCanceledException)
        {
            socket?.Dispose();
            if (cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw addresses is null
                ? ConnectSentences.LookupTimedOut(host, options.ConnectTimeout)
                : ConnectSentences.TimedOut(host, port, options.ConnectTimeout);
        }
    }

    /// <summary>Connects to a Unix-domain socket.</summary>
    /// <exception cref="ConnectException">No connection came about; the message says why and what to try.</exception>
    public async Task<IWire> ConnectUnixAsync(string path, CancellationToken cancellationToken)
    {
        UnixDomainSocketEndPoint end;
        try
        {
            end = new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentException)
        {
            throw ConnectSentences.UnixPath(path);
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await _connect(socket, end, cancellationToken);
            return new SocketWire(socket, _time);
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw ConnectSentences.UnixSocket(path, error);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    async Task<Socket> RaceAsync(string host, int port, IPAddress[] addresses, CancellationToken cancellationToken)
    {
        var race = new HappyEyeballs<Socket>((address, token) => ConnectOneAsync(new IPEndPoint(address, port), token), _time);
        return await race.ConnectAsync(addresses, cancellationToken)
            ?? throw ConnectSentences.Failed(host, port, race.Failed);
    }

    async Task<Socket> ConnectOneAsync(IPEndPoint end, CancellationToken cancellationToken)
    {
        var socket = NewSocket(end.Address);
        try
        {
            await _connect(socket, end, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Lockstep: a command is one small segment that must not wait for the acknowledgement of the last.
    static Socket NewSocket(IPAddress address) =>
        new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
}
