using System.Globalization;
using System.Text;

namespace SmtpInspector.Terminal.Text;

/// <summary>How many cells of the terminal a character takes: 0, 1 or 2.</summary>
public sealed class CellWidth
{
    const int RegionalIndicatorA = 0x1F1E6;
    const int RegionalIndicatorZ = 0x1F1FF;
    readonly int _ambiguous;

    CellWidth(int ambiguous) => _ambiguous = ambiguous;

    /// <summary>Characters that UAX #11 calls ambiguous take one cell, as they do nearly everywhere.</summary>
    public static CellWidth Narrow { get; } = new(1);

    /// <summary>Characters that UAX #11 calls ambiguous take two cells, as in terminals set up for East Asian fonts.</summary>
    public static CellWidth Wide { get; } = new(2);

    /// <summary>Whether borders, check marks and the like are drawn one cell wide.</summary>
    public bool AmbiguousIsNarrow => _ambiguous == 1;

    /// <summary>The rule for a setting of 1 or 2 cells for ambiguous characters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Neither 1 nor 2.</exception>
    public static CellWidth ForAmbiguous(int cells) => cells switch
    {
        1 => Narrow,
        2 => Wide,
        _ => throw new ArgumentOutOfRangeException(nameof(cells), cells, "An ambiguous character takes one cell or two."),
    };

    /// <summary>The cells that one code point takes when it stands alone.</summary>
    public int Of(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x7F)
        {
            return value < 0x20 ? 0 : 1;
        }

        if (Contains(WidthTables.Wide, value))
        {
            return IsMark(rune) ? 0 : 2;
        }

        if (Contains(WidthTables.Ambiguous, value))
        {
            return _ambiguous;
        }

        // Vowels and final consonants of decomposed Hangul join the syllable that a leading consonant has opened.
        var joinsHangul = value is >= 0x1160 and <= 0x11FF or >= 0xD7B0 and <= 0xD7FF;
        return joinsHangul || IsMark(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format ? 0 : 1;
    }

    /// <summary>
    /// The cells that one grapheme cluster takes. Terminals differ on the rarer ones, so whoever draws
    /// one that <see cref="IsFragile"/> should say where the cursor is afterwards.
    /// </summary>
    public int OfCluster(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1 && cluster[0] is >= ' ' and < '\x7F')
        {
            return 1;
        }

        var width = 0;
        foreach (var rune in cluster.EnumerateRunes())
        {
            // The emoji form of a character, a keycap among them, is two cells wide even where the plain one is narrow.
            if (rune.Value == 0xFE0F && width > 0)
            {
                return 2;
            }

            width += Of(rune);
        }

        return Math.Min(2, width);
    }

    /// <summary>The cells that a text takes on one line.</summary>
    public int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExceptInRange(' ', '~');
            if (plain < 0)
            {
                return width + text.Length;
            }

            // The last plain character may be the letter of the mark that follows.
            var skip = Math.Max(0, plain - 1);
            width += skip;
            text = text[skip..];
            var length = Graphemes.NextLength(text);
            width += OfCluster(text[..length]);
            text = text[length..];
        }

        return width;
    }

    /// <summary>The cells that a text takes on one line.</summary>
    public int Of(SafeText text) => Of(text.Text.AsSpan());

    /// <summary>The longest beginning of a text that takes no more than so many cells: its length in UTF-16 code units, and its cells.</summary>
    public (int Length, int Cells) Fit(ReadOnlySpan<char> text, int cells)
    {
        var (at, used) = (0, 0);
        while (at < text.Length)
        {
            var length = Graphemes.NextLength(text[at..]);
            var width = OfCluster(text.Slice(at, length));
            if (used + width > cells)
            {
                break;
            }

            at += length;
            used += width;
        }

        return (at, used);
    }

    /// <summary>True for a cluster that terminals take to be of different widths: anything of several code points, flags and emoji forms.</summary>
    public static bool IsFragile(ReadOnlySpan<char> cluster) =>
        Rune.DecodeFromUtf16(cluster, out var first, out var consumed) != System.Buffers.OperationStatus.Done
        || consumed < cluster.Length || IsRegionalIndicator(first.Value);

    internal static bool IsRegionalIndicator(int value) => value is >= RegionalIndicatorA and <= RegionalIndicatorZ;

    static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    static bool Contains(ReadOnlySpan<int> ranges, int value)
    {
        var (low, high) = (0, (ranges.Length / 2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (value < ranges[2 * middle])
            {
                high = middle - 1;
            }
            else if (value > ranges[(2 * middle) + 1])
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
