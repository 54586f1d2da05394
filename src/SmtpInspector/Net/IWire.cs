using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net;

/// <summary>
/// A connection: octets both ways, in the clear or inside TLS. One caller receives and one sends at a time;
/// the two may overlap.
/// </summary>
public interface IWire : IAsyncDisposable
{
    /// <summary>The peer's address: an IP address, or the path of a Unix-domain socket.</summary>
    string Address { get; }

    /// <summary>The peer's port; 0 for a Unix-domain socket.</summary>
    int Port { get; }

    /// <summary>This side's own address on the connection; empty for a Unix-domain socket.</summary>
    string LocalAddress { get; }

    /// <summary>How many octets were received in all; inside TLS those of the content.</summary>
    long ReceivedCount { get; }

    /// <summary>How many octets were sent in all; inside TLS those of the content.</summary>
    long SentCount { get; }

    /// <summary>Received and not yet consumed. Valid until the next call of <see cref="ReceiveAsync"/>.</summary>
    ReadOnlyMemory<byte> Buffered { get; }

    /// <summary>How the peer ended its direction; null while it goes on.</summary>
    WireEnd? Ended { get; }

    /// <summary>The TLS session; null in the clear.</summary>
    TlsSession? Tls { get; }

    /// <summary>
    /// Waits until more is in <see cref="Buffered"/>. False: nothing more will come, and <see cref="Ended"/> says how it ended.
    /// Cancelling gives up the wait, never octets: the next call goes on with it.
    /// </summary>
    /// <exception cref="TlsException">The peer ended TLS with an alert, or what it sent does not decrypt.</exception>
    ValueTask<bool> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Takes the first <paramref name="count"/> octets off <see cref="Buffered"/>.</summary>
    void Consume(int count);

    /// <summary>Sends these octets exactly, in one write. Cancelling in the middle of it leaves nothing to go on with.</summary>
    /// <exception cref="IOException">The connection does not take them any more.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>
    /// Takes everything that has come so far, buffered here or waiting in the system, at most 64 KiB. Called when the
    /// 220 to STARTTLS is consumed: what is there must not be believed nor fed to the handshake (RFC 3207 §4.2, §6).
    /// </summary>
    ReadOnlyMemory<byte> TakeAhead();

    /// <summary>
    /// Makes the TLS handshake; from then on everything goes inside TLS. <see cref="Buffered"/> must be empty.
    /// On failure the connection is closed, and not one octet of content was sent.
    /// </summary>
    /// <exception cref="TlsException">It failed, or the certificate does not verify; the message says why and what to try.</exception>
    Task<TlsHandshake> StartTlsAsync(TlsOptions options, CancellationToken cancellationToken);

    /// <summary>Ends the sending direction (inside TLS with close_notify); the peer can still be heard.</summary>
    ValueTask HalfCloseAsync(CancellationToken cancellationToken);

    /// <summary>Closes in order: inside TLS with close_notify, then FIN.</summary>
    ValueTask CloseAsync(CancellationToken cancellationToken);

    /// <summary>Cuts the connection with a reset, at once.</summary>
    void Abort();
}
