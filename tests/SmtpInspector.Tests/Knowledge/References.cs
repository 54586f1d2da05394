using System.Text.RegularExpressions;

namespace SmtpInspector.Tests.Knowledge;

/// <summary>How a reference may be spelled.</summary>
static partial class References
{
    // Where no RFC says it, the maker's document says it, by its title.
    static readonly string[] Publishers =
    [
        "Amazon SES Developer Guide, ", "Apple Support, ", "Exim Specification, ", "Google, ", "Google Account Help, ",
        "Google Workspace Help, ", "IANA, ", "Microsoft [MS-", "Microsoft Learn, ", "Outlook.com Postmaster, ",
        "Postfix Documentation, ", "Yahoo Sender Hub, ", "draft-",
    ];

    /// <summary>What is wrong with a reference; null when it is right.</summary>
    public static string? Fault(string reference)
    {
        if (!reference.StartsWith("RFC", StringComparison.Ordinal))
        {
            return Publishers.Any(publisher => reference.StartsWith(publisher, StringComparison.Ordinal)) && reference.Length > 8
                ? null
                : $"neither an RFC nor a known maker's document: {reference}";
        }

        var match = Spelling().Match(reference);
        return !match.Success ? $"not spelled RFC N §x.y: {reference}"
            : RfcSections.Has(match.Groups["rfc"].Value, match.Groups["section"].Value) is false ? $"no such section: {reference}"
            : null;
    }

    [GeneratedRegex(@"^RFC (?<rfc>[1-9]\d{2,3}) §(?<section>(\d+|[A-Z])(\.\d+)*)$")]
    private static partial Regex Spelling();
}
