using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Styling;

/// <summary>Breaks text into lines that fit.</summary>
public static class TextWrap
{
    /// <summary>
    /// The lines that a line becomes at a width: broken at blanks, which are left out there, and within what has none. An empty line stays one.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="columns">The cells there are; at least 1 is taken.</param>
    /// <param name="width">How wide characters are.</param>
    /// <param name="indent">Blanks before each line but the first, for as long as half the width is left.</param>
    public static IReadOnlyList<StyledLine> Lines(StyledLine line, int columns, CellWidth width, int indent = 0)
    {
        columns = Math.Max(1, columns);
        indent = Math.Clamp(indent, 0, columns / 2);
        if (line.Width(width) <= columns)
        {
            return [line];
        }

        var text = Breakable(line);
        var lines = new List<StyledLine>();
        var at = 0;
        while (at < text.Length || lines.Count == 0)
        {
            var room = lines.Count == 0 ? columns : columns - indent;
            var end = BreakAfter(text, at, room, width);
            var trimmed = end < text.Length || at > 0 ? text[at..end].TrimEnd(' ').Length : end - at;
            lines.Add(Part(line, at, trimmed, lines.Count == 0 ? 0 : indent));
            at = end;
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }
        }

        return lines;
    }

    // The text, with something else in place of the blanks at which it must not be broken.
    static string Breakable(StyledLine line) => string.Concat(line.Select(static run => run.IsWhole ? run.Text.Text.Replace(' ', '\u00A0') : run.Text.Text));

    /// <summary>Where the line ends that begins at an index: behind the last word that fits, or within one that is longer than a line.</summary>
    static int BreakAfter(string text, int start, int room, CellWidth width)
    {
        var (length, _) = width.Fit(text.AsSpan(start), room);
        var end = start + length;
        if (end >= text.Length)
        {
            return text.Length;
        }

        if (length == 0)
        {
            // Not even one fits; it goes alone, and is cut off when it is drawn.
            return start + Graphemes.NextLength(text.AsSpan(start));
        }

        if (text[end] == ' ')
        {
            return end;
        }

        var blank = text.LastIndexOf(' ', end - 1, end - start);
        return blank > start && !string.IsNullOrWhiteSpace(text[start..blank]) ? blank + 1 : end;
    }

    static StyledLine Part(StyledLine line, int start, int length, int indent)
    {
        var runs = new List<StyledRun>();
        if (indent > 0)
        {
            runs.Add(new string(' ', indent));
        }

        var at = 0;
        foreach (var run in line)
        {
            var first = Math.Max(start, at);
            var last = Math.Min(start + length, at + run.Text.Length);
            if (first < last)
            {
                runs.Add(run with { Text = run.Text.Slice(first - at, last - first) });
            }

            at += run.Text.Length;
        }

        return StyledLine.Create([.. runs]);
    }
}
