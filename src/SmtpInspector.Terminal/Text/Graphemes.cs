using System.Globalization;

namespace SmtpInspector.Terminal.Text;

/// <summary>Grapheme clusters (UAX #29), what a reader calls a character, found in UTF-16 text.</summary>
public static class Graphemes
{
    /// <summary>The length in UTF-16 code units of the first cluster; 0 for no text.</summary>
    public static int NextLength(ReadOnlySpan<char> text)
    {
        // Nearly all text is decided here. .NET's own way knows all the rules, and is ten times slower.
        if (text.Length > 0 && StandsAlone(text[0]) && (text.Length == 1 || StandsAlone(text[1])))
        {
            return 1;
        }

        if (text.Length > 1 && PairStandsAlone(text[0], text[1]) && (text.Length == 2 || StandsAlone(text[2])))
        {
            return 2;
        }

        return StringInfo.GetNextTextElementLength(text);
    }

    /// <summary>Where the cluster begins that ends at or contains the code unit before an index; 0 at the beginning.</summary>
    public static int Before(ReadOnlySpan<char> text, int index)
    {
        var (at, before) = (0, 0);
        while (at < index)
        {
            before = at;
            at += NextLength(text[at..]);
        }

        return before;
    }

    /// <summary>Where the cluster ends that begins at or contains an index; the text's length at its end.</summary>
    public static int After(ReadOnlySpan<char> text, int index)
    {
        var at = 0;
        while (at <= index && at < text.Length)
        {
            at += NextLength(text[at..]);
        }

        return at;
    }

    /// <summary>The nearest cluster boundary at or before an index.</summary>
    public static int Snap(ReadOnlySpan<char> text, int index)
    {
        if (index >= text.Length)
        {
            return text.Length;
        }

        var at = 0;
        while (true)
        {
            var next = at + NextLength(text[at..]);
            if (next > index)
            {
                return at;
            }

            at = next;
        }
    }

    /// <summary>
    /// True for characters between two of which there is always a boundary: they neither extend nor prepend anything, are no
    /// surrogates, no control characters, and no letters of decomposed Hangul (Grapheme_Cluster_Break=Other, LV and LVT of UAX #29). Not all of them.
    /// </summary>
    static bool StandsAlone(char character) => character is (>= ' ' and <= '~') or (>= '\u00AE' and <= '\u02FF')
        or (>= '\u0400' and <= '\u0482') or (>= '\u0391' and <= '\u03FF') or (>= '\u2010' and <= '\u2027') or (>= '\u2190' and <= '\u2BFF')
        or (>= '\u3000' and <= '\u3029') or (>= '\u3041' and <= '\u3096') or (>= '\u30A0' and <= '\u3130') or (>= '\u4E00' and <= '\u9FFF')
        or (>= '\uAC00' and <= '\uD7A3') or (>= '\uFF01' and <= '\uFF9D');

    // Pictographs but for flags and skin tones, and the ideographs beyond the first plane.
    static bool PairStandsAlone(char high, char low) => char.IsSurrogatePair(high, low) && char.ConvertToUtf32(high, low)
        is (>= 0x1F300 and < 0x1F3FB) or (>= 0x1F400 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3134F);
}
