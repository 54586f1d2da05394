using SmtpInspector.Protocol.Findings;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>Every finding of an item, in full.</summary>
static class FindingText
{
    const int Indent = 2;

    // Each line of a long reply may have its own.
    const int Most = 50;

    public static void Write(DetailWriter writer, TranscriptItem item, bool keepSecrets)
    {
        var explained = new HashSet<FindingId>();
        foreach (var finding in item.Findings.Take(Most))
        {
            writer.Gap();
            var style = writer.Look.Of(finding.Severity);
            writer.Cited([new($"{Glyphs.Of(finding.Severity)} ", style), new($"{Word(finding.Severity)}: {finding.Rule}", style)], finding.Reference, Indent);
            Indented(writer, writer.Quote(finding.Message), writer.Theme.Text);
            FindingPlace.Write(writer, item, finding, keepSecrets);
            if (explained.Add(finding.Id))
            {
                Indented(writer, writer.Say(Catalogue.Of(finding.Id).Explanation), writer.Theme.Faint);
            }
        }

        if (item.Findings.Count > Most)
        {
            writer.Gap();
            writer.Prose($"{ItemWords.Count(item.Findings.Count - Most, "more finding", "more findings")}.", writer.Theme.Faint);
        }
    }

    static void Indented(DetailWriter writer, SafeText text, Style style) =>
        writer.Indented(StyledLine.Of(text, style), Indent);

    static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
    };
}
