namespace SmtpInspector.Terminal.Text;

/// <summary>What a terminal may do on meeting a character.</summary>
enum CharacterClass
{
    /// <summary>Shows it.</summary>
    Printable,

    /// <summary>Acts on it: C0 and DEL.</summary>
    Control,

    /// <summary>Draws it on the character before.</summary>
    Mark,

    /// <summary>Draws it into the syllable before, and nothing by itself: a vowel of decomposed Hangul.</summary>
    HangulVowel,

    /// <summary>The same: a final consonant of decomposed Hangul.</summary>
    HangulFinal,

    /// <summary>U+200D, which makes one emoji of two.</summary>
    Joiner,

    /// <summary>U+FE0E and U+FE0F, which choose between the text and the emoji form of the character before.</summary>
    EmojiSelector,

    /// <summary>U+1F3FB to U+1F3FF, skin tones; a patch of colour where no emoji stands before.</summary>
    EmojiModifier,

    /// <summary>Shows nothing, or something that misleads: spelled out.</summary>
    Deceptive,
}
