using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>How the grammar says what it found. Columns are those of a command's only line.</summary>
static class FindingCollection
{
    /// <summary>Adds a finding with the rule's own severity and reference, unless others are given.</summary>
    public static void Add(
        this ICollection<Finding> findings,
        FindingId id,
        Columns where,
        string message,
        string? reference = null,
        Severity? severity = null)
    {
        var rule = Catalogue.Of(id);
        findings.Add(new Finding(id, severity ?? rule.Severity, message, reference ?? rule.Reference, where));
    }

    /// <summary>Adds <c>command-syntax</c> for the columns from one up to another.</summary>
    public static void AddSyntax(
        this ICollection<Finding> findings, int start, int end, string message, string reference = "RFC 5321 §4.1.2") =>
        findings.Add(FindingId.CommandSyntax, new Columns(0, start, end), message, reference);
}
