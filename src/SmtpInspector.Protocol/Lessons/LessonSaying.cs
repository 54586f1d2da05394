using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>Something the lesson says. A closed set; line mode prints them in order, a screen may show <see cref="LessonRun"/>'s state instead.</summary>
public abstract record LessonSaying
{
    LessonSaying()
    {
    }

    /// <summary>A step begins: its title, text and exhibit are shown.</summary>
    /// <param name="Value">The step.</param>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="Count">How many there are.</param>
    public sealed record Begun(LessonStep Value, int Number, int Count) : LessonSaying;

    /// <summary>A hint that was asked for.</summary>
    /// <param name="Text">The hint.</param>
    /// <param name="Number">Which, from 1.</param>
    /// <param name="Count">How many there are.</param>
    public sealed record Hint(string Text, int Number, int Count) : LessonSaying;

    /// <summary>What there is to say to a mistake, or to something that is none and does not solve the step either.</summary>
    public sealed record Response(string Text) : LessonSaying;

    /// <summary>A note in the margin.</summary>
    public sealed record Note(LessonNote Value) : LessonSaying;

    /// <summary>The step is solved.</summary>
    public sealed record Solved(LessonStep Value) : LessonSaying;

    /// <summary>Something about the lesson's course: a new conversation begins, there is no step before the first.</summary>
    public sealed record Remark(string Text) : LessonSaying;

    /// <summary>The last step is done.</summary>
    public sealed record Finished(Lesson Value) : LessonSaying;
}

/// <summary>A note in the margin of the conversation or of the exhibit.</summary>
/// <param name="Entry">The entry it stands beside, the very object that was applied; null where it stands beside a line of the exhibit, or by itself.</param>
/// <param name="Line">The line of that reply, from 0, or, without an entry, of the exhibit, from 1; null for the whole.</param>
/// <param name="Text">What to notice.</param>
public sealed record LessonNote(Entry? Entry, int? Line, string Text);

/// <summary>A lesson one thing further, and what there is to say about it.</summary>
/// <param name="Run">The state after it.</param>
/// <param name="Sayings">What is said, in order.</param>
public readonly record struct LessonTurn(LessonRun Run, IReadOnlyList<LessonSaying> Sayings);
