namespace SmtpInspector.Net;

/// <summary>How the peer ended its direction of a connection.</summary>
public enum WireEnd
{
    /// <summary>In order: FIN in the clear, close_notify inside TLS.</summary>
    Closed,

    /// <summary>FIN inside TLS without a close_notify before it: what came last may be cut off (RFC 8446 §6.1).</summary>
    ClosedWithoutNotify,

    /// <summary>With a reset: what was on its way may be lost.</summary>
    Reset,
}
