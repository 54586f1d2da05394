using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Lints.Content;

namespace SmtpInspector.Tests.Lints.Content;

/// <summary>What the linter says of a content, written as a C# string whose characters are octets.</summary>
static class Lint
{
    /// <summary>The fields of a message about which there is nothing to say.</summary>
    public const string CleanFields =
        "Date: Mon, 7 Sep 2026 09:41:07 +0200\r\n"
        + "From: Ann <ann@example.com>\r\n"
        + "To: bob@example.org\r\n"
        + "Message-ID: <1@example.com>\r\n"
        + "Subject: plain\r\n";

    /// <summary>A message of those fields, more of them, and a body.</summary>
    public static string Message(string moreFields, string body = "hello\r\n") => $"{CleanFields}{moreFields}\r\n{body}";

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

    public static IReadOnlyList<Finding> OfRule(FindingId id, string content, ContentContext? context = null) =>
        [.. Of(content, context).Where(finding => finding.Id == id)];

    /// <summary>The octets that a finding marks, as text.</summary>
    public static string Marked(string content, Finding finding)
    {
        var where = finding.Where!.Value;
        return content.Split('\n')[where.Line][where.Start..where.End];
    }
}
