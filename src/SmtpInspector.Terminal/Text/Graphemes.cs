using System.Globalization;

namespace SmtpInspector.Terminal.Text;

/// <summary>Grapheme clusters (UAX #29), what a reader calls a character, found in UTF-16 text.</summary>
public static class Graphemes
{
    /// <summary>The length in UTF-16 code units of the first cluster; 0 for no text.</summary>
    public static int NextLength(ReadOnlySpan<char> text)
    {
        // Nothing in ASCII joins anything but CR and LF, and those are never together in text that is drawn.
        if (text.Length >= 2 && text[0] is >= ' ' and <= '~' && text[1] is >= ' ' and <= '~')
        {
            return 1;
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
}
