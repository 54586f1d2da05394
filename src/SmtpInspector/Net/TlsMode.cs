namespace SmtpInspector.Net;

/// <summary>When TLS begins on a connection.</summary>
public enum TlsMode
{
    /// <summary>With the first octet (RFC 8314 §3.3).</summary>
    Implicit,

    /// <summary>After STARTTLS; without it the conversation does not go on (RFC 3207 §4).</summary>
    StartTls,

    /// <summary>After STARTTLS where the server offers it, otherwise never.</summary>
    Auto,

    /// <summary>Never of the program's own accord.</summary>
    None,
}
