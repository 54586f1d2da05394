using System.Text;

namespace SmtpInspector.Protocol.Findings;

/// <summary>The catalogue as a document for people, in Markdown: <c>docs/findings.md</c>.</summary>
public static class FindingsDocument
{
    /// <summary>The whole document, lines ended by LF.</summary>
    public static string Render()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # What the judge finds

            Every finding has the name of its rule, a severity, a message, and the section it rests on. The names are
            stable: screens, JSON, `smtp-inspector explain RULE` and scripts use them.

            - **error**: an RFC's MUST is broken in a way that matters to the other side.
            - **warning**: a SHOULD is broken, or it is a likely mistake.
            - **info**: worth knowing; nothing is wrong.

            A correct conversation gets neither error nor warning. For every rule there is a conversation under
            [`transcripts/rules`](../transcripts/rules) that shows it.

            This page is made from the catalogue in `src/SmtpInspector.Protocol/Findings`.

            """);
        foreach (var group in Catalogue.Groups)
        {
            text.Append("\n## ").Append(group.Title).Append('\n');
            foreach (var rule in group.Rules)
            {
                text.Append("\n### ").Append(rule.Name).Append("\n\n")
                    .Append("**").Append(NameOf(rule.Severity)).Append("**, ").Append(rule.Reference).Append(": ")
                    .Append(rule.Title).Append(".\n\n")
                    .Append(rule.Explanation).Append('\n');
            }
        }

        return text.ToString();
    }

    static string NameOf(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Error => "error",
    };
}
