namespace SmtpInspector.Protocol.Wire;

/// <summary>How a line on the wire ends.</summary>
public enum LineEnding
{
    /// <summary>It does not: a piece of a line, or a last line cut off by the end of the connection.</summary>
    None,

    /// <summary>CR LF, the only terminator SMTP knows (RFC 5321 §2.3.8).</summary>
    CrLf,

    /// <summary>LF without a CR before it.</summary>
    BareLf,
}
