using System.Collections.Immutable;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Learning;

/// <summary>The lesson beside a conversation.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Run">Where the learner stands; null before it has begun.</param>
/// <param name="Said">The hints, and what was said last to the learner's doing, since the step began: the newest last, nearest to the line one types on.</param>
/// <param name="Parting">What was said to the line that solved the step before; null for nothing.</param>
/// <param name="View">Where one is in the pane's text.</param>
sealed record LessonPane(Lesson Lesson, LessonRun? Run, ImmutableList<LessonSaying> Said, string? Parting, TextView View)
{
    const int EndOfText = int.MaxValue / 2;

    /// <summary>A lesson that has not begun.</summary>
    public static LessonPane Of(Lesson lesson) => new(lesson, null, [], null, default);

    /// <summary>The pane after the lesson went one thing further: a new step is read from its beginning, a new word is brought into sight.</summary>
    public LessonPane After(LessonTurn turn)
    {
        var isNew = turn.Run.Index != Run?.Index || turn.Run.IsFinished;
        var news = turn.Sayings.Where(static saying => saying is LessonSaying.Hint or LessonSaying.Response or LessonSaying.Remark).ToList();
        return this with
        {
            Run = turn.Run,
            Said = isNew ? [.. news.Where(static saying => saying is LessonSaying.Remark)] : [.. Said.Where(old => Stays(old, turn, news)), .. news],
            Parting = isNew ? turn.Sayings.OfType<LessonSaying.Response>().LastOrDefault()?.Text : Parting,
            View = isNew ? default
                : news.Count > 0 ? new TextView(EndOfText)
                : turn.Sayings.Any(static saying => saying is LessonSaying.Begun) ? default
                : View,
        };
    }

    // A hint stays until the step begins anew without it, and one that is given again moves on; what was said to an attempt stays until
    // there is something to say to the next.
    static bool Stays(LessonSaying old, LessonTurn turn, List<LessonSaying> news) => old is LessonSaying.Hint hint
        ? hint.Number <= turn.Run.HintsShown && !news.Contains(hint)
        : news.TrueForAll(static saying => saying is LessonSaying.Hint) && !(news.Count == 0 && turn.Sayings.Any(static saying => saying is LessonSaying.Begun));
}
