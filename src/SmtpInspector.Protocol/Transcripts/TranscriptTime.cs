using System.Globalization;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>The time behind a marker: <c>[1.234]</c>, seconds since the connection attempt.</summary>
static class TranscriptTime
{
    /// <summary>Reads a time and its brackets; a space or the end of the line must follow.</summary>
    /// <param name="text">The text behind the marker.</param>
    /// <param name="at">The time.</param>
    /// <param name="length">How many octets it takes.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan at, out int length)
    {
        at = default;
        length = 0;
        if (text is not [(byte)'[', ..])
        {
            return false;
        }

        long seconds = 0;
        long ticks = 0;
        var position = 1;
        var digits = 0;
        for (; position < text.Length && Digit(text[position]) && digits < 9; position++, digits++)
        {
            seconds = (seconds * 10) + (text[position] - '0');
        }

        if (digits == 0 || position == text.Length)
        {
            return false;
        }

        if (text[position] == (byte)'.')
        {
            position++;
            var unit = TimeSpan.TicksPerSecond / 10;
            var start = position;
            for (; position < text.Length && Digit(text[position]) && unit > 0; position++, unit /= 10)
            {
                ticks += (text[position] - '0') * unit;
            }

            if (position == start)
            {
                return false;
            }
        }

        if (position >= text.Length || text[position] != (byte)']'
            || (position + 1 < text.Length && text[position + 1] != (byte)' '))
        {
            return false;
        }

        at = new TimeSpan((seconds * TimeSpan.TicksPerSecond) + ticks);
        length = position + 1;
        return true;
    }

    /// <summary>The time in brackets, to the millisecond.</summary>
    public static string Render(TimeSpan at) => string.Create(CultureInfo.InvariantCulture, $"[{at.TotalSeconds:0.000}]");

    static bool Digit(byte octet) => octet is >= (byte)'0' and <= (byte)'9';
}
