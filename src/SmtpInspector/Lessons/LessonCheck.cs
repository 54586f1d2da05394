using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Session;

namespace SmtpInspector.Lessons;

/// <summary>
/// <c>learn --check</c>: plays every lesson's model answers from its first step to its last, the answer of every third hint, and every
/// foreseen mistake, with the model answer after it, each against a practice server of its own.
/// </summary>
sealed class LessonCheck(TextWriter output)
{
    int _answers;
    int _hints;
    int _mistakes;
    int _failures;

    /// <summary>Plays lessons. 0 when everything is as they say, 1 otherwise; what is not is printed.</summary>
    public async Task<ExitStatus> RunAsync(IReadOnlyList<Lesson> lessons, CancellationToken cancellationToken)
    {
        foreach (var lesson in lessons)
        {
            var before = (_answers, _hints, _mistakes, _failures);
            await PlayThroughAsync(lesson, cancellationToken);
            for (var index = 0; index < lesson.Steps.Count; index++)
            {
                await PlayHintAsync(lesson, index, cancellationToken);
                foreach (var mistake in lesson.Steps[index].Mistakes)
                {
                    await PlayMistakeAsync(lesson, index, mistake, cancellationToken);
                }
            }

            var verdict = _failures == before._failures ? "solved" : "NOT as it says";
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{lesson.Number,2}  {lesson.Name}: {verdict}; {_answers - before._answers} model answers, {_hints - before._hints} hints, {_mistakes - before._mistakes} mistakes played"));
        }

        await output.WriteLineAsync(FormattableString.Invariant(
            $"{lessons.Count} lessons: {_answers} model answers, {_hints} hints' answers and {_mistakes} mistakes played; {_failures} not as the lessons say"));
        return _failures == 0 ? ExitStatus.AsExpected : ExitStatus.Unexpected;
    }

    async Task PlayThroughAsync(Lesson lesson, CancellationToken cancellationToken)
    {
        await using var play = await LessonPlay.BeginAsync(lesson, 0, cancellationToken);
        for (var index = 0; index < lesson.Steps.Count; index++)
        {
            _answers++;
            await play.TypeAsync(AnswerOf(lesson.Steps[index]), cancellationToken);
            if (!HasSolved(play, index))
            {
                await FailAsync(lesson, index, "the model answer does not solve it", play);
                return;
            }
        }
    }

    async Task PlayHintAsync(Lesson lesson, int index, CancellationToken cancellationToken)
    {
        if (lesson.Steps[index].HintedAnswer is not { Count: > 0 } hinted)
        {
            return;
        }

        _hints++;
        await using var play = await LessonPlay.BeginAsync(lesson, index, cancellationToken);
        await play.TypeAsync(hinted, cancellationToken);
        if (!HasSolved(play, index))
        {
            await FailAsync(lesson, index, "the third hint's answer does not solve it", play);
        }
    }

    async Task PlayMistakeAsync(Lesson lesson, int index, LessonMistake mistake, CancellationToken cancellationToken)
    {
        _mistakes++;
        await using var play = await LessonPlay.BeginAsync(lesson, index, cancellationToken);
        await play.TypeAsync(mistake.Typed, cancellationToken);
        if (!play.Sayings.Any(saying => saying is LessonSaying.Response(var text) && text == mistake.Says))
        {
            await FailAsync(lesson, index, $"the mistake \"{mistake.Typed[^1]}\" is not answered as foreseen", play);
            return;
        }

        if (HasSolved(play, index))
        {
            return;
        }

        await play.TypeAsync(AnswerOf(lesson.Steps[index]), cancellationToken);
        if (!HasSolved(play, index))
        {
            await FailAsync(lesson, index, $"the model answer does not solve it after the mistake \"{mistake.Typed[^1]}\"", play);
        }
    }

    // Something to read is answered with Enter.
    static IReadOnlyList<string> AnswerOf(LessonStep step) => step.Goal is LessonGoal.Read ? [""] : step.Answer;

    static bool HasSolved(LessonPlay play, int index) => play.Run.Solved.Contains(index) && play.Run.Index == index + 1;

    async Task FailAsync(Lesson lesson, int index, string what, LessonPlay play)
    {
        _failures++;
        var said = play.Sayings.OfType<LessonSaying.Response>().LastOrDefault()?.Text ?? play.Sayings.OfType<LessonSaying.Remark>().LastOrDefault()?.Text;
        await output.WriteLineAsync(FormattableString.Invariant(
            $"    {lesson.Name}, step {index + 1}, {lesson.Steps[index].Title} (line {lesson.Steps[index].Line}): {what}{(said is null ? "" : $"; the lesson said: {said}")}"));
    }
}
