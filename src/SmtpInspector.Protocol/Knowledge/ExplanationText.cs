using System.Text;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>An explanation as plain text: no colour, no control characters but line feeds.</summary>
public static class ExplanationText
{
    const int NarrowestColumns = 44;

    /// <summary>
    /// Heading, paragraph, then labelled lines, wrapped at <paramref name="width"/> columns; lines end in LF, the last one
    /// has none. Widths under 20 count as 20.
    /// </summary>
    public static string Render(Explanation explanation, int width)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        width = Math.Max(width, 20);
        List<string> lines = [.. Heading(explanation, width), "", .. Wrap(explanation.Text, width), ""];
        Labelled(lines, Labels(explanation), width);
        return string.Join('\n', lines);
    }

    static IEnumerable<string> Heading(Explanation explanation, int width) =>
        Wrap($"{explanation.Word}: {explanation.Title} ({Name(explanation.Kind)})", width);

    static Detail[] Labels(Explanation explanation)
    {
        List<Detail> labels = [.. explanation.Details];
        if (explanation.WhatToDo.Length > 0)
        {
            labels.Add(new Detail("What to do", explanation.WhatToDo));
        }

        labels.Add(new Detail("Reference", explanation.Reference));
        if (explanation.Related.Count > 0)
        {
            labels.Add(new Detail("See also", string.Join(", ", explanation.Related)));
        }

        return [.. labels];
    }

    static void Labelled(List<string> lines, Detail[] labels, int width)
    {
        // Too narrow for two columns, the label gets a line of its own.
        var column = width < NarrowestColumns ? 2 : labels.Max(label => label.Label.Length) + 2;
        foreach (var (label, value) in labels)
        {
            var wrapped = Wrap(value, width - column).ToList();
            var first = 0;
            if (width < NarrowestColumns)
            {
                lines.Add(label);
            }
            else
            {
                lines.Add(label.PadRight(column) + wrapped[first++]);
            }

            lines.AddRange(wrapped.Skip(first).Select(line => new string(' ', column) + line));
        }
    }

    /// <summary>A text in lines of at most so many columns; what has no space is cut.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            else if (line.Length > 0)
            {
                line.Append(' ');
            }

            line.Append(word);
            for (; line.Length > width; line.Remove(0, width))
            {
                yield return line.ToString(0, width);
            }
        }

        yield return line.ToString();
    }

    static string Name(ExplanationKind kind) => kind switch
    {
        ExplanationKind.ReplyCode => "reply code",
        ExplanationKind.EnhancedStatusCode => "enhanced status code",
        ExplanationKind.Command => "command",
        ExplanationKind.Parameter => "parameter",
        ExplanationKind.Extension => "EHLO keyword",
        ExplanationKind.Mechanism => "AUTH mechanism",
        ExplanationKind.Rule => "rule",
        ExplanationKind.Term => "term",
        ExplanationKind.ReplyText => "reply text",
    };
}
