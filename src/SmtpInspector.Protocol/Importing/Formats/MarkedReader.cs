using System.Globalization;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>Reads a log in which every line of the conversation has a mark before it.</summary>
static class MarkedReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="builder">Takes what is found.</param>
    /// <param name="marks">
    /// Matches everything before a line of the conversation: a group <c>client</c> or <c>server</c> tells whose it is,
    /// a group <c>time</c>, where there is one, when.
    /// </param>
    /// <param name="other">Told of every other line; false where it is of no use for a conversation.</param>
    public static void Read(LogText text, RecordingBuilder builder, Regex marks, Func<LogLine, bool> other)
    {
        foreach (var line in text.Lines)
        {
            var mark = marks.Match(line.Head);
            if (mark.Success)
            {
                builder.Line(mark.Groups["server"].Success ? Direction.Server : Direction.Client, line.From(mark.Length), ClockOf(mark));
            }
            else if (!other(line) && line.Bytes.Length > 0)
            {
                builder.Other();
            }
        }
    }

    /// <summary>The time of a match as a time on some clock; null where it has none.</summary>
    public static TimeSpan? ClockOf(Match match) => match.Groups["time"] is not { Success: true } time ? null
        : TimeSpan.TryParse(time.Value, CultureInfo.InvariantCulture, out var ofDay) ? ofDay
        : MomentOf(time.Value) is { } moment ? moment - DateTimeOffset.UnixEpoch
        : null;

    /// <summary>A date and time of day; UTC where it names no zone.</summary>
    public static DateTimeOffset? MomentOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;

    /// <summary>A moment as the header of a transcript has it.</summary>
    public static string HeaderDate(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
