using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Tui.Transcript;

/// <summary>What the transcript shows as one thing and one selects as one: a judged entry with the lines it was made of.</summary>
/// <param name="Number">Its place in the conversation, counted from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Entry">The judged entry; null while it is not complete.</param>
/// <param name="Lines">The lines that went over the wire for it, in order; empty for an event.</param>
/// <param name="Before">The state before it.</param>
/// <param name="After">The state after it.</param>
/// <param name="Tls">The handshake it stands behind; null in the clear.</param>
sealed record TranscriptItem(
    int Number, ItemKind Kind, Entry? Entry, Log<ShownLine> Lines, SessionState Before, SessionState After, TlsSession? Tls)
{
    /// <summary>When it was complete, or its newest line came; null where unknown.</summary>
    public TimeSpan? At => Entry is { } entry ? entry.At : Lines.Count > 0 ? Lines[^1].At : null;

    /// <summary>What the judge has to say about it.</summary>
    public IReadOnlyList<Finding> Findings => Entry?.Findings ?? [];

    /// <summary>Whether the program sent it, not the user.</summary>
    public bool Own => Lines.Count > 0 && Lines[0].Own;
}
