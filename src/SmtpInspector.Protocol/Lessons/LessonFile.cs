using System.Globalization;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>
/// Reads a lesson file: <c># TITLE</c>, the lesson's fields, an introduction, then its steps. The format is described for those who
/// write lessons in <c>lessons/README.md</c>.
/// </summary>
public static class LessonFile
{
    /// <summary>How the name of a lesson's file ends.</summary>
    public const string Extension = ".lesson";

    /// <summary>Reads a lesson.</summary>
    /// <param name="fileName">The file's name without its folder, as <c>01-first-conversation.lesson</c>: the number and name of the lesson.</param>
    /// <param name="text">What the file holds.</param>
    /// <exception cref="LessonException">With the place of the first thing that could not be understood.</exception>
    public static Lesson Parse(string fileName, string text)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(text);
        var fields = LessonScanner.Scan(text);
        if (fields is not [{ Name: "#", Value: not "" } title, ..])
        {
            throw new LessonException(1, 1, "a lesson begins with its title: # A first conversation");
        }

        var first = fields.FindIndex(field => field.Name == LessonField.Heading);
        if (first < 0)
        {
            throw new LessonException(title.Line, 1, "a lesson has at least one step: ## Say who you are");
        }

        var (number, name) = NameOf(fileName);
        var reader = new LessonHead();
        foreach (var field in fields[1..first])
        {
            reader.Take(field);
        }

        var steps = new List<LessonStep>();
        LessonServer? inForce = null;
        for (var at = first; at < fields.Count;)
        {
            var next = fields.FindIndex(at + 1, field => field.Name == LessonField.Heading);
            next = next < 0 ? fields.Count : next;
            steps.Add(LessonStepReader.Read(fields[at..next], steps.Count == 0 ? reader.Server : null, inForce));
            inForce = steps[^1].Server ?? inForce;
            at = next;
        }

        if (steps[0] is { Server: null })
        {
            throw new LessonException(title.Line, 1, "the lesson names no server: server: ses implicit");
        }

        return new Lesson(
            number, name, title.Value, reader.Goal ?? throw new LessonException(title.Line, 1, "the lesson does not say what one will be able to do: goal: ..."),
            reader.Minutes, reader.Introduction, steps);
    }

    static (int Number, string Name) NameOf(string fileName)
    {
        var name = fileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? fileName[..^Extension.Length] : fileName;
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && int.TryParse(name[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, name[(dash + 1)..])
            : (0, name);
    }
}
