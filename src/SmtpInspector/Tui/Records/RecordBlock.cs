using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Records;

/// <summary>A few hundred events of a record, as what is needed to have them judged once more.</summary>
/// <param name="Source">The events, from the first of them on. Never read itself.</param>
/// <param name="Judge">The judge before the first of them. Never asked itself.</param>
/// <param name="Start">The conversation before the first of them.</param>
/// <param name="First">How many things were heard before.</param>
/// <param name="Count">How many things are heard in it.</param>
/// <param name="Items">How many items are completed in it.</param>
/// <param name="Kept">What only the judge knows that saw all of a message which began before, and at which of the things it is said; null for none.</param>
/// <param name="Sum">The sum of the source when all of it was read.</param>
sealed record RecordBlock(
    IEventSource Source, ConversationJudge Judge, Conversation Start, int First, int Count, int Items, (int At, Entry.Data Entry)? Kept, ulong Sum)
{
    const string HasChanged = "this part of the file has changed since it was opened: open it anew";

    /// <summary>Has it judged.</summary>
    /// <exception cref="UsageException">The file does not say the same any more.</exception>
    public RecordPiece Make()
    {
        var heard = new Heard[Count];
        var source = Source.Branch();
        try
        {
            Hear(source, heard);
        }
        catch (TranscriptException)
        {
            throw new UsageException(HasChanged);
        }

        return source.Sum == Sum && heard[^1] is not null ? new RecordPiece(heard, Start.Hear(heard)) : throw new UsageException(HasChanged);
    }

    /// <summary>What stands in its place where it cannot be had: as many items, and none of them anything of the conversation's.</summary>
    public RecordPiece Missing()
    {
        var note = new ConversationEvent.Note(null, HasChanged);
        var heard = new Heard[Count];
        for (var i = 0; i < Count; i++)
        {
            // An event mostly completes one item or none, a few complete more.
            var (from, to) = ((long)Items * i / Count, (long)Items * (i + 1) / Count);
            heard[i] = new Heard(note, Start.State, Start.State, [], [.. Enumerable.Repeat(new Entry.Note(null, HasChanged, []), (int)(to - from))]);
        }

        return new RecordPiece(heard, Start.Hear(heard));
    }

    void Hear(IEventSource source, Heard[] heard)
    {
        var at = 0;
        foreach (var observed in Replay.Of(Judge.Branch(), Read(source)))
        {
            heard[at] = Heard.Of(observed);
            if (Kept is { } kept && kept.At == at)
            {
                heard[at] = heard[at] with { Entries = [.. heard[at].Entries.Select(entry => entry is Entry.Data ? kept.Entry : entry)] };
            }

            if (++at == Count)
            {
                return;
            }
        }
    }

    static IEnumerable<ConversationEvent> Read(IEventSource source)
    {
        while (source.Read() is { } happened)
        {
            yield return happened;
        }
    }
}
