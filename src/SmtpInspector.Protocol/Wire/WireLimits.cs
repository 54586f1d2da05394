namespace SmtpInspector.Protocol.Wire;

/// <summary>
/// Where a peer that never ends is cut, so that memory stays bounded. Far beyond what RFC 5321 §4.5.3.1 allows.
/// </summary>
public static class WireLimits
{
    /// <summary>Octets of one reply line, its ending included.</summary>
    public const int LineOctets = 64 * 1024;

    /// <summary>Lines of one reply.</summary>
    public const int ReplyLines = 10_000;

    /// <summary>Octets of one reply.</summary>
    public const int ReplyOctets = 1024 * 1024;
}
