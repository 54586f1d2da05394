using System.Globalization;
using SmtpInspector.Kept;
using SmtpInspector.Protocol.Lessons;

namespace SmtpInspector.Lessons;

/// <summary>
/// How far the learner has come, kept in the user's state folder: a line per lesson, its name and the step it goes on with, or
/// <c>done</c>. A file that cannot be read or written is as good as none: nobody is kept from learning by it.
/// </summary>
sealed class LessonProgress
{
    const string Done = "done";

    readonly string? _path;
    readonly SortedDictionary<string, string> _lines = new(StringComparer.Ordinal);

    LessonProgress(string? path) => _path = path;

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
                if (line.Split(' ') is [var name, var at])
                {
                    progress._lines[name] = at;
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Begun anew, and not worth a word.
        }

        return progress;
    }

    /// <summary>Whether the lesson was solved to its end once, and not begun anew since.</summary>
    public bool IsDone(Lesson lesson) => _lines.GetValueOrDefault(lesson.Name) == Done;

    /// <summary>The step the learner goes on with, from 0.</summary>
    public int Of(Lesson lesson) =>
        int.TryParse(_lines.GetValueOrDefault(lesson.Name), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < lesson.Steps.Count ? index : 0;

    /// <summary>The progress in words: <c>new</c>, <c>3/8</c> or <c>done</c>.</summary>
    public string Words(Lesson lesson) => IsDone(lesson) ? Done
        : Of(lesson) is > 0 and var index ? FormattableString.Invariant($"{index}/{lesson.Steps.Count}")
        : "new";

    /// <summary>Keeps where a learner stands.</summary>
    public void Keep(LessonRun run)
    {
        var line = run.IsFinished ? Done : run.Index.ToString(CultureInfo.InvariantCulture);
        if (_lines.GetValueOrDefault(run.Lesson.Name, "0") != line)
        {
            _lines[run.Lesson.Name] = line;
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
            PrivateFile.Write(_path, _lines.Select(line => $"{line.Key} {line.Value}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A read-only home is no reason to end a lesson.
        }
    }
}
