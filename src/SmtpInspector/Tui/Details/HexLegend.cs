using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>Says what the marks in the hexadecimal view mean: those that can be there.</summary>
static class HexLegend
{
    /// <summary>The lines, a blank one before them; none where all is plain.</summary>
    public static DetailLines Lines(TranscriptItem item, HexMarks marks, Look look, int width, bool keepSecrets)
    {
        var writer = new DetailWriter(look, width);
        writer.Fitting(StyledLine.Empty);
        var seen = HexSurvey.Of(item, keepSecrets);
        var theme = look.Theme;
        var pieces = new List<StyledLine>();
        Add(seen.Has(OctetKind.Ending), new(look.Show("\r\n"u8), theme.Faint), "ends a line");
        Add(seen.Has(OctetKind.Bare), look.Form == SafeForm.Unicode ? new(look.Show("\n"u8), theme.Error) : new(HexRow.AsciiBare, theme.Error.ForControl()), "a bare LF or CR");
        Add(seen.Has(OctetKind.ExtraDot), new(".", theme.Accent.With(TextAttributes.Underline)), "the dot that dot-stuffing added, RFC 5321 §4.5.2");
        Add(seen.Has(OctetKind.EndOfData), new(".", theme.Accent), "ends the message");
        Add(seen.Has(OctetKind.Character) && look.Form == SafeForm.Unicode, new($"é{look.Glyphs.Between}"), "one character of two octets");
        Add(seen.Has(OctetKind.Control), look.Form == SafeForm.Unicode ? new(look.Show("\e"u8), theme.Warning) : new(HexRow.AsciiControl, theme.Warning.ForControl()), "a control character");
        Add(seen.Has(OctetKind.NoText), new(".", theme.Warning), "no UTF-8, or not to be shown");
        Add(seen.Has(OctetKind.Secret), new("**", theme.Faint), seen.SecretsAreLeftOut ? "a credential that was left out when this was saved" : "a credential, as long as it is");
        Add(marks.Any, new("underlined", new(Attributes: TextAttributes.Underline)), "what a finding is about");
        writer.Flow(pieces, "   ");
        return writer.Lines;

        void Add(bool isThere, StyledRun sign, string meaning)
        {
            if (isThere)
            {
                pieces.Add([sign, new(look.Say($" {meaning}"), theme.Faint)]);
            }
        }
    }
}
