using System.Reflection;
using SmtpInspector.Protocol.Lessons;

namespace SmtpInspector.Lessons;

/// <summary>The lessons there are: those the program brings, or those of a user's own folder.</summary>
static class LessonShelf
{
    const string Prefix = "lessons/";

    static readonly Lazy<Lesson[]> BroughtAlong = new(ReadResources);

    /// <summary>The program's own course, in order.</summary>
    public static IReadOnlyList<Lesson> Course => BroughtAlong.Value;

    /// <summary>The lessons in a folder, in order.</summary>
    /// <exception cref="LessonShelfException">The folder cannot be read, holds no lesson, or one that cannot be understood.</exception>
    public static IReadOnlyList<Lesson> InFolder(string folder)
    {
        try
        {
            var files = Directory.GetFiles(folder, "*" + LessonFile.Extension);
            return files.Length > 0
                ? WithNamesOfTheirOwn(InOrder(files.Select(file => Read(Path.GetFileName(file), File.ReadAllText(file), file))), folder)
                : throw new LessonShelfException($"{folder} holds no lesson: a lesson's file is named as 01-my-lesson{LessonFile.Extension}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LessonShelfException($"{folder}: {error.Message}");
        }
    }

    /// <summary>A lesson by its number or name; null where there is none.</summary>
    public static Lesson? Find(IReadOnlyList<Lesson> lessons, string word) =>
        lessons.FirstOrDefault(lesson => lesson.Name.Equals(word, StringComparison.OrdinalIgnoreCase))
        ?? lessons.FirstOrDefault(lesson => lesson.Number > 0 && word == FormattableString.Invariant($"{lesson.Number}"));

    static Lesson[] ReadResources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return InOrder(
            from name in assembly.GetManifestResourceNames()
            where name.StartsWith(Prefix, StringComparison.Ordinal)
            select Read(name[Prefix.Length..], TextOf(assembly, name), name));
    }

    static Lesson[] InOrder(IEnumerable<Lesson> lessons) =>
        [.. lessons.OrderBy(lesson => lesson.Number == 0 ? int.MaxValue : lesson.Number).ThenBy(lesson => lesson.Name, StringComparer.Ordinal)];

    // By its name a lesson is chosen, and its progress kept.
    static Lesson[] WithNamesOfTheirOwn(Lesson[] lessons, string folder) =>
        lessons.GroupBy(lesson => lesson.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } same
            ? throw new LessonShelfException($"{folder}: two lessons have the name {same.Key}. Behind its number, each file has a name of its own.")
            : lessons;

    static string TextOf(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    static Lesson Read(string name, string text, string where)
    {
        try
        {
            return LessonFile.Parse(name, text);
        }
        catch (LessonException wrong)
        {
            throw new LessonShelfException($"{where}: {wrong.Message}");
        }
    }
}

/// <summary>Lessons that cannot be had; the message says why, and where.</summary>
sealed class LessonShelfException(string message) : Exception(message);
