using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Explaining;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Show;

/// <summary>Finds out which lines of a file each entry of its conversation stands on.</summary>
sealed class TranscriptPlaces
{
    readonly List<TranscriptPlace> _places = [];

    // Lines of either side that belong to no entry yet, with the offset of each: pieces and whole lines alike.
    readonly List<(long Offset, int Number)>[] _open = [[], []];
    Provider? _provider;

    /// <summary>The entries of a transcript, in their order.</summary>
    public static IReadOnlyList<TranscriptPlace> Of(TranscriptDocument document)
    {
        var places = new TranscriptPlaces();
        var judge = new ConversationJudge(document.StartState());
        foreach (var (number, happened) in document.NumberedEvents())
        {
            if (happened is ConversationEvent.Line { Wire: var wire })
            {
                places._open[(int)wire.Direction].Add((wire.Offset, number));
            }

            var before = judge.State;
            foreach (var entry in judge.Apply(happened))
            {
                places.Add(entry, before, judge.State, number);
            }
        }

        foreach (var entry in judge.Finish())
        {
            places.Add(entry, judge.State, judge.State, 0);
        }

        return places._places;
    }

    void Add(Entry entry, SessionState before, SessionState after, int number)
    {
        _provider = EntryExplainer.Recognize(_provider, entry);
        _places.Add(entry switch
        {
            Entry.Command command => new(entry, command.Before, after, _provider, Take(Direction.Client, command.Wire.Offset, command.Wire.Bytes.Length)),
            Entry.Reply { Value.Lines: var lines } reply => new(entry, reply.Before, after, _provider, Take(
                Direction.Server, lines[0].Wire.Offset, lines[^1].Wire.Offset + lines[^1].Wire.Bytes.Length - lines[0].Wire.Offset)),
            Entry.Injected { Wire: var wire } => new(entry, before, after, _provider, Take(Direction.Server, wire.Offset, wire.Bytes.Length)),

            // All that the client has sent and that was no command.
            Entry.Data => new(entry, before, after, _provider, Take(Direction.Client, 0, long.MaxValue)),
            _ => new(entry, before, after, _provider, number > 0 ? [number] : []),
        });
    }

    int[] Take(Direction side, long offset, long length)
    {
        var open = _open[(int)side];
        int[] taken = [.. open.Where(line => line.Offset >= offset && line.Offset - offset < length).Select(line => line.Number).Distinct()];
        open.RemoveAll(line => line.Offset - offset < length);
        return taken;
    }
}
