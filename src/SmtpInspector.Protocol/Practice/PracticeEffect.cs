namespace SmtpInspector.Protocol.Practice;

/// <summary>What a step does to the server's state once nothing stands against it.</summary>
public enum PracticeEffect
{
    None,

    /// <summary>HELO: the client has said its name.</summary>
    Hello,

    /// <summary>EHLO: as <see cref="Hello"/>, and the profile's extensions are listed.</summary>
    ExtendedHello,

    /// <summary>The TLS handshake follows.</summary>
    StartTls,

    /// <summary>The mechanism's first challenge, or its answer where an initial response came along.</summary>
    BeginAuth,

    /// <summary>LOGIN's user name is kept until its password comes.</summary>
    KeepUserName,

    /// <summary>The client is authenticated.</summary>
    Authenticate,
    SetSender,
    AddRecipient,
    BeginContent,

    /// <summary>A chunk that was not the last is taken.</summary>
    TakeChunk,

    /// <summary>The message is taken.</summary>
    AcceptMessage,

    /// <summary>The transaction is forgotten.</summary>
    Reset,
    Quit,
}
