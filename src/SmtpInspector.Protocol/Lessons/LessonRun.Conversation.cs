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
            run = run.WithContent(line);
        }

        var sayings = new List<LessonSaying>();
        foreach (var entry in entries)
        {
            var turn = run.Take(entry);
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

    LessonRun WithContent(ConversationEvent.Line line) => Content.Length > MostContent
        ? this
        : this with { Content = (byte[])[.. Content.Span, .. line.Wire.Bytes.Span], ContentIsOwn = line.Own };

    LessonTurn Take(Entry entry) => entry switch
    {
        Entry.Command command => new(Did(new(command, CommandOf(command), default, Unanswered.Count > 0, command.Own)), []),
        Entry.Data { IsChunk: true } => new(WithChunk(), []),
        Entry.Data data => new((this with { Content = default }).Did(new(data, null, Content, Unanswered.Count > 0, ContentIsOwn)), []),
        Entry.Reply { To.Verb: Verb.Connection } reply => (this with { Greeting = reply }).Happened(reply),
        Entry.Reply { To: not null } reply => Answered(reply),
        Entry.Tls => (this with { Handshake = entry, Unanswered = [] }).Happened(entry),
        Entry.Closed => Closed(entry),
        _ => Happened(entry),
    };

    static Command? CommandOf(Entry.Command command) => command.IsAuthAnswer ? null : CommandParser.Parse(command.Wire.Content, []);

    LessonRun Did(LessonAct act) => this with { Unanswered = Unanswered.Add(act), HasTried = HasTried || !act.IsOwn };

    // RFC 3030 §2: a chunk is answered with its BDAT, not by itself.
    LessonRun WithChunk() => Unanswered.Count == 0
        ? this with { Content = default }
        : this with { Unanswered = Unanswered.SetItem(Unanswered.Count - 1, Unanswered[^1] with { Content = Content }), Content = default };

    LessonTurn Answered(Entry.Reply reply)
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

        var mistake = step.Mistakes.FirstOrDefault(mistake => mistake.When?.Matches(act, reply) == true);
        if (step.Goal is LessonGoal.Spoken { Pattern: var pattern } && pattern.Matches(act, reply))
        {
            // What is wrong with it is said even where the server took it.
            return run.Done(mistake is { Then: AfterMistake.On } ? [new LessonSaying.Response(mistake.Says)] : [], run.NotesFor(step, act.Entry, reply));
        }

        // Part of an answer is no mistake: what solves the step, or does not, comes with the rest.
        if (mistake is null && (!step.IsOnTheWire || !run.Unanswered.IsEmpty || IsOnTheWay(step, act, reply)))
        {
            return new(run, []);
        }

        // A message that was not the one wanted has used up its envelope.
        var turn = run.Respond(mistake?.Says ?? Unforeseen(reply));
        var isUsedUp = mistake is null ? act.IsMessage : mistake.Then == AfterMistake.Again;
        return isUsedUp ? turn.Run.BeginStepAgain([.. turn.Sayings]) : turn;
    }

    // 354 and 334 are half of an answer; a command may be one of several that lead to the last; what the server does of its own accord may still come.
    static bool IsOnTheWay(LessonStep step, LessonAct act, Entry.Reply reply) => reply.Value.Class switch
    {
        ReplyClass.Intermediate => true,
        ReplyClass.Success => step.IsAwaited || (act.Command is { Verb: not Verb.Unknown } command && step.Answer.SkipLast(1).Any(line => Verbs.Of(Encoding.UTF8.GetBytes(line)) == command.Verb)),
        _ => step.IsAwaited,
    };

    LessonTurn BeginStepAgain(List<LessonSaying> sayings)
    {
        var (response, attempts, hints) = (Response, Attempts, HintsShown);
        var turn = GoTo(Index, sayings, begins: true);
        return turn with { Run = turn.Run with { Response = response, Attempts = attempts, HintsShown = hints } };
    }

    static string Unforeseen(Entry.Reply reply) => reply.Value.Class switch
    {
        ReplyClass.Success => "The server is content, but that is not what this step is about. Type ? for a hint, or ?again to begin the step anew.",
        ReplyClass.Transient => FormattableString.Invariant($"{reply.Value.Code}: not now, says the server. Type ? for a hint."),
        _ => FormattableString.Invariant($"{reply.Value.Code}: the server does not take that. Compare what you typed with the step, or type ? for a hint."),
    };

    LessonTurn Respond(string text) => new(this with { Attempts = Attempts + 1, Response = text }, [new LessonSaying.Response(text)]);

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

        const string Again = "That conversation is over, and this step is not done. A new one begins; what you said before is said again for you.";
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
