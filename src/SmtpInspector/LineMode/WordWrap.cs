namespace SmtpInspector.LineMode;

/// <summary>Breaks prose between words. Every character counts as one column, which the program's own words do.</summary>
static class WordWrap
{
    const int Indentation = 2;

    /// <summary>The lines of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="taken">Columns taken on the first line by what stands before the text.</param>
    /// <param name="columns">Columns there are; the lines after the first are indented by two of them.</param>
    public static IEnumerable<string> Lines(string text, int taken, int columns)
    {
        var room = columns - taken;
        while (text.Length > room && room > Indentation)
        {
            var space = text.LastIndexOf(' ', Math.Min(room, text.Length - 1));
            if (space <= 0)
            {
                break;
            }

            yield return text[..space];
            text = text[(space + 1)..];
            room = columns - Indentation;
        }

        yield return text;
    }
}
