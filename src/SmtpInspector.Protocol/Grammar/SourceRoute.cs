using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>
/// A-d-l = At-domain *( "," At-domain ), the obsolete source route: "MUST BE accepted, SHOULD NOT be generated,
/// and SHOULD be ignored" (RFC 5321 §4.1.2).
/// </summary>
static class SourceRoute
{
    /// <summary>Takes the route and its colon off the start of what stands between the brackets; empty when none is there.</summary>
    public static Token Take(Token content, ICollection<Finding> findings)
    {
        var span = content.Span;
        var colon = span[0] == (byte)'@' ? span.IndexOf((byte)':') : -1;
        if (colon < 0)
        {
            return default;
        }

        var start = 0;
        while (start < colon)
        {
            var comma = span[start..colon].IndexOf((byte)',');
            var end = comma < 0 ? colon : start + comma;
            if (!CheckHop(content, start, end, findings))
            {
                break;
            }

            start = end + 1;
            if (comma >= 0 && start == colon)
            {
                findings.AddSyntax(content.Start + end, content.Start + colon, "After the comma of a source route another @domain must follow.");
            }
        }

        return content.Slice(0, colon + 1);
    }

    static bool CheckHop(Token content, int start, int end, ICollection<Finding> findings)
    {
        if (start == end || content.Span[start] != (byte)'@')
        {
            findings.AddSyntax(content.Start + start, content.Start + end, "Each step of a source route is written @domain.");
            return false;
        }

        var flaw = DomainSyntax.Check(content.Span[(start + 1)..end], out var at);
        if (flaw is DomainSyntax.Flaw.None or DomainSyntax.Flaw.Underscore)
        {
            return true;
        }

        var column = content.Start + start + 1 + at;
        findings.AddSyntax(column, column + 1, DomainSyntax.Message(flaw));
        return false;
    }
}
