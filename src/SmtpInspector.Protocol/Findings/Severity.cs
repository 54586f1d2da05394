namespace SmtpInspector.Protocol.Findings;

/// <summary>How much a finding matters. The order is that of rising weight.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>A SHOULD is broken, or it is a likely mistake.</summary>
    Warning,

    /// <summary>A MUST is broken in a way that matters to the other side.</summary>
    Error,
}
