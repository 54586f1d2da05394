using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Session;

/// <summary>An event and what the judge made of it, as every output of the program gets it.</summary>
/// <param name="Event">What happened; null where nothing did and entries that waited come all the same.</param>
/// <param name="Before">The state before it.</param>
/// <param name="After">The state after it.</param>
/// <param name="Secrets">The credentials in its line, in order.</param>
/// <param name="Entries">The entries it completed. Good until the next event.</param>
readonly record struct Observed(
    ConversationEvent? Event,
    SessionState Before,
    SessionState After,
    IReadOnlyList<SecretSpan> Secrets,
    IReadOnlyList<Entry> Entries)
{
    /// <summary>
    /// Whether this is a line in the middle of content the client sends. Nobody answers one, and a message may have
    /// hundreds of thousands: an output may hold it back until <see cref="IConversationObserver.Flush"/>.
    /// </summary>
    public bool IsWithinContent => Event is ConversationEvent.Line { Wire.Direction: Direction.Client }
        && Before.Content != ContentMode.None && After.Content != ContentMode.None && Entries.Count == 0;
}
