namespace SmtpInspector.Protocol.Conversation;

/// <summary>Where the connection as a whole stands.</summary>
public enum Phase
{
    /// <summary>The greeting has not come yet (RFC 5321 §3.1).</summary>
    Opening,

    /// <summary>The server greeted with a 2yz: commands may be sent.</summary>
    Greeted,

    /// <summary>The server greeted with 554 or 521: only QUIT makes sense (RFC 5321 §3.1, RFC 7504 §3).</summary>
    Refused,

    /// <summary>The 220 that answers STARTTLS has come and the handshake has not ended (RFC 3207 §4).</summary>
    Handshake,

    /// <summary>QUIT was answered, or 421 or 521 announced the end.</summary>
    Closing,

    /// <summary>The connection is gone.</summary>
    Closed,
}
