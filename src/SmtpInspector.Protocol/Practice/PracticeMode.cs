namespace SmtpInspector.Protocol.Practice;

/// <summary>What the practice server takes the client's next line for.</summary>
public enum PracticeMode
{
    /// <summary>A command.</summary>
    Command,

    /// <summary>The PLAIN message that answers an empty challenge (RFC 4616 §2).</summary>
    PlainMessage,

    /// <summary>The user name that answers LOGIN's first challenge.</summary>
    LoginUserName,

    /// <summary>The password that answers LOGIN's second challenge.</summary>
    LoginPassword,

    /// <summary>Message content, up to the line of one dot.</summary>
    Content,

    /// <summary>Nothing: the connection is over, or waits for its TLS handshake.</summary>
    Closed,
}
