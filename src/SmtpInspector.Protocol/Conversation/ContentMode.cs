namespace SmtpInspector.Protocol.Conversation;

/// <summary>What the client's next octets are.</summary>
public enum ContentMode
{
    /// <summary>A command, or an answer to a challenge.</summary>
    None,

    /// <summary>Message content up to the line of one dot (RFC 5321 §4.1.1.4).</summary>
    Data,

    /// <summary>A chunk of announced size (RFC 3030 §2).</summary>
    Chunk,
}
