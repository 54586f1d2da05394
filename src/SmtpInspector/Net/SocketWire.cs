using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net;

/// <summary>A connection over a socket.</summary>
sealed class SocketWire : IWire
{
    // A line may have 64 KiB and is then cut; twice that is room for it and for a full TLS record behind it.
    const int LargestBuffer = 128 * 1024;
    const int SmallestRead = 4 * 1024;

    readonly Socket _socket;
    readonly TimeProvider _time;
    readonly PeerStream _network;
    HandshakeTap? _tap;
    SslStream? _ssl;
    byte[] _buffer = new byte[2 * SmallestRead];
    int _start;
    int _end;
    Task<int>? _pending;

    // What sentences call the options that TLS was begun with.
    OptionNames _names = OptionNames.CommandLine;

    // The server asked for a client certificate in vain, and has not sent anything since.
    bool _mayLackCertificate;

    public SocketWire(Socket socket, TimeProvider time)
    {
        _socket = socket;
        _time = time;
        _network = new PeerStream(socket);
        (Address, Port) = socket.RemoteEndPoint switch
        {
            IPEndPoint end => (end.Address.ToString(), end.Port),
            var end => (end?.ToString() ?? "", 0),
        };
        LocalAddress = (socket.LocalEndPoint as IPEndPoint)?.Address.ToString() ?? "";
    }

    public string Address { get; }

    public string LocalAddress { get; }

    public int Port { get; }

    public long ReceivedCount { get; private set; }

    public long SentCount { get; private set; }

    public ReadOnlyMemory<byte> Buffered => _buffer.AsMemory(_start, _end - _start);

    public WireEnd? Ended { get; private set; }

    public TlsSession? Tls { get; private set; }

    Stream Current => _ssl ?? (Stream)_network;

    public async ValueTask<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (Ended is not null)
        {
            return false;
        }

        int count;
        try
        {
            if (_pending is null)
            {
                MakeRoom();
                // The read itself is never cancelled: an SslStream promises nothing after that. Only the wait for it is.
                var read = Current.ReadAsync(_buffer.AsMemory(_end), CancellationToken.None);
                _pending = read.IsCompletedSuccessfully ? null : read.AsTask();
                count = _pending is null ? read.Result : await _pending.WaitAsync(cancellationToken);
            }
            else
            {
                count = await _pending.WaitAsync(cancellationToken);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            _pending = null;
            Ended = WireEnd.Reset;
            if (IsReset(error))
            {
                ThrowIfCertificateWasLacking(error);
                return false;
            }

            throw TlsFailures.WhileReceiving(error, _names);
        }

        _pending = null;
        if (count == 0)
        {
            Ended = _tap is { InnerEnded: true } ? WireEnd.ClosedWithoutNotify : WireEnd.Closed;
            ThrowIfCertificateWasLacking(null);
            return false;
        }

        _mayLackCertificate = false;
        _end += count;
        ReceivedCount += count;
        return true;
    }

    public void Consume(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _end - _start);
        _start += count;
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await Current.WriteAsync(bytes, cancellationToken);
        }
        catch (InvalidOperationException closed)
        {
            // What the library says of a stream that is disposed, or shut down on this side.
            throw new IOException("The connection is closed.", closed);
        }

        SentCount += bytes.Length;
    }

    public ReadOnlyMemory<byte> TakeAhead()
    {
        ThrowIfReceiving();
        while (_ssl is null && Ended is null && Buffered.Length < LargestBuffer / 2 && _socket.Available > 0)
        {
            MakeRoom();
            var count = _socket.Receive(_buffer.AsSpan(_end), SocketFlags.None, out var error);
            if (error is not SocketError.Success)
            {
                // Reset between the two calls: the handshake will meet it and say so.
                break;
            }

            _end += count;
            ReceivedCount += count;
        }

        var ahead = Buffered.ToArray();
        Consume(ahead.Length);
        return ahead;
    }

    public async Task<TlsHandshake> StartTlsAsync(TlsOptions options, CancellationToken cancellationToken)
    {
        ThrowIfReceiving();
        if (_ssl is not null || Buffered.Length > 0)
        {
            throw new InvalidOperationException(_ssl is null ? "Octets from before TLS are left in the buffer." : "TLS is on already.");
        }

        // What came before the handshake tells whether this is an upgrade: then plaintext in its place was injected.
        var tap = new HandshakeTap(_network, isUpgrade: ReceivedCount > 0, options);
        using var client = new TlsClient(tap, options, _time, cancellationToken);
        try
        {
            await client.AuthenticateAsync();
            var handshake = client.Result();
            (_tap, _ssl, Tls, _names) = (tap, client.Stream, handshake.Session, options.Names);
            _mayLackCertificate = handshake.LacksClientCertificate;
            QuickAcknowledgement.Ask(_socket);
            return handshake;
        }
        catch (Exception error)
        {
            // Nothing more may go over a connection whose handshake failed, in the clear least of all.
            await DisposeAsync();
            if (cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw client.Failure(error);
        }
    }

    public async ValueTask HalfCloseAsync(CancellationToken cancellationToken)
    {
        if (_ssl is not null)
        {
            await _ssl.ShutdownAsync().WaitAsync(cancellationToken);
        }

        _socket.Shutdown(SocketShutdown.Send);
    }

    public async ValueTask CloseAsync(CancellationToken cancellationToken)
    {
        // The socket's own direction ends with the disposal; to end it here would be an exception where the peer was faster.
        if (_ssl is not null)
        {
            try
            {
                await _ssl.ShutdownAsync().WaitAsync(cancellationToken);
            }
            catch (Exception error) when (error is IOException or SocketException or InvalidOperationException or CryptographicException)
            {
                // The peer was faster, the sending direction is closed already, or TLS is broken: it is closed either way.
            }
        }

        await DisposeAsync();
    }

    public void Abort() => _socket.Close(0);

    public async ValueTask DisposeAsync()
    {
        Ended ??= WireEnd.Closed;
        // The network first: disposing the SslStream must not write.
        await _network.DisposeAsync();
        if (_ssl is not null)
        {
            await _ssl.DisposeAsync();
        }
    }

    static bool IsReset(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException or ObjectDisposedException)
            {
                return true;
            }
        }

        return false;
    }

    void ThrowIfCertificateWasLacking(Exception? error)
    {
        if (_mayLackCertificate)
        {
            throw TlsFailures.HungUpForCertificate(error, _names);
        }
    }

    void ThrowIfReceiving()
    {
        if (_pending is not null)
        {
            throw new InvalidOperationException("A receive is under way.");
        }
    }

    void MakeRoom()
    {
        if (_start > 0)
        {
            Buffered.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_buffer.Length - _end >= SmallestRead)
        {
            return;
        }

        if (_buffer.Length >= LargestBuffer)
        {
            throw new InvalidOperationException("The buffer is full: nobody consumes.");
        }

        Array.Resize(ref _buffer, 2 * _buffer.Length);
    }
}
