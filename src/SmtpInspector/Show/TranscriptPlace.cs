using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Explaining;
using SmtpInspector.Protocol.Knowledge;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Show;

/// <summary>An entry of a transcript, and the lines of the file it stands on.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Before">The state before it.</param>
/// <param name="After">The state after it.</param>
/// <param name="Provider">Who the server is, as far as was told up to it; null where nobody known.</param>
/// <param name="Lines">The numbers of its lines, from 1, rising; empty for what the end of the file left open.</param>
sealed record TranscriptPlace(Entry Entry, SessionState Before, SessionState After, Provider? Provider, IReadOnlyList<int> Lines)
{
    /// <summary>What there is to say about it.</summary>
    /// <param name="line">The number of the line meant; 0 for the entry as a whole.</param>
    public PlaceExplanation Explain(int line) =>
        EntryExplainer.Of(Entry, Before, After, Provider, Math.Max(0, Lines.ToList().IndexOf(line)));
}
