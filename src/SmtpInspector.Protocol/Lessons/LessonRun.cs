using System.Collections.Immutable;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>
/// Where a learner stands in a lesson: an immutable value, and functions from it to the next one and to what there is to say. It knows
/// no server and no screen. Line mode and the full screen use it alike:
/// <list type="number">
/// <item><see cref="Start"/> it. Whenever <see cref="Conversation"/> has changed: end the conversation there is, connect to a practice
/// server as <see cref="Server"/> says (the running one if that is the same server, so that it remembers), and type
/// <see cref="Preparation"/> into it as the program's own lines.</item>
/// <item>Give everything that happens in the conversation to <see cref="Apply"/>: the event, the state before it and the entries it
/// completed.</item>
/// <item>Read what the learner types with <see cref="LearnerLine.Read"/>: a wish (<see cref="Wish"/>), the answer to a question
/// (<see cref="Answer"/>), or octets to send.</item>
/// <item>Show the turn's sayings, or this state: <see cref="Step"/>, <see cref="Number"/> of <see cref="Count"/>, <see cref="Hints"/>,
/// <see cref="Response"/>, <see cref="Notes"/>.</item>
/// </list>
/// </summary>
public sealed partial record LessonRun
{
    LessonRun(Lesson lesson, int index)
    {
        Lesson = lesson;
        Index = index;
    }

    /// <summary>The lesson.</summary>
    public Lesson Lesson { get; }

    /// <summary>The step the learner is at, from 0; as many as there are steps when all are done.</summary>
    public int Index { get; private init; }

    /// <summary>The step the learner is at; null when all are done.</summary>
    public LessonStep? Step => Index < Lesson.Steps.Count ? Lesson.Steps[Index] : null;

    /// <summary>The step's number, from 1; that of the last one when all are done.</summary>
    public int Number => Math.Min(Index + 1, Count);

    /// <summary>How many steps there are.</summary>
    public int Count => Lesson.Steps.Count;

    /// <summary>Whether all steps are done.</summary>
    public bool IsFinished => Step is null;

    /// <summary>How often the learner has tried this step without solving it.</summary>
    public int Attempts { get; private init; }

    /// <summary>How many hints of this step were asked for.</summary>
    public int HintsShown { get; private init; }

    /// <summary>The hints of this step so far.</summary>
    public IReadOnlyList<string> Hints => Step is { } step ? [.. step.Hints.Take(HintsShown)] : [];

    /// <summary>The lines of the exhibit that were found so far, where the step asks for lines.</summary>
    public ImmutableSortedSet<int> Found { get; private init; } = [];

    /// <summary>What was said to the last attempt at this step; null before one.</summary>
    public string? Response { get; private init; }

    /// <summary>The margin notes of this lesson so far, oldest first.</summary>
    public ImmutableList<LessonNote> Notes { get; private init; } = [];

    /// <summary>The steps that were solved, from 0.</summary>
    public ImmutableSortedSet<int> Solved { get; private init; } = [];

    /// <summary>
    /// The number of the conversation the lesson wants, from 1. When it changes, the conversation there is is over for the lesson:
    /// a new one is begun with <see cref="Server"/> and <see cref="Preparation"/>. Its first event is <c>Connecting</c>; what comes
    /// before that is the old one's end and means nothing here.
    /// </summary>
    public int Conversation { get; private init; } = 1;

    /// <summary>Whether what the learner types is for the lesson, not for the server: a question, or Enter to go on.</summary>
    public bool AwaitsAnswer => Step is { IsOnTheWire: false };

    /// <summary>The server of the conversation the current step belongs to.</summary>
    public LessonServer Server => Lesson.Steps[ServerIndex].Server!;

    /// <summary>
    /// What the program types into a new conversation before the learner goes on: what the server's <see cref="LessonServer.Prepare"/>
    /// says, then the model answers of the steps before this one. They are typed like a learner's lines, as the program's own.
    /// </summary>
    public IReadOnlyList<string> Preparation =>
    [
        .. Server.Prepare,
        .. Enumerable.Range(ServerIndex, Math.Max(0, Index - ServerIndex))
            .Select(index => Lesson.Steps[index])
            .Where(step => step.IsOnTheWire)
            .SelectMany(step => step.Answer),
    ];

    /// <summary>Begins a lesson, or goes on with it where it was left.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="index">The step to begin with, from 0; one that there is not means the first.</param>
    public static LessonTurn Start(Lesson lesson, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var run = new LessonRun(lesson, index >= 0 && index < lesson.Steps.Count ? index : 0);
        return new(run with { Solved = [.. Enumerable.Range(0, run.Index)] }, [run.BeginsNow()]);
    }

    int ServerIndex
    {
        get
        {
            var index = Math.Min(Index, Count - 1);
            while (Lesson.Steps[index].Server is null)
            {
                index--;
            }

            return index;
        }
    }

    LessonSaying.Begun BeginsNow() => new(Step!, Number, Count);

    // The step is over: on to the next, with what there was to notice.
    LessonTurn Done(List<LessonSaying> sayings, IReadOnlyList<LessonNote> notes)
    {
        sayings.Add(new LessonSaying.Solved(Step!));
        sayings.AddRange(notes.Select(note => new LessonSaying.Note(note)));
        return (this with { Solved = Solved.Add(Index), Notes = Notes.AddRange(notes) }).GoTo(Index + 1, sayings, begins: false);
    }

    // On to a step; in a new conversation where it wants one, or where the one there is has come to another point.
    LessonTurn GoTo(int index, List<LessonSaying> sayings, bool begins)
    {
        var next = this with { Index = index, Attempts = 0, HintsShown = 0, Found = [], Response = null, BeganInTransaction = null };
        if (next.IsFinished)
        {
            sayings.Add(new LessonSaying.Finished(Lesson));
            return new(next, sayings);
        }

        if (begins || next.Step!.Server is not null || (Link == LinkState.Closed && next.Step.IsOnTheWire))
        {
            next = next.InNewConversation();
        }

        sayings.Add(next.BeginsNow());
        return new(next, sayings);
    }

    LessonRun InNewConversation() => this with
    {
        Conversation = Conversation + 1,
        Link = LinkState.Awaited,
        Unanswered = [],
        Content = default,
        Greeting = null,
        Handshake = null,
        HasTried = false,
        BeganInTransaction = null,
    };
}
