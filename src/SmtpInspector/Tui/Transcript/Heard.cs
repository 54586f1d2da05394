using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Session;

namespace SmtpInspector.Tui.Transcript;

/// <summary>An event of a conversation and what the judge made of it, to be kept: <see cref="Observed"/> is good only until the next one.</summary>
/// <param name="Event">What happened; null where entries that waited come without one.</param>
/// <param name="Before">The state before it.</param>
/// <param name="After">The state after it.</param>
/// <param name="Secrets">The credentials in its line.</param>
/// <param name="Entries">The entries it completed.</param>
sealed record Heard(
    ConversationEvent? Event, SessionState Before, SessionState After, IReadOnlyList<SecretSpan> Secrets, IReadOnlyList<Entry> Entries)
{
    /// <summary>A copy of what an observer was told.</summary>
    public static Heard Of(in Observed observed) => new(
        observed.Event, observed.Before, observed.After, observed.Secrets.Count == 0 ? [] : [.. observed.Secrets], Copy(observed.Entries));

    // As an array: this is done for each of a million events, and most have none or one.
    static Entry[] Copy(IReadOnlyList<Entry> entries)
    {
        if (entries.Count == 0)
        {
            return [];
        }

        var copy = new Entry[entries.Count];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = entries[i];
        }

        return copy;
    }
}
