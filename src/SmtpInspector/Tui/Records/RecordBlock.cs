using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Session;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Records;

/// <summary>A few hundred events of a record, as what is needed to have them judged once more.</summary>
/// <param name="Source">The events, from the first of them on. Never read itself.</param>
/// <param name="Judge">The judge before the first of them. Never asked itself.</param>
/// <param name="Start">The conversation before the first of them.</param>
/// <param name="First">How many things were heard before.</param>
/// <param name="Count">How many things are heard in it.</param>
/// <param name="Kept">What only the judge knows that saw all of a message which began before, and at which of the things it is said; null for none.</param>
sealed record RecordBlock(IEventSource Source, ConversationJudge Judge, Conversation Start, int First, int Count, (int At, Entry.Data Entry)? Kept)
{
    /// <summary>Has it judged.</summary>
    public RecordPiece Make()
    {
        var heard = new Heard[Count];
        var at = 0;
        foreach (var observed in Replay.Of(Judge.Branch(), Read(Source.Branch(), Count)))
        {
            heard[at] = Heard.Of(observed);
            if (Kept is { } kept && kept.At == at)
            {
                heard[at] = heard[at] with { Entries = [.. heard[at].Entries.Select(entry => entry is Entry.Data ? kept.Entry : entry)] };
            }

            if (++at == Count)
            {
                break;
            }
        }

        return new RecordPiece(heard, Start.Hear(heard));
    }

    // One more than the block has is read where it is the last: so the end is seen, and what was open is told.
    static IEnumerable<Protocol.Conversation.ConversationEvent> Read(IEventSource source, int count)
    {
        while (count-- > 0 && source.Read() is { } happened)
        {
            yield return happened;
        }
    }
}
