namespace SmtpInspector.Net;

/// <summary>Why TLS failed.</summary>
public enum TlsReason
{
    /// <summary>The peer answered in the clear: this port does not begin with TLS.</summary>
    NotTls,

    /// <summary>Plaintext behind the 220 of STARTTLS (RFC 3207 §4.2, CVE-2011-0411).</summary>
    PlaintextInjected,

    /// <summary>The certificate does not verify.</summary>
    NotVerified,

    /// <summary>The two sides have no TLS version in common.</summary>
    VersionMismatch,

    /// <summary>The peer wants a client certificate, or another one.</summary>
    ClientCertificate,

    /// <summary>The peer ended it with an alert.</summary>
    Alert,

    /// <summary>The peer closed the connection during the handshake.</summary>
    Closed,

    /// <summary>The handshake was not complete in time.</summary>
    TimedOut,

    /// <summary>Anything else; the message has the TLS library's words.</summary>
    Other,
}
