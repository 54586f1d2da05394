using SmtpInspector.Protocol.Findings;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>Every finding of an item, in full.</summary>
static class FindingText
{
    const int Indent = 2;

    public static void Write(DetailWriter writer, TranscriptItem item, bool keepSecrets)
    {
        foreach (var finding in item.Findings)
        {
            writer.Gap();
            var style = writer.Look.Of(finding.Severity);
            writer.Cited([new($"{Glyphs.Of(finding.Severity)} ", style), new($"{Word(finding.Severity)}: {finding.Rule}", style)], finding.Reference, Indent);
            Indented(writer, finding.Message, writer.Theme.Text);
            FindingPlace.Write(writer, item, finding, keepSecrets);
            Indented(writer, Catalogue.Of(finding.Id).Explanation, writer.Theme.Faint);
        }
    }

    static void Indented(DetailWriter writer, string text, Style style) =>
        writer.Branch(new string(' ', Indent), new string(' ', Indent), StyledLine.Of(writer.Look.Say(text), style));

    static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
    };
}
