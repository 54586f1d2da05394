using System.Text;

namespace SmtpInspector.Terminal.Text;

/// <summary>Decides, rune by rune, what is shown as it is and what is spelled out. The state is what the last shown rune allows after it.</summary>
struct SafeBuilder(SafeForm form)
{
    // A letter with more marks than any script stacks is there to paint over the lines around it (UAX #15 allows 30 in a stream).
    const int MostMarks = 8;
    const int ZeroWidthJoiner = 0x200D;
    const int CombiningKeycap = 0x20E3;

    readonly StringBuilder _text = new();
    List<int>? _ends;
    bool _replacing;
    Base _base;
    int _marks;
    // A joiner or selector that is kept only when the next rune makes a sequence of it.
    Rune? _pending;

    enum Base
    {
        None,
        Letter,
        KeycapLetter,
        Emoji,
        HangulLead,
        HangulVowel,
        HangulFinal,
    }

    public void Append(Rune rune)
    {
        if (form == SafeForm.Ascii)
        {
            AppendAscii(rune);
            return;
        }

        if (_pending is { } pending)
        {
            _pending = null;
            if (pending.Value == ZeroWidthJoiner ? Emoji.IsPictographic(rune) : rune.Value == CombiningKeycap)
            {
                Keep(pending);
                Keep(rune);
                _base = pending.Value == ZeroWidthJoiner ? Base.Emoji : Base.Letter;
                return;
            }

            SpellOut(pending);
        }

        AppendUnicode(rune);
    }

    /// <summary>A byte that is no part of a character.</summary>
    public void AppendInvalid(byte value)
    {
        FlushPending();
        Replace($"\\x{value:x2}");
    }

    /// <summary>UTF-16 that is no part of a character: half a surrogate pair.</summary>
    public void AppendInvalid(char value)
    {
        FlushPending();
        Replace($"<U+{(int)value:X4}>");
    }

    /// <summary>What is already safe, with what is known of it.</summary>
    public void AppendVerbatim(ReadOnlySpan<char> text, bool replaced)
    {
        Turn(replaced);
        _text.Append(text);
    }

    public SafeText ToSafeText()
    {
        FlushPending();
        return new SafeText(_text.ToString(), _ends?.ToArray());
    }

    void AppendAscii(Rune rune)
    {
        switch (rune.Value)
        {
            case < 0x20:
                Replace($"^{(char)(rune.Value ^ 0x40)}");
                break;
            case 0x7F:
                Replace("^?");
                break;
            case < 0x7F:
                Keep(rune);
                break;
            default:
                SpellOut(rune);
                break;
        }
    }

    void AppendUnicode(Rune rune)
    {
        switch (Characters.Classify(rune))
        {
            case CharacterClass.Control:
                Replace(((char)(rune.Value == 0x7F ? 0x2421 : 0x2400 + rune.Value)).ToString());
                break;
            case CharacterClass.Mark when _base != Base.None && _marks < MostMarks:
                _marks++;
                _base = _base >= Base.HangulLead ? Base.Letter : _base;
                Keep(rune);
                break;
            // UAX #29, GB6 to GB8: what makes one syllable; anywhere else they take no cell, and draw on what stands before.
            case CharacterClass.HangulVowel when _base is Base.HangulLead or Base.HangulVowel && _marks < MostMarks:
                _marks++;
                _base = Base.HangulVowel;
                Keep(rune);
                break;
            case CharacterClass.HangulFinal when _base is Base.HangulVowel or Base.HangulFinal && _marks < MostMarks:
                _marks++;
                _base = Base.HangulFinal;
                Keep(rune);
                break;
            case CharacterClass.Joiner when _base == Base.Emoji:
            case CharacterClass.EmojiSelector when _base == Base.KeycapLetter:
                _pending = rune;
                break;
            case CharacterClass.EmojiSelector when _base == Base.Emoji && _marks < MostMarks:
                _marks++;
                Keep(rune);
                break;
            case CharacterClass.EmojiModifier when _base == Base.Emoji:
                Keep(rune);
                break;
            case CharacterClass.Printable or CharacterClass.EmojiModifier:
                Keep(rune);
                _marks = 0;
                _base = rune.Value is >= '0' and <= '9' or '#' or '*' ? Base.KeycapLetter
                    : Emoji.IsPictographic(rune) ? Base.Emoji : HangulBase(rune.Value);
                break;
            default:
                SpellOut(rune);
                break;
        }
    }

    // The syllables of the block at U+AC00 come in groups of 28, of which the first has no final consonant.
    static Base HangulBase(int value) => value switch
    {
        (>= 0x1100 and <= 0x115E) or (>= 0xA960 and <= 0xA97C) => Base.HangulLead,
        >= 0xAC00 and <= 0xD7A3 => (value - 0xAC00) % 28 == 0 ? Base.HangulVowel : Base.HangulFinal,
        _ => Base.Letter,
    };

    void FlushPending()
    {
        if (_pending is { } pending)
        {
            _pending = null;
            SpellOut(pending);
        }
    }

    // C1 is spelled as the byte that it is in the 8-bit code, everything else by its name in Unicode.
    void SpellOut(Rune rune) =>
        Replace(rune.Value is >= 0x80 and < 0xA0 ? $"\\x{rune.Value:x2}" : $"<U+{rune.Value:X4}>");

    void Keep(Rune rune)
    {
        Turn(replaced: false);
        Span<char> units = stackalloc char[2];
        _text.Append(units[..rune.EncodeToUtf16(units)]);
    }

    void Replace(string form)
    {
        Turn(replaced: true);
        _text.Append(form);
        _base = Base.None;
        _marks = 0;
    }

    void Turn(bool replaced)
    {
        if (_replacing != replaced)
        {
            (_ends ??= []).Add(_text.Length);
            _replacing = replaced;
        }
    }
}
