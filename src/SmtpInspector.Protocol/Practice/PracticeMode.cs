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

    /// <summary>The token that answers XOAUTH2's or OAUTHBEARER's empty challenge (RFC 7628 §3.1).</summary>
    BearerToken,

    /// <summary>The empty answer to the challenge that says why a token was refused (RFC 7628 §3.2.3).</summary>
    BearerRefused,

    /// <summary>Message content, up to the line of one dot.</summary>
    Content,

    /// <summary>The octets of a chunk (RFC 3030 §2). In a profile's table: behind the last of them.</summary>
    Chunk,

    /// <summary>Nothing: the connection is over, or waits for its TLS handshake.</summary>
    Closed,
}
