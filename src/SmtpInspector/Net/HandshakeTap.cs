namespace SmtpInspector.Net;

/// <summary>
/// Stands between the TLS library and the network. It looks at the first octets the peer sends, before the library
/// does, because the library can only say of plaintext that it has a wrong version number; and it notices the end of
/// the network stream, because the library does not tell close_notify from none.
/// </summary>
sealed class HandshakeTap(Stream network, bool isUpgrade, TlsOptions options) : AsynchronousStream
{
    const byte AlertRecord = 0x15;
    const byte HandshakeRecord = 0x16;
    const byte MajorVersion = 0x03;
    const int MostPlaintext = 64 * 1024;
    static readonly TimeSpan RestOfLine = TimeSpan.FromSeconds(1);

    // What was read while looking, for the library to read first.
    ReadOnlyMemory<byte> _looked;
    bool _begun;

    // The last read from the network, kept instead of awaited: a state machine here would cost every start milliseconds.
    Task<int>? _read;

    /// <summary>Whether this handshake follows a conversation in the clear.</summary>
    public bool IsUpgrade => isUpgrade;

    /// <summary>The peer's direction ended on the network.</summary>
    public bool InnerEnded => _read is { IsCompletedSuccessfully: true, Result: 0 };

    /// <summary>Whether the peer has sent anything.</summary>
    public bool PeerSpoke => _begun;

    /// <summary>The alert that was the peer's whole answer (RFC 8446 §6); null when it was something else.</summary>
    public byte? FirstAlert { get; private set; }

    /// <summary>What came in the clear and was thrown away.</summary>
    public ReadOnlyMemory<byte> Discarded { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_begun)
        {
            return LookAsync(buffer, cancellationToken);
        }

        if (_looked.Length > 0)
        {
            return new(TakeLooked(buffer));
        }

        // The library looks whether there is anything to read by asking for nothing; that is no end.
        return buffer.IsEmpty ? network.ReadAsync(buffer, cancellationToken) : new(NetworkAsync(buffer, cancellationToken));
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        network.WriteAsync(buffer, cancellationToken);

    Task<int> NetworkAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        _read = network.ReadAsync(buffer, cancellationToken).AsTask();

    async ValueTask<int> LookAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await NetworkAsync(buffer, cancellationToken);
        if (count == 0)
        {
            return 0;
        }

        _begun = true;
        var first = buffer[..count];
        if (BeginsRecord(first.Span))
        {
            FirstAlert = first.Span is [AlertRecord, _, _, _, _, _, var description, ..] ? description : null;
            return count;
        }

        if (!(isUpgrade && options.Insecure))
        {
            throw PeerProtocol.InPlaceOfTls(await RestOfLineAsync(first.ToArray(), cancellationToken), isUpgrade, options.Names);
        }

        _looked = await DiscardAsync(first.ToArray(), cancellationToken);
        return TakeLooked(buffer);
    }

    /// <summary>Whether these octets can begin what a TLS server says first: ServerHello or an alert (RFC 8446 §5.1).</summary>
    static bool BeginsRecord(ReadOnlySpan<byte> octets) =>
        octets is [HandshakeRecord or AlertRecord] or [HandshakeRecord or AlertRecord, MajorVersion, ..];

    int TakeLooked(Memory<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _looked.Length);
        _looked[..count].CopyTo(buffer);
        _looked = _looked[count..];
        return count;
    }

    /// <summary>A greeting may come in pieces; a moment's patience makes the message quote all of its line.</summary>
    async Task<byte[]> RestOfLineAsync(byte[] begun, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(RestOfLine);
        try
        {
            while (!begun.Contains((byte)'\n') && begun.Length < MostPlaintext && await MoreAsync(patience.Token) is { Length: > 0 } more)
            {
                begun = [.. begun, .. more];
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // What has come so far is quoted.
        }

        return begun;
    }

    /// <summary>
    /// When any certificate is to be taken, plaintext in place of the handshake is thrown away, line by line, until a handshake record begins.
    /// </summary>
    async Task<ReadOnlyMemory<byte>> DiscardAsync(byte[] received, CancellationToken cancellationToken)
    {
        while (true)
        {
            var record = received.AsSpan().IndexOf([(byte)'\n', HandshakeRecord, MajorVersion]) + 1;
            if (record > 0)
            {
                Discarded = received.AsMemory(0, record);
                return received.AsMemory(record);
            }

            if (received.Length >= MostPlaintext || await MoreAsync(cancellationToken) is not { Length: > 0 } more)
            {
                throw PeerProtocol.InPlaceOfTls(received, isUpgrade, options.Names);
            }

            received = [.. received, .. more];
        }
    }

    async Task<byte[]> MoreAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        return buffer[..await NetworkAsync(buffer, cancellationToken)];
    }
}
