namespace SmtpInspector.Protocol.Grammar;

/// <summary>What the first digit of a reply says (RFC 5321 §4.2.1).</summary>
public enum ReplyClass
{
    /// <summary>2yz: done.</summary>
    Success,

    /// <summary>3yz: go on.</summary>
    Intermediate,

    /// <summary>4yz: not now; the same command may succeed later.</summary>
    Transient,

    /// <summary>5yz: no; do not send the same again.</summary>
    Permanent,

    /// <summary>No code, or one that begins with another digit.</summary>
    Invalid,
}
