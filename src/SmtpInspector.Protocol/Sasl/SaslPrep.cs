using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>
/// SASLprep (RFC 4013) as far as it goes without Unicode's normalisation tables, which the program is built without: mapping,
/// the compatibility forms of Latin-1, prohibited characters and the rule for right-to-left text. Left out is form KC beyond Latin-1:
/// what a keyboard produces is composed already, and a ligature or a Roman numeral character in a password is sent as it was typed.
/// </summary>
public static class SaslPrep
{
    /// <summary>RFC 3454 table B.1: characters that mean nothing in a password.</summary>
    static readonly int[] MappedToNothing =
    [
        0x00AD, 0x034F, 0x1806, 0x180B, 0x180C, 0x180D, 0x200B, 0x200C, 0x200D, 0x2060, .. Enumerable.Range(0xFE00, 16), 0xFEFF,
    ];

    /// <summary>RFC 3454 table C.1.2: each is mapped to a space (RFC 4013 §2.1).</summary>
    static readonly int[] Spaces = [0x00A0, 0x1680, .. Enumerable.Range(0x2000, 12), 0x202F, 0x205F, 0x3000];

    /// <summary>Form KC of the Latin-1 characters that have another.</summary>
    static readonly Dictionary<int, string> CompatibilityForms = new()
    {
        [0x00A8] = " \u0308",
        [0x00AA] = "a",
        [0x00AF] = " \u0304",
        [0x00B2] = "2",
        [0x00B3] = "3",
        [0x00B4] = " \u0301",
        [0x00B5] = "\u03BC",
        [0x00B8] = " \u0327",
        [0x00B9] = "1",
        [0x00BA] = "o",
        [0x00BC] = "1\u20444",
        [0x00BD] = "1\u20442",
        [0x00BE] = "3\u20444",
    };

    /// <summary>Prepares a user name or password.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="prepared">The text to calculate with; empty where there is a problem.</param>
    /// <param name="problem">Why it cannot be used, in one line; null where it can.</param>
    public static bool TryPrepare(string text, out string prepared, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        prepared = Map(text);
        problem = Problem(prepared);
        if (problem is not null)
        {
            prepared = "";
        }

        return problem is null;
    }

    static string Map(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var mapped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // RFC 4013 §2.1: the spaces before the nothings, because U+200B is in both tables.
            if (Spaces.Contains(rune.Value))
            {
                mapped.Append(' ');
            }
            else if (CompatibilityForms.TryGetValue(rune.Value, out var form))
            {
                mapped.Append(form);
            }
            else if (!MappedToNothing.Contains(rune.Value))
            {
                mapped.Append(rune.ToString());
            }
        }

        return mapped.ToString();
    }

    static string? Problem(string text)
    {
        if (text.Length == 0)
        {
            return "nothing is left of it";
        }

        var hasRightToLeft = false;
        var hasLeftToRight = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsProhibited(rune))
            {
                return $"it holds the character U+{rune.Value:X4}, which RFC 4013 prohibits";
            }

            hasRightToLeft |= IsRightToLeft(rune);
            hasLeftToRight |= Rune.IsLetter(rune) && !IsRightToLeft(rune);
        }

        // RFC 3454 §6: right-to-left text holds no left-to-right letter, and begins and ends right-to-left.
        var first = Rune.GetRuneAt(text, 0);
        var last = text.EnumerateRunes().Last();
        return hasRightToLeft && (hasLeftToRight || !IsRightToLeft(first) || !IsRightToLeft(last))
            ? "it mixes letters written from right to left with others, which RFC 4013 prohibits"
            : null;
    }

    /// <summary>RFC 4013 §2.3. A lone surrogate has become U+FFFD, which is prohibited itself.</summary>
    static bool IsProhibited(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x0340 or 0x0341 or 0x06DD or 0x070F or 0x180E or 0x200E or 0x200F or (>= 0x202A and <= 0x202E)
            or (>= 0x2061 and <= 0x2063) or (>= 0x206A and <= 0x206F) or (>= 0x2FF0 and <= 0x2FFB) or (>= 0xFDD0 and <= 0xFDEF)
            or (>= 0xFFF9 and <= 0xFFFD) or (>= 0x1D173 and <= 0x1D17A) or 0xE0001 or (>= 0xE0020 and <= 0xE007F)
        || (rune.Value & 0xFFFE) == 0xFFFE;

    /// <summary>The blocks that hold RFC 3454's table D.1: Hebrew, Arabic, Syriac, Thaana and their presentation forms.</summary>
    static bool IsRightToLeft(Rune rune) =>
        Rune.IsLetter(rune) && rune.Value is (>= 0x0590 and <= 0x07BF) or (>= 0xFB1D and <= 0xFDFC) or (>= 0xFE70 and <= 0xFEFC);
}
