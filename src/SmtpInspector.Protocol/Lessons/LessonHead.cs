using System.Globalization;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>The fields of a lesson before its first step.</summary>
sealed class LessonHead
{
    LessonServer? _server;

    public string? Goal { get; private set; }

    public int Minutes { get; private set; } = 5;

    public string Introduction { get; private set; } = "";

    public LessonServer? Server => _server;

    /// <summary>Takes the next field.</summary>
    public void Take(LessonField field)
    {
        switch (field.Name)
        {
            case "goal":
                Goal = LessonFacts.Fill(field.Value, _server);
                break;
            case "minutes":
                Minutes = int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 60
                    ? minutes
                    : throw field.Wrong("minutes are a number from 1 to 60.");
                break;
            case "server" or "prepare":
                _server = ServerReader.Take(_server, field);
                break;
            case LessonField.Paragraph:
                Introduction = $"{Introduction} {LessonFacts.Fill(field.Value, _server)}".Trim();
                break;
            default:
                throw field.Name.StartsWith('#') || field.Name == LessonField.Exhibit
                    ? new LessonException(field.Line, 1, "this belongs into a step; a step begins with ## and its title.")
                    : new LessonException(field.Line, 1, $"{field.Name} is no field of a lesson; there are goal, minutes, server and prepare.");
        }
    }
}
