using System.Collections.Immutable;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Learning;

/// <summary>The lesson beside a conversation.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Run">Where the learner stands; null before it has begun.</param>
/// <param name="Remarks">What was said about the step's course since it began, oldest first.</param>
/// <param name="Parting">What was said to the line that solved the step before; null for nothing.</param>
/// <param name="View">Where one is in the pane's text.</param>
sealed record LessonPane(Lesson Lesson, LessonRun? Run, ImmutableList<string> Remarks, string? Parting, TextView View)
{
    const int EndOfText = int.MaxValue / 2;

    /// <summary>A lesson that has not begun.</summary>
    public static LessonPane Of(Lesson lesson) => new(lesson, null, [], null, default);

    /// <summary>The pane after the lesson went one thing further: a new step is read from its beginning, a new word is brought into sight.</summary>
    public LessonPane After(LessonTurn turn)
    {
        var begins = turn.Run.Index != Run?.Index || turn.Run.IsFinished;
        var remarks = begins ? ImmutableList<string>.Empty : Remarks;
        foreach (var saying in turn.Sayings)
        {
            remarks = saying is LessonSaying.Remark(var text) ? remarks.Add(text) : remarks;
        }

        var says = turn.Sayings.Any(saying => saying is LessonSaying.Hint or LessonSaying.Response or LessonSaying.Remark);
        var parting = begins ? turn.Sayings.OfType<LessonSaying.Response>().LastOrDefault()?.Text : Parting;
        return this with { Run = turn.Run, Remarks = remarks, Parting = parting, View = begins ? default : says ? new TextView(EndOfText) : View };
    }
}
