using System.Globalization;
using SmtpInspector.Kept;
using SmtpInspector.Protocol.Lessons;

namespace SmtpInspector.Lessons;

/// <summary>
/// How far the learner has come, kept in the user's state folder: a line per lesson, its name, the step it goes on with, and
/// <c>done</c> once it was solved to its end. A file that cannot be read or written is as good as none: nobody is kept from learning
/// by it.
/// </summary>
sealed class LessonProgress
{
    const string Done = "done";

    readonly string? _path;
    readonly SortedDictionary<string, Standing> _lessons = new(StringComparer.Ordinal);

    LessonProgress(string? path) => _path = path;

    /// <summary>How far one lesson has come.</summary>
    readonly record struct Standing(int Index, bool IsDone);

    /// <summary>Reads it from the user's state folder.</summary>
    public static LessonProgress Load() => Load(StateFolder.Location is { } folder ? Path.Combine(folder, "lessons") : null);

    /// <summary>Reads it from a file; null for progress that is not kept.</summary>
    public static LessonProgress Load(string? path)
    {
        var progress = new LessonProgress(path);
        try
        {
            foreach (var line in path is null ? [] : PrivateFile.ReadLines(path))
            {
                if (line.Split(' ') is [var name, var index, .. var rest] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var step))
                {
                    progress._lessons[name] = new(step, rest is [Done]);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Begun anew, and not worth a word.
        }

        return progress;
    }

    /// <summary>Whether the lesson was ever solved to its end.</summary>
    public bool IsDone(Lesson lesson) => _lessons.GetValueOrDefault(lesson.Name).IsDone;

    /// <summary>The step the learner goes on with, from 0.</summary>
    public int Of(Lesson lesson) => _lessons.GetValueOrDefault(lesson.Name).Index is var index && index < lesson.Steps.Count ? index : 0;

    /// <summary>The progress in words: <c>new</c>, <c>3/8</c> or <c>done</c>.</summary>
    public string Words(Lesson lesson) => IsDone(lesson) ? Done
        : Of(lesson) is > 0 and var index ? FormattableString.Invariant($"{index}/{lesson.Steps.Count}")
        : "new";

    /// <summary>Keeps where a learner stands; a finished lesson begins anew the next time, and stays done.</summary>
    public void Keep(LessonRun run)
    {
        var before = _lessons.GetValueOrDefault(run.Lesson.Name);
        var now = new Standing(run.IsFinished ? 0 : run.Index, before.IsDone || run.IsFinished);
        if (now != before)
        {
            _lessons[run.Lesson.Name] = now;
            Save();
        }
    }

    void Save()
    {
        if (_path is null)
        {
            return;
        }

        try
        {
            PrivateFile.Write(_path, _lessons.Select(lesson => FormattableString.Invariant($"{lesson.Key} {lesson.Value.Index}{(lesson.Value.IsDone ? " " + Done : "")}")));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A read-only home is no reason to end a lesson.
        }
    }
}
