namespace SmtpInspector.Config;

/// <summary>A line above the first profile that says something.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Column">Where its content begins, from 1.</param>
/// <param name="Content">Without the spaces around it.</param>
/// <param name="Key">What stands before the equals sign; null where there is none.</param>
/// <param name="Value">What stands behind it, without quotes around the whole.</param>
/// <param name="ValueColumn">Where that begins, from 1.</param>
readonly record struct ConfigLine(int Number, int Column, string Content, string? Key, string Value, int ValueColumn)
{
    /// <summary>The lines above the first profile, without comments and blank lines.</summary>
    public static IEnumerable<ConfigLine> OfSettings(string text)
    {
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var content = line.Trim();
            if (content is ['[', ..])
            {
                yield break;
            }

            if (content is not ("" or ['#', ..]))
            {
                yield return Of(line, content, number);
            }
        }
    }

    static ConfigLine Of(string line, string content, int number)
    {
        var column = line.Length - line.TrimStart().Length + 1;
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return new(number, column, content, null, "", column);
        }

        var behind = line[(equals + 1)..];
        var value = behind.Trim();
        // Nothing needs quotes; who is used to them may write them.
        var bare = value is ['"', .. var inner, '"'] ? inner.Trim() : value;
        return new(number, column, content, line[..equals].Trim(), bare, equals + 2 + (value.Length == 0 ? 0 : behind.Length - behind.TrimStart().Length));
    }
}
