namespace SmtpInspector.Protocol.Message;

/// <summary>How the boundaries of a multipart are (RFC 2046 §5.1.1).</summary>
public enum BoundaryState
{
    /// <summary>It is no multipart, or one whose inside was not looked at.</summary>
    None,

    /// <summary>The Content-Type names no boundary.</summary>
    NotNamed,

    /// <summary>The boundary that is named does not occur.</summary>
    NotFound,

    /// <summary>Parts begin, but the last boundary, with two hyphens behind it, does not occur.</summary>
    NotClosed,

    /// <summary>All is there.</summary>
    Closed,
}
