using SmtpInspector.Protocol.Lessons;

namespace SmtpInspector.Lessons;

/// <summary>
/// Plays a lesson's model answers from its first step to its last, the answer of every third hint, and every foreseen mistake, with the
/// model answer after it, each against a practice server of its own.
/// </summary>
sealed class OneLessonCheck(Lesson lesson)
{
    readonly List<string> _failures = [];

    /// <summary>How many model answers were played in a row.</summary>
    public int Answers { get; private set; }

    /// <summary>How many hints' answers were played.</summary>
    public int Hints { get; private set; }

    /// <summary>How many mistakes were played.</summary>
    public int Mistakes { get; private set; }

    /// <summary>What was not as the lesson says, in words.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>All of it in a line.</summary>
    public string Summary => FormattableString.Invariant(
        $"{lesson.Number,2}  {lesson.Name}: {(_failures.Count == 0 ? "solved" : "NOT as it says")}; {Answers} model answers, {Hints} hints, {Mistakes} mistakes played");

    /// <summary>Plays it all.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await PlayThroughAsync(cancellationToken);
        for (var index = 0; index < lesson.Steps.Count; index++)
        {
            await PlayHintAsync(index, cancellationToken);
            foreach (var mistake in lesson.Steps[index].Mistakes)
            {
                await PlayMistakeAsync(index, mistake, cancellationToken);
            }
        }
    }

    async Task PlayThroughAsync(CancellationToken cancellationToken)
    {
        await using var play = await LessonPlay.BeginAsync(lesson, 0, cancellationToken);
        for (var index = 0; index < lesson.Steps.Count; index++)
        {
            Answers++;
            await play.TypeAsync(AnswerOf(index), cancellationToken);
            if (!HasSolved(play, index))
            {
                Fail(index, "the model answer does not solve it", play);
                return;
            }

            if (play.Sayings.Any(saying => saying is LessonSaying.Response))
            {
                Fail(index, "the model answer is answered as a mistake", play);
            }
        }
    }

    async Task PlayHintAsync(int index, CancellationToken cancellationToken)
    {
        if (lesson.Steps[index].HintedAnswer is not { Count: > 0 } hinted)
        {
            return;
        }

        Hints++;
        await using var play = await LessonPlay.BeginAsync(lesson, index, cancellationToken);
        await play.TypeAsync(hinted, cancellationToken);
        if (!HasSolved(play, index))
        {
            Fail(index, "the third hint's answer does not solve it", play);
        }
    }

    async Task PlayMistakeAsync(int index, LessonMistake mistake, CancellationToken cancellationToken)
    {
        Mistakes++;
        await using var play = await LessonPlay.BeginAsync(lesson, index, cancellationToken);
        await play.TypeAsync(mistake.Typed, cancellationToken);
        if (!play.Sayings.Any(saying => saying is LessonSaying.Response(var text) && text == mistake.Says))
        {
            Fail(index, $"the mistake \"{mistake.Typed[^1]}\" is not answered as foreseen", play);
            return;
        }

        // A mistake that a server takes may solve the step all the same.
        if (HasSolved(play, index))
        {
            return;
        }

        await play.TypeAsync(AnswerOf(index), cancellationToken);
        if (!HasSolved(play, index))
        {
            Fail(index, $"the model answer does not solve it after the mistake \"{mistake.Typed[^1]}\"", play);
        }
    }

    // Something to read is answered with Enter.
    IReadOnlyList<string> AnswerOf(int index) => lesson.Steps[index].Goal is LessonGoal.Read ? [""] : lesson.Steps[index].Answer;

    static bool HasSolved(LessonPlay play, int index) => play.Run.Solved.Contains(index) && play.Run.Index == index + 1;

    void Fail(int index, string what, LessonPlay play)
    {
        var step = lesson.Steps[index];
        var said = play.Sayings.OfType<LessonSaying.Response>().LastOrDefault()?.Text ?? play.Sayings.OfType<LessonSaying.Remark>().LastOrDefault()?.Text;
        _failures.Add(FormattableString.Invariant(
            $"{lesson.Name}, step {index + 1}, {step.Title} (line {step.Line}): {what}{(said is null ? "" : $"; the lesson said: {said}")}"));
    }
}
