using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Session;

namespace SmtpInspector.Lessons;

/// <summary><c>learn --check</c>: plays lessons, several at a time, and says in their order what each did.</summary>
sealed class LessonCheck(TextWriter output)
{
    /// <summary>Plays lessons. 0 when everything is as they say, 1 otherwise; what is not is printed.</summary>
    public async Task<ExitStatus> RunAsync(IReadOnlyList<Lesson> lessons, CancellationToken cancellationToken)
    {
        // A play mostly waits: for the server, and where that is what a lesson shows, for its patience to end.
        using var room = new SemaphoreSlim(Math.Max(2, Environment.ProcessorCount));
        var running = lessons.Select(lesson => CheckAsync(lesson, room, cancellationToken)).ToArray();
        foreach (var check in running)
        {
            var played = await check;
            foreach (var failure in played.Failures)
            {
                await output.WriteLineAsync($"    {failure}");
            }

            await output.WriteLineAsync(played.Summary);
        }

        var all = await Task.WhenAll(running);
        var failures = all.Sum(check => check.Failures.Count);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{lessons.Count} lessons: {all.Sum(check => check.Answers)} model answers, {all.Sum(check => check.Hints)} hints' answers and {all.Sum(check => check.Mistakes)} mistakes played; {failures} not as the lessons say"));
        return failures == 0 ? ExitStatus.AsExpected : ExitStatus.Unexpected;
    }

    static async Task<OneLessonCheck> CheckAsync(Lesson lesson, SemaphoreSlim room, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken);
        try
        {
            var check = new OneLessonCheck(lesson);
            await check.RunAsync(cancellationToken);
            return check;
        }
        finally
        {
            room.Release();
        }
    }
}
