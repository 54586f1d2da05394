using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tui.Details;

/// <summary>The tabs of the detail pane.</summary>
static class DetailTabs
{
    /// <summary>The tabs, in their order.</summary>
    public static IReadOnlyList<DetailTab> All { get; } =
    [
        new("Explain", (subject, look, width) => new DetailLines(
            [.. (subject.Item?.Findings ?? []).SelectMany(finding => TextWrap.Lines(StyledLine.Of(Safe.FromText(finding.Message, look.Form)), width, look.Width))])),
        new("Bytes", (subject, look, width) => new DetailLines(
            [.. (subject.Item?.Lines ?? Transcript.Log<Transcript.ShownLine>.Empty).Select(line => StyledLine.Of(Safe.FromText(Convert.ToHexString(line.Bytes(subject.KeepSecrets).Span))))])),
    ];
}
