using SmtpInspector.Protocol.Knowledge;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>An explanation as plain text, for the command line: no colour, and no peer's octets unless the caller lets them through.</summary>
public static class PlaceText
{
    const string Indent = "  ";

    // No text holds it: what a peer sends is made visible first.
    const char NoBreak = '\0';

    /// <summary>Title, then statements, wrapped at a width; lines without their endings. Widths under 20 count as 20.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="width">The columns.</param>
    /// <param name="visible">Makes what a peer may have sent visible, before lines are broken.</param>
    public static IEnumerable<string> Render(PlaceExplanation explanation, int width, Func<string, string> visible)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(visible);
        width = Math.Max(width, 20);
        var isFirst = true;
        foreach (var section in explanation.Sections)
        {
            if (!isFirst)
            {
                yield return "";
            }

            isFirst = false;
            yield return section.Title;
            foreach (var statement in section.Statements)
            {
                // The first line of a statement stands out to the left, so that statements are told apart.
                var indent = Indent;
                foreach (var line in ExplanationText.Wrap(Joined(visible(Of(statement))), width - Indent.Length - Indent.Length))
                {
                    yield return indent + line.Replace(NoBreak, ' ');
                    indent = Indent + Indent;
                }
            }
        }
    }

    /// <summary>A statement in one line: its mark or label, what it says, and the section.</summary>
    public static string Of(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var mark = statement.Severity switch
        {
            Findings.Severity.Error => "! ",
            Findings.Severity.Warning => "~ ",
            Findings.Severity.Info => "i ",
            null => "",
        };
        var label = statement.Label.Length == 0 ? "" : $"{statement.Label}: ";
        var reference = statement.Reference.Length == 0 ? "" : $" ({statement.Reference})";
        return $"{mark}{label}{statement.Text}{reference}";
    }

    // A citation is read, and searched for, as one.
    static string Joined(string text) => text
        .Replace("RFC ", $"RFC{NoBreak}", StringComparison.Ordinal)
        .Replace(" §", $"{NoBreak}§", StringComparison.Ordinal);
}
