using System.Globalization;
using System.Text;

namespace SmtpInspector.Net.Certificates;

/// <summary>
/// A name out of a certificate as it is shown and kept. Whoever made the certificate chose it, and a control character
/// or a bidirectional override in it would act on whatever shows it.
/// </summary>
static class NameText
{
    /// <summary>
    /// The name with what is invisible as a backslash and two hexadecimal digits for each octet of its UTF-8
    /// (RFC 4514 §2.4), and so everything else that <paramref name="reserved"/> names.
    /// </summary>
    public static string Visible(string name, string reserved = "")
    {
        if (!NeedsEscape(name, reserved))
        {
            return name;
        }

        var text = new StringBuilder();
        Span<byte> octets = stackalloc byte[4];
        foreach (var rune in name.EnumerateRunes())
        {
            if (!IsInvisible(rune) && !(rune.IsBmp && reserved.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                text.Append(rune.ToString());
                continue;
            }

            foreach (var octet in octets[..rune.EncodeToUtf8(octets)])
            {
                text.Append(CultureInfo.InvariantCulture, $"\\{octet:X2}");
            }
        }

        return text.ToString();
    }

    static bool NeedsEscape(string name, string reserved)
    {
        foreach (var character in name)
        {
            if (character is < ' ' or > '~' || reserved.Contains(character, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
