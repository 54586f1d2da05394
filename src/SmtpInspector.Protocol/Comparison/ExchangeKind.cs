namespace SmtpInspector.Protocol.Comparison;

/// <summary>What one step of a conversation is.</summary>
public enum ExchangeKind
{
    /// <summary>The connection and the greeting.</summary>
    Connection,

    /// <summary>A TLS handshake.</summary>
    Tls,

    /// <summary>A command, or an answer to a challenge, and its reply.</summary>
    Command,

    /// <summary>The content after DATA and the reply to its end.</summary>
    Message,

    /// <summary>A reply that nobody asked for, or plaintext in place of a handshake.</summary>
    Unsolicited,

    /// <summary>How the conversation ended.</summary>
    Ending,
}
