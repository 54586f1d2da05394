using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Lints.Content;

namespace SmtpInspector.Tests.Lints.Content;

/// <summary>What the linter says of a content, written as a C# string whose characters are octets.</summary>
static class Lint
{
    public static IReadOnlyList<Finding> Of(string content, ContentContext? context = null, bool dotStuffed = true) =>
        Of(Encoding.Latin1.GetBytes(content), context, dotStuffed);

    public static IReadOnlyList<Finding> Of(ReadOnlySpan<byte> content, ContentContext? context = null, bool dotStuffed = true)
    {
        var linter = new ContentLinter(dotStuffed);
        linter.Feed(content);
        var findings = new List<Finding>();
        linter.Finish(context ?? new ContentContext(), findings);
        return findings;
    }

    public static IReadOnlyList<Finding> OfRule(FindingId id, string content, ContentContext? context = null, bool dotStuffed = true) =>
        [.. Of(content, context, dotStuffed).Where(finding => finding.Id == id)];
}
