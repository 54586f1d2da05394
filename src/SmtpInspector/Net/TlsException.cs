using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net;

/// <summary>TLS did not come about, or broke.</summary>
public sealed class TlsException : NetworkException
{
    internal TlsException(TlsReason reason, string message, Exception? inner = null)
        : base(FailureKind.Tls, message, inner) => Reason = reason;

    /// <summary>Why.</summary>
    public TlsReason Reason { get; }

    /// <summary>What the handshake had agreed on and the peer's certificates, where it came that far.</summary>
    public TlsSession? Session { get; internal init; }

    /// <summary>
    /// What the peer sent in the clear where TLS was expected: the first line of a server that does not speak TLS at all,
    /// everything that was injected behind the 220 to STARTTLS.
    /// </summary>
    public ReadOnlyMemory<byte> Plaintext { get; internal init; }
}
