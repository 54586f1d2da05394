namespace SmtpInspector.Protocol.Lessons;

/// <summary>
/// Cuts a lesson file into its parts. A line <c>name: value</c> is a field, and an indented line goes on with the text of the line
/// before; <c>## TITLE</c> begins a step; what stands between two lines of three backticks is kept as it is; <c>//</c> begins a
/// comment; everything else is text, its lines joined to one paragraph.
/// </summary>
static class LessonScanner
{
    // Fields whose value is prose: only these go on in a second line, since elsewhere every space counts.
    static readonly string[] Prose = ["goal", "hint", "says", "choice", LessonField.Paragraph];

    /// <summary>The parts, in order. The title's line, <c># TITLE</c>, is a field <c>#</c>.</summary>
    public static List<LessonField> Scan(string text)
    {
        var fields = new List<LessonField>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                i = AddExhibit(lines, i, fields);
            }
            else if (line.StartsWith("//", StringComparison.Ordinal))
            {
            }
            else if (line.Trim().Length == 0)
            {
                // An empty line ends a paragraph and is nothing else.
                fields.Add(new(LessonField.Paragraph, "", i + 1, 1));
            }
            else if (line[0] is ' ' or '\t')
            {
                Continue(line, i + 1, fields);
            }
            else if (line[0] == '#')
            {
                var mark = line.TakeWhile(letter => letter == '#').Count();
                fields.Add(new(line[..mark], line[mark..].Trim(), i + 1, mark + 2));
            }
            else
            {
                Add(line, i + 1, fields);
            }
        }

        fields.RemoveAll(field => field is { Name: LessonField.Paragraph, Value: "" });
        return fields;
    }

    static int AddExhibit(string[] lines, int open, List<LessonField> fields)
    {
        var close = Array.IndexOf(lines, "```", open + 1);
        if (close < 0)
        {
            throw new LessonException(open + 1, 1, "the line of three backticks that ends this is missing.");
        }

        fields.Add(new(LessonField.Exhibit, string.Join('\n', [lines[open][3..].Trim(), .. lines[(open + 1)..close]]), open + 1, 1));
        return close;
    }

    static void Continue(string line, int number, List<LessonField> fields)
    {
        if (fields is not [.., { Value: not "" } last] || !Prose.Contains(last.Name))
        {
            throw new LessonException(number, 1, $"an indented line goes on with a text, and none stands before it; texts are {string.Join(", ", Prose[..^1])} and paragraphs.");
        }

        fields[^1] = last with { Value = $"{last.Value} {line.Trim()}" };
    }

    static void Add(string line, int number, List<LessonField> fields)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && line[..colon].All(letter => char.IsAsciiLetterLower(letter) || letter == '-') && (colon == line.Length - 1 || line[colon + 1] == ' '))
        {
            // One space belongs to the field; what follows is the value, its spaces too.
            var value = Math.Min(colon + 2, line.Length);
            fields.Add(new(line[..colon], line[value..], number, value + 1));
        }
        else
        {
            AddText(new(LessonField.Paragraph, line.Trim(), number, 1), fields);
        }
    }

    static void AddText(LessonField text, List<LessonField> fields)
    {
        text.ThrowIfMeantForField();
        if (fields is [.., { Name: LessonField.Paragraph, Value: not "" } last])
        {
            fields[^1] = last with { Value = $"{last.Value} {text.Value}" };
        }
        else
        {
            fields.Add(text);
        }
    }
}
