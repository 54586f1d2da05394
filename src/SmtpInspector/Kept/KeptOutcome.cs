namespace SmtpInspector.Kept;

/// <summary>How a conversation that was kept ended.</summary>
enum KeptOutcome
{
    /// <summary>It goes on: a program has the file open.</summary>
    GoingOn,

    /// <summary>The program was ended in the midst of it.</summary>
    CutOff,

    /// <summary>QUIT, and the server's 221.</summary>
    Quit,

    /// <summary>Closed from this side without a 221.</summary>
    Left,

    /// <summary>Closed by the server.</summary>
    ServerClosed,

    /// <summary>There was no connection.</summary>
    NoConnection,

    /// <summary>TLS failed, was refused, or the certificate was not accepted.</summary>
    TlsFailed,

    /// <summary>The server did not answer in time.</summary>
    TimedOut,
}
