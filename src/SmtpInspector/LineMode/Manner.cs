namespace SmtpInspector.LineMode;

/// <summary>How a line is sent.</summary>
enum Manner
{
    /// <summary>With CRLF behind it, and then its reply is awaited.</summary>
    Lockstep,

    /// <summary>With CRLF behind it, and its reply is not awaited.</summary>
    WithoutWaiting,

    /// <summary>These octets and no others, dot-stuffing left out; no reply is awaited before a line is complete.</summary>
    Exactly,
}
