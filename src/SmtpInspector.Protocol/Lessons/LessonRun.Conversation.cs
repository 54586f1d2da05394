using System.Collections.Immutable;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Lessons;

/// <content>What happens in the conversation.</content>
public sealed partial record LessonRun
{
    /// <summary>More of a message than this is not looked at: a lesson's are short.</summary>
    const int MostContent = 32 * 1024;

    LinkState Link { get; init; }

    ImmutableList<LessonAct> Unanswered { get; init; } = [];

    ReadOnlyMemory<byte> Content { get; init; }

    Entry? Greeting { get; init; }

    Entry? Handshake { get; init; }

    // Whether the learner has done anything in this conversation: one that ends before that would end again.
    bool HasTried { get; init; }

    bool ContentIsOwn { get; init; }

    // Whether a mail transaction was open when the learner first did something in this step; null before that.
    bool? BeganInTransaction { get; init; }

    enum LinkState
    {
        Awaited,
        Open,
        Closed,
    }

    /// <summary>Something happened in the conversation.</summary>
    /// <param name="happened">The event; null where entries come without one.</param>
    /// <param name="before">The state before it.</param>
    /// <param name="entries">The entries it completed.</param>
    public LessonTurn Apply(ConversationEvent? happened, SessionState before, IReadOnlyList<Entry> entries)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(entries);
        var run = this;
        if (happened is ConversationEvent.Connecting && Link == LinkState.Awaited)
        {
            run = this with { Link = LinkState.Open };
        }
        else if (Link == LinkState.Awaited || IsFinished)
        {
            return new(this, []);
        }

        if (happened is ConversationEvent.Line { Wire.Direction: Direction.Client } line && before.Content != ContentMode.None)
        {
            run = run.WithContent(line, before);
        }

        var sayings = new List<LessonSaying>();
        foreach (var entry in entries)
        {
            var turn = run.Take(entry, before);
            sayings.AddRange(turn.Sayings);
            run = turn.Run;
            if (run.Conversation != Conversation || run.IsFinished)
            {
                // What else the old conversation says is its end.
                break;
            }
        }

