namespace SmtpInspector.Net;

/// <summary>A TLS version that can be asked for. Older ones are never spoken (RFC 8996).</summary>
public enum TlsVersion
{
    /// <summary>RFC 5246.</summary>
    Tls12,

    /// <summary>RFC 8446.</summary>
    Tls13,
}
