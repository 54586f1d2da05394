using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Conversation;

/// <summary>
/// Something that happened in a conversation, in the order of the wire. A live connection, a file, an imported
/// log and the practice server differ only in who produces these; nothing downstream can tell.
/// </summary>
/// <param name="At">Time since the connection attempt; null where unknown.</param>
public abstract record ConversationEvent(TimeSpan? At)
{
    /// <summary>An address is being tried.</summary>
    public sealed record Connecting(TimeSpan? At, string Host, int Port) : ConversationEvent(At);

    /// <summary>The transport connection stands.</summary>
    public sealed record Connected(TimeSpan? At, string Address, int Port) : ConversationEvent(At);

    /// <summary>A TLS handshake is complete.</summary>
    public sealed record TlsStarted(TimeSpan? At, TlsSession Session) : ConversationEvent(At);

    /// <summary>
    /// A line, or a deliberate piece of one, went over the wire. Pieces of one side join until a LF.
    /// </summary>
    /// <param name="At">When its last octet was sent or received.</param>
    /// <param name="Wire">The octets.</param>
    /// <param name="Own">True when the program sent it of its own accord, not the user.</param>
    public sealed record Line(TimeSpan? At, WireLine Wire, bool Own = false) : ConversationEvent(At)
    {
        /// <summary>
        /// Placeholders in a transcript's line, where a credential was left out when it was saved: their octets
        /// are no octets of the wire. Empty for every live line.
        /// </summary>
        public IReadOnlyList<LeftOutSecret> LeftOut { get; init; } = [];
    }

    /// <summary>Something the program wants said.</summary>
    public sealed record Note(TimeSpan? At, string Text) : ConversationEvent(At);

    /// <summary>The connection ended.</summary>
    /// <param name="At">When.</param>
    /// <param name="By">Who closed it.</param>
    /// <param name="Clean">After QUIT and its 221.</param>
    public sealed record Closed(TimeSpan? At, Direction By, bool Clean) : ConversationEvent(At);

    /// <summary>The conversation failed.</summary>
    public sealed record Failed(TimeSpan? At, FailureKind Kind, string Message) : ConversationEvent(At);

    /// <summary>A script steers: it waits, does not wait, closes its half or all of the connection.</summary>
    /// <param name="At">When.</param>
    /// <param name="Kind">What it does.</param>
    /// <param name="Duration">How long, for <see cref="SteeringKind.Wait"/>.</param>
    public sealed record Steered(TimeSpan? At, SteeringKind Kind, TimeSpan Duration = default) : ConversationEvent(At);
}
