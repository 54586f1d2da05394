namespace SmtpInspector.Session;

/// <summary>What the program ends with; scripts rely on the numbers.</summary>
enum ExitStatus
{
    /// <summary>Everything was sent and every reply was as expected.</summary>
    AsExpected = 0,

    /// <summary>A reply was not as expected, or <c>--strict</c> and a finding of severity error.</summary>
    Unexpected = 1,

    /// <summary>Wrong usage.</summary>
    Usage = 2,

    /// <summary>No connection.</summary>
    NoConnection = 3,

    /// <summary>TLS failed, was refused, or the certificate did not verify.</summary>
    Tls = 4,

    /// <summary>The server closed or stopped answering before the end.</summary>
    Ended = 5,

    /// <summary>A transcript could not be understood.</summary>
    Transcript = 6,

    /// <summary>Ctrl-C at an idle prompt, pressed twice.</summary>
    Interrupted = 130,
}
