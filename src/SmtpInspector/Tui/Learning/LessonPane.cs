using System.Collections.Immutable;
using SmtpInspector.Lessons;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Learning;

/// <summary>The lesson beside a conversation.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Run">Where the learner stands; null before it has begun.</param>
/// <param name="Said">The hints, and what was said last to the learner's doing, since the step began: the newest last, nearest to the line one types on.</param>
/// <param name="Parting">What was said to the line that solved the step before; null for nothing.</param>
/// <param name="Notes">The notes in the margin of the transcript, oldest first; each has an entry.</param>
/// <param name="View">Where one is in the pane's text.</param>
sealed record LessonPane(
    Lesson Lesson, LessonRun? Run, ImmutableList<LessonSaying> Said, string? Parting, ImmutableList<LessonNote> Notes, TextView View)
{
    const int EndOfText = int.MaxValue / 2;

    /// <summary>The lessons it is one of, in order.</summary>
    public IReadOnlyList<Lesson> Shelf { get; init; } = LessonShelf.Course;

    /// <summary>The lesson behind this one; null behind the last.</summary>
    public Lesson? Next => Shelf.SkipWhile(known => known.Name != Lesson.Name).Skip(1).FirstOrDefault();

    /// <summary>A lesson that has not begun.</summary>
    public static LessonPane Of(Lesson lesson) => new(lesson, null, [], null, [], default);

    /// <summary>The pane after the lesson went one thing further: a new step is read from its beginning, a new word is brought into sight.</summary>
    /// <param name="turn">What happened in the lesson.</param>
    /// <param name="newest">The newest entry of the transcript: what is to be noticed of a question stands beside it. Null where there is none.</param>
    public LessonPane After(LessonTurn turn, Entry? newest = null)
    {
        var isNew = turn.Run.Index != Run?.Index || turn.Run.IsFinished;
        var news = turn.Sayings.Where(static saying => saying is LessonSaying.Hint or LessonSaying.Response or LessonSaying.Remark).ToList();

        // What was said on the way to the end of a step is about that step.
        var opening = turn.Sayings.SkipWhile(static saying => saying is not (LessonSaying.Begun or LessonSaying.Finished)).OfType<LessonSaying.Remark>();
        return this with
        {
            Run = turn.Run,
            Said = isNew ? [.. opening] : [.. Said.Where(old => Stays(old, turn, news)), .. news],
            Parting = isNew ? turn.Sayings.OfType<LessonSaying.Response>().LastOrDefault()?.Text : Parting,
            Notes = NotesAfter(turn, isNew, newest),

            // What is said stands above an exhibit, and at the end of anything else.
            View = isNew ? default
                : news.Count > 0 ? turn.Run.Step?.Exhibit is null ? new TextView(EndOfText) : default
                : turn.Sayings.Any(static saying => saying is LessonSaying.Begun) ? default
                : View,
        };
    }

    // As long as an exhibit is there, its notes stand beside its lines.
    ImmutableList<LessonNote> NotesAfter(LessonTurn turn, bool isNew, Entry? newest)
    {
        var notes = turn.Run.Notes.IsEmpty ? [] : Notes;
        foreach (var note in turn.Sayings.OfType<LessonSaying.Note>().Select(static saying => saying.Value))
        {
            if (note.Entry is not null)
            {
                notes = notes.Add(note);
            }
            else if (isNew && newest is not null)
            {
                notes = notes.Add(new(newest, null, note.Line is { } line ? FormattableString.Invariant($"line {line}: {note.Text}") : note.Text));
            }
        }

        return notes;
    }

    // A hint stays until the step begins anew without it, and one that is given again moves on; what was said to an attempt stays until
    // there is something to say to the next.
    static bool Stays(LessonSaying old, LessonTurn turn, List<LessonSaying> news) => old is LessonSaying.Hint hint
        ? hint.Number <= turn.Run.HintsShown && !news.Contains(hint)
        : news.TrueForAll(static saying => saying is LessonSaying.Hint) && !(news.Count == 0 && turn.Sayings.Any(static saying => saying is LessonSaying.Begun));
}
