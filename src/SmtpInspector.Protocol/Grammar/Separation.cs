using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>The one space between the parts of a command.</summary>
static class Separation
{
    /// <summary>Complains unless exactly one space stands in the columns from one to before another.</summary>
    public static void Check(Token line, int from, int to, ICollection<Finding> findings)
    {
        // RFC 5321 §2.4: "it is separated from the verb or reply code by a space character".
        if (line.Span[from..to] is not [(byte)' '])
        {
            findings.AddSyntax(
                line.Start + from,
                line.Start + to,
                line.Span[from..to].Contains((byte)'\t')
                    ? "One space belongs here, not a tab."
                    : "One space belongs here, not several.",
                "RFC 5321 §2.4");
        }
    }
}
