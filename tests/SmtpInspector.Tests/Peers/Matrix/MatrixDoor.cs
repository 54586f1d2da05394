namespace SmtpInspector.Tests.Peers.Matrix;

/// <summary>How a server is entered.</summary>
enum MatrixDoor
{
    /// <summary>Its port for anyone, in the clear.</summary>
    Plain,

    /// <summary>Its port with STARTTLS, which the program says.</summary>
    StartTls,

    /// <summary>The same port, STARTTLS said by the script.</summary>
    StartTlsByHand,

    /// <summary>Its port with implicit TLS.</summary>
    Implicit,
}
