using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Tui.Live;

namespace SmtpInspector.Tui.Scripts;

/// <summary>A line of a script, and the codes of the replies that are written behind it.</summary>
/// <param name="Line">What is sent.</param>
/// <param name="LeavesOut">What stands in it in place of a credential; null where nothing is left out.</param>
/// <param name="Expected">The codes, in order; null for one that is malformed.</param>
sealed record ScriptLine(Outgoing Line, string? LeavesOut, IReadOnlyList<int?> Expected)
{
    /// <summary>The client's lines of a transcript.</summary>
    public static IReadOnlyList<ScriptLine> Of(TranscriptDocument document)
    {
        var lines = new List<ScriptLine>();
        var expected = new List<int?>();
        var inContent = false;
        foreach (var line in document.Events().OfType<ConversationEvent.Line>())
        {
            if (line.Wire.Direction == Direction.Client)
            {
                expected = [];
                lines.Add(new ScriptLine(OutgoingOf(line, inContent), line.LeftOut is [var first, ..] ? first.Name : null, expected));
                inContent = inContent && line.Wire.Content.Span is not [(byte)'.'];
            }
            else if (ReplyLine.Parse(line.Wire) is { IsLast: true } reply)
            {
                expected.Add(reply.Code);
                inContent = reply.Code == 354;
            }
        }

        return lines;
    }

    // A dot that was put in for the way is put in again on its way out.
    static Outgoing OutgoingOf(ConversationEvent.Line line, bool inContent) => line.Wire.Ending != LineEnding.CrLf
        ? new Outgoing(line.Wire.Bytes, Manner.Exactly)
        : new Outgoing(inContent && line.Wire.Content.Span is [(byte)'.', _, ..] ? line.Wire.Content[1..] : line.Wire.Content);
}
