using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Session;

/// <summary>A transcript as the outputs of a live conversation get it.</summary>
static class Replay
{
    /// <summary>Its events judged, one by one as they are asked for. The entries of each are good until the next.</summary>
    public static IEnumerable<Observed> Of(TranscriptDocument document) => Of(document.StartState(), document.Events());

    /// <summary>Its entries, all of them.</summary>
    public static IReadOnlyList<Entry> EntriesOf(TranscriptDocument document) => [.. Of(document).SelectMany(observed => observed.Entries.ToArray())];

    /// <summary>Events judged from a state on.</summary>
    public static IEnumerable<Observed> Of(SessionState start, IEnumerable<ConversationEvent> events) => Of(new ConversationJudge(start), events);

    /// <summary>Events judged by a judge, to their end.</summary>
    public static IEnumerable<Observed> Of(ConversationJudge judge, IEnumerable<ConversationEvent> events)
    {
        foreach (var happened in events)
        {
            var before = judge.State;
            var entries = judge.Apply(happened);
            yield return new Observed(happened, before, judge.State, judge.Secrets, entries);
        }

        // What the end of the file left open has no event of its own.
        var open = judge.Finish();
        if (open.Count > 0)
        {
            yield return new Observed(null, judge.State, judge.State, [], open);
        }
    }
}
