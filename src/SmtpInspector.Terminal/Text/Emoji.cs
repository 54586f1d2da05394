using System.Globalization;
using System.Text;

namespace SmtpInspector.Terminal.Text;

/// <summary>What .NET knows of emoji, asked through its grapheme segmentation: it has no other way to say it.</summary>
static class Emoji
{
    /// <summary>
    /// Extended_Pictographic of UAX #51. By rule GB11 of UAX #29 a joiner binds the following pictograph only to a pictograph
    /// before it, so three runes that are one cluster began with one.
    /// </summary>
    public static bool IsPictographic(Rune rune)
    {
        // Nothing outside these blocks is one, and nearly all text is outside them.
        if (rune.Value is not (0xA9 or 0xAE or (>= 0x203C and <= 0x3299) or (>= 0x1F000 and <= 0x1FFFD)))
        {
            return false;
        }

        ReadOnlySpan<char> joinerAndFace = "\u200D\U0001F600";
        Span<char> units = stackalloc char[5];
        var length = rune.EncodeToUtf16(units);
        joinerAndFace.CopyTo(units[length..]);
        length += joinerAndFace.Length;
        return StringInfo.GetNextTextElementLength(units[..length]) == length;
    }
}
