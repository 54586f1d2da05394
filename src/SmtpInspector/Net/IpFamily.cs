namespace SmtpInspector.Net;

/// <summary>Which addresses of a host are tried.</summary>
public enum IpFamily
{
    /// <summary>IPv6 and IPv4.</summary>
    Any,

    /// <summary>IPv4 only (<c>-4</c>).</summary>
    V4,

    /// <summary>IPv6 only (<c>-6</c>).</summary>
    V6,
}
