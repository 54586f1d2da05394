using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Redaction;

/// <summary>
/// A text for people as the octets it stands for, each with its place in the text. Capital letters are small ones.
/// </summary>
sealed class VisibleText
{
    /// <summary>
    /// What a backslash in a text is: nobody can tell one that was sent from one that octets which are not printable are written with.
    /// </summary>
    public enum Backslash
    {
        /// <summary>A backslash.</summary>
        Itself,

        /// <summary>The beginning of <c>\xNN</c> and <c>\u{NN}</c>; before anything else a backslash.</summary>
        BeforeLetters,

        /// <summary>The beginning of <c>\NN</c> too.</summary>
        BeforeDigits,
    }

    readonly List<byte> _octets;
    readonly List<int> _starts;

    VisibleText(int length)
    {
        _octets = new(length);
        _starts = new(length + 1);
    }

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Octets => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_octets);

    /// <summary>Where in the text an octet is written; for one past the last octet, where the text ends.</summary>
    public int PlaceOf(int octet) => _starts[octet];

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="backslash">What a backslash is.</param>
    public static VisibleText Of(string text, Backslash backslash)
    {
        var read = new VisibleText(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\' && TryRead(text.AsSpan(at), backslash, out var value, out var isRune, out var length))
            {
                if (isRune)
                {
                    read.Add(utf8[..(Rune.TryCreate(value, out var escapedRune) ? escapedRune : Rune.ReplacementChar).EncodeToUtf8(utf8)], at);
                }
                else
                {
                    read.Add([(byte)value], at);
                }

                at += length;
                continue;
            }

            var whole = Rune.TryGetRuneAt(text, at, out var rune);
            read.Add(utf8[..(whole ? rune : Rune.ReplacementChar).EncodeToUtf8(utf8)], at);
            at += whole ? rune.Utf16SequenceLength : 1;
        }

        read._starts.Add(text.Length);
        return read;
    }

    /// <summary>Octets with small letters, to be compared with these.</summary>
    public static byte[] Small(ReadOnlySpan<byte> octets)
    {
        var small = octets.ToArray();
        foreach (ref var octet in small.AsSpan())
        {
            octet = Small(octet);
        }

        return small;
    }

    static byte Small(byte octet) => octet is >= (byte)'A' and <= (byte)'Z' ? (byte)(octet | 0x20) : octet;

    void Add(ReadOnlySpan<byte> octets, int place)
    {
        foreach (var octet in octets)
        {
            _octets.Add(Small(octet));
            _starts.Add(place);
        }
    }

    static bool TryRead(ReadOnlySpan<char> text, Backslash backslash, out int value, out bool isRune, out int length)
    {
        (value, isRune, length) = (0, false, 0);
        if (backslash == Backslash.Itself)
        {
            return false;
        }

        if (text.StartsWith("\\u{") && text.IndexOf('}') is > 3 and < 10 and var end)
        {
            (isRune, length) = (true, end + 1);
            return int.TryParse(text[3..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        }

        var digits = text.StartsWith("\\x") ? 2 : 1;
        length = digits + 2;
        return (digits == 2 || backslash == Backslash.BeforeDigits) && text.Length >= length && int.TryParse(text.Slice(digits, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
