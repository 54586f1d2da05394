namespace SmtpInspector.Protocol.Conversation;

/// <summary>A mail transaction the server has opened with its 250 to MAIL (RFC 5321 §3.3).</summary>
/// <param name="Mail">The MAIL command as sent, without its line ending.</param>
/// <param name="Recipients">The last recipient the server accepted, and through it all before; null while there is none.</param>
/// <param name="UsesData">DATA was sent in it.</param>
/// <param name="UsesBdat">BDAT was sent in it.</param>
/// <param name="ChunkOctets">How many octets of BDAT chunks were sent in it.</param>
/// <param name="RefusedCount">How many recipients the server has refused.</param>
public sealed record MailTransaction(
    ReadOnlyMemory<byte> Mail,
    AcceptedRecipient? Recipients = null,
    bool UsesData = false,
    bool UsesBdat = false,
    long ChunkOctets = 0,
    int RefusedCount = 0)
{
    /// <summary>The MAIL command without credentials: what may be spoken of.</summary>
    public ReadOnlyMemory<byte> Shown { get; init; } = Mail;

    /// <summary>How many recipients the server has accepted.</summary>
    public int RecipientCount => Recipients?.Number ?? 0;
}