        return new(run, sayings);
    }

    LessonRun WithContent(ConversationEvent.Line line, SessionState before)
    {
        // RFC 3030 §2: of a line only so many octets belong to a chunk as BDAT has announced.
        var octets = before.Content == ContentMode.Chunk ? line.Wire.Bytes[..(int)Math.Min(line.Wire.Bytes.Length, before.ChunkRemaining)] : line.Wire.Bytes;
        return Content.Length > MostContent ? this : this with { Content = (byte[])[.. Content.Span, .. octets.Span], ContentIsOwn = line.Own };
    }

    LessonTurn Take(Entry entry, SessionState before) => entry switch
    {
        Entry.Command command => new(Did(new(command, CommandOf(command), default, Unanswered.Count > 0, command.Own), before), []),
        Entry.Data { IsChunk: true } => new(WithChunk(), []),
        Entry.Data data => new((this with { Content = default }).Did(new(data, null, Content, Unanswered.Count > 0, ContentIsOwn), before), []),
        Entry.Reply { To.Verb: Verb.Connection } reply => (this with { Greeting = reply }).Happened(reply),
        Entry.Reply { To: not null } reply => Answered(reply, before),
        Entry.Tls => (this with { Handshake = entry, Unanswered = [] }).Happened(entry),
        Entry.Closed => Closed(entry),
        _ => Happened(entry),
    };

    static Command? CommandOf(Entry.Command command) => command.IsAuthAnswer ? null : CommandParser.Parse(command.Wire.Content, []);

    LessonRun Did(LessonAct act, SessionState before) => this with
    {
        Unanswered = Unanswered.Add(act),
        HasTried = HasTried || !act.IsOwn,
        BeganInTransaction = BeganInTransaction ?? (act.IsOwn ? null : before.Transaction is not null),
    };

    // RFC 3030 §2: a chunk is answered with its BDAT, not by itself.
    LessonRun WithChunk() => Unanswered.Count == 0
        ? this with { Content = default }
        : this with { Unanswered = Unanswered.SetItem(Unanswered.Count - 1, Unanswered[^1] with { Content = Content }), Content = default };

    LessonTurn Answered(Entry.Reply reply, SessionState before)
    {
        if (Unanswered.IsEmpty)
        {
            return new(this, []);
        }

        var act = Unanswered[0];
        var run = this with { Unanswered = Unanswered.RemoveAt(0) };
        if (act.IsOwn || Step is not { } step)
        {
            return new(run, []);
        }

        var isSolved = step.Goal is LessonGoal.Spoken { Pattern: var pattern } && pattern.Matches(act, reply);

        // One that goes on is one that the server took: it says so, and must not be said of a refusal.
        var mistake = step.Mistakes.FirstOrDefault(mistake => mistake.When?.Matches(act, reply) == true && (isSolved || mistake.Then != AfterMistake.On));
        if (isSolved)
        {
            // What is wrong with it is said even where the server took it.
            return run.Done(mistake is { Then: AfterMistake.On } ? [new LessonSaying.Response(mistake.Says)] : [], run.NotesFor(step, act.Entry, reply));
        }

        if (mistake is not null)
        {
            return run.Respond(mistake.Says, usesUp: mistake.Then == AfterMistake.Again);
        }

        // Of several commands sent together only the last is spoken of; a question has nothing to say to any.
        var unforeseen = step.IsOnTheWire && run.Unanswered.IsEmpty
            ? UnforeseenReply.Of(step, act, reply, dropsEnvelope: BeganInTransaction == true && before.Transaction is not null)
            : default;
        return unforeseen.Says is { } says ? run.Respond(says, unforeseen.UsesUp) : new(run, []);
    }

    LessonTurn BeginStepAgain(List<LessonSaying> sayings)
    {
        var (response, attempts, hints) = (Response, Attempts, HintsShown);
        var turn = GoTo(Index, sayings, begins: true);
        return turn with { Run = turn.Run with { Response = response, Attempts = attempts, HintsShown = hints } };
    }

    LessonTurn Respond(string text, bool usesUp = false)
    {
        var run = this with { Attempts = Attempts + 1, Response = text };
        var response = new LessonSaying.Response(text);
        return usesUp ? run.BeginStepAgain([response]) : new(run, [response]);
    }

    LessonTurn Happened(Entry entry) => Step is { Goal: LessonGoal.Spoken { Pattern: var pattern } } step && pattern.Matches(entry)
        ? Done([], NotesFor(step, null, entry))
        : new(this, []);

    LessonTurn Closed(Entry entry)
    {
        var turn = (this with { Link = LinkState.Closed }).Happened(entry);
        if (turn.Run is not { Step.IsOnTheWire: true, Link: LinkState.Closed } run)
        {
            return turn;
        }

        if (!run.HasTried)
        {
            return new(run, [.. turn.Sayings, new LessonSaying.Remark("The conversation has ended before you said anything. Type ?again to begin a new one.")]);
        }

        const string Again = "That conversation is over, and this step is not done. A new one begins, and what belongs before this step is said for you.";
        return new(run.InNewConversation(), [.. turn.Sayings, new LessonSaying.Remark(Again)]);
    }

    // A question has neither command nor reply: what is said of it stands by itself.
    List<LessonNote> NotesFor(LessonStep step, Entry? act, Entry? reply) =>
    [
        .. from notice in step.Notices
           let entry = notice.Of switch
           {
               NoticePlace.Command => act,
               NoticePlace.Reply => reply,
               NoticePlace.Greeting => Greeting,
               NoticePlace.Tls => Handshake,
               NoticePlace.Exhibit => null,
           }
           select new LessonNote(entry, notice.Of == NoticePlace.Exhibit ? notice.ExhibitLine : LineOf(entry, notice.Has), notice.Says),
    ];

    static int? LineOf(Entry? entry, string? has)
    {
        if (has is null || entry is not Entry.Reply reply)
        {
            return null;
        }

        for (var i = 0; i < reply.Value.Lines.Count; i++)
        {
            if (Encoding.UTF8.GetString(reply.Value.Lines[i].Wire.Content.Span).Contains(has, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return null;
    }
}
