using System.Globalization;
using System.Text;

namespace SmtpInspector.Terminal.Text;

/// <summary>Sorts characters by what they would do to a terminal and to whoever reads it.</summary>
static class Characters
{
    public static CharacterClass Classify(Rune rune) => rune.Value switch
    {
        < 0x20 or 0x7F => CharacterClass.Control,
        < 0x7F => CharacterClass.Printable,
        0x200D => CharacterClass.Joiner,
        0xFE0E or 0xFE0F => CharacterClass.EmojiSelector,
        >= 0x1F3FB and <= 0x1F3FF => CharacterClass.EmojiModifier,
        // Blank though they are letters, marks or unassigned by category (Default_Ignorable_Code_Point of DerivedCoreProperties.txt,
        // and the empty braille cell): they hide words from a reader, or carry text that no one sees.
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 => CharacterClass.Deceptive,
        >= 0x180B and <= 0x180F => CharacterClass.Deceptive,
        >= 0xFE00 and <= 0xFE0D => CharacterClass.Deceptive,
        >= 0xE0000 and <= 0xE0FFF => CharacterClass.Deceptive,
        // Hangul_Syllable_Type=V and T (HangulSyllableType.txt).
        (>= 0x1161 and <= 0x11A7) or (>= 0xD7B0 and <= 0xD7C6) => CharacterClass.HangulVowel,
        (>= 0x11A8 and <= 0x11FF) or (>= 0xD7CB and <= 0xD7FB) => CharacterClass.HangulFinal,
        // Two cells wide, so no one takes it for the space of ASCII, and ordinary in Japanese text.
        0x3000 => CharacterClass.Printable,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark => CharacterClass.Mark,
            // C1 acts; format characters are invisible or turn the direction of reading.
            UnicodeCategory.Control or UnicodeCategory.Format => CharacterClass.Deceptive,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => CharacterClass.Deceptive,
            // They look like U+0020 and are not, which is what someone reading a protocol needs to see.
            UnicodeCategory.SpaceSeparator => CharacterClass.Deceptive,
            // No one but the sender knows what these show, or how wide a terminal takes them to be.
            UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => CharacterClass.Deceptive,
            _ => CharacterClass.Printable,
        },
    };
}
