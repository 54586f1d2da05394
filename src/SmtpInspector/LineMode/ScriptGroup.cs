using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.LineMode;

/// <summary>
/// A stretch of a transcript: what the client does, and the replies written behind it. A group of pipelined commands
/// and the group of replies to it are one such stretch.
/// </summary>
/// <param name="Steps">The client's lines and what steers, in order.</param>
/// <param name="Replies">The replies, in order.</param>
/// <param name="ServerCloses">The server closes behind it.</param>
sealed record ScriptGroup(IReadOnlyList<ConversationEvent> Steps, IReadOnlyList<Reply> Replies, bool ServerCloses)
{
    /// <summary>Cuts a transcript into groups.</summary>
    public static IEnumerable<ScriptGroup> Of(IEnumerable<ConversationEvent> events)
    {
        var steps = new List<ConversationEvent>();
        var lines = new List<ReplyLine>();
        var replies = new List<Reply>();
        var unfinished = new List<byte>();
        var closes = false;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ConversationEvent.Line { Wire.Direction: Direction.Server } line:
                    TakeServerLine(line.Wire);
                    break;
                case ConversationEvent.Closed { By: Direction.Server }:
                    closes = true;
                    break;
                case ConversationEvent.Line or ConversationEvent.Steered:
                    if (replies.Count > 0 || lines.Count > 0)
                    {
                        yield return Take();
                    }

                    steps.Add(happened);
                    break;
                default:
                    // What else happened then says nothing of what to do now.
                    break;
            }
        }

        yield return Take();

        void TakeServerLine(WireLine wire)
        {
            unfinished.AddRange(wire.Bytes.Span);
            if (!wire.IsComplete)
            {
                return;
            }

            var line = ReplyLine.Parse(wire with { Bytes = unfinished.ToArray() });
            unfinished.Clear();
            lines.Add(line);
            if (line.IsLast || (line.Code is null && lines.Count == 1))
            {
                replies.Add(new Reply([.. lines]));
                lines.Clear();
            }
        }

        ScriptGroup Take()
        {
            if (lines.Count > 0)
            {
                replies.Add(new Reply([.. lines], IsComplete: false));
                lines.Clear();
            }

            var group = new ScriptGroup([.. steps], [.. replies], closes);
            steps.Clear();
            replies.Clear();
            return group;
        }
    }
}
