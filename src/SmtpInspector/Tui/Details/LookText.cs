using System.Globalization;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Details;

/// <summary>Words and octets as a look may draw them.</summary>
static class LookText
{
    // More than anyone reads of one value; the Bytes tab has all of it.
    const int Most = 4000;

    /// <summary>Words of the program, and what it has quoted in them. Of very long ones only the beginning.</summary>
    public static SafeText Say(this Look look, string text)
    {
        if (text.Length > Most)
        {
            text = string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, Most)}... ({text.Length - Most} more characters)");
        }

        // The only character of ours beyond ASCII is the section sign, and a number says as much without it.
        return Safe.FromText(look.Form == SafeForm.Ascii ? text.Replace("§", "", StringComparison.Ordinal) : text, look.Form);
    }

    /// <summary>A peer's octets. Of very many only the first.</summary>
    public static SafeText Show(this Look look, ReadOnlySpan<byte> octets) => octets.Length <= Most
        ? Safe.FromBytes(octets, look.Form)
        : Safe.FromBytes(octets[..Most], look.Form) + string.Create(CultureInfo.InvariantCulture, $"... ({octets.Length - Most} more octets)");
}
