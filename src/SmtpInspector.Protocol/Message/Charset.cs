using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>Charsets by their MIME names (RFC 2046 §4.1.2), as far as the runtime has them.</summary>
public static class Charset
{
    /// <summary>The charset where none is named (RFC 2046 §4.1.2).</summary>
    public const string Default = "us-ascii";

    /// <summary>
    /// Octets as text. An unknown charset is said to be so and its octets over 127 are shown as <c>\xE4</c>, like those
    /// that do not fit a known one.
    /// </summary>
    public static DecodedText Decode(string name, ReadOnlySpan<byte> octets)
    {
        var known = Find(name);
        if (Alias(name) == "utf-16")
        {
            // RFC 2781 §3.2: the mark says the order and is no part of the text; without one the order is big-endian.
            known = octets is [0xFF, 0xFE, ..] ? Encoding.Unicode : known;
            octets = octets is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? octets[2..] : octets;
        }

        var escapes = new OctetEscapes();
        var decoding = (Encoding)(known ?? Encoding.ASCII).Clone();
        decoding.DecoderFallback = escapes;
        var text = decoding.GetString(octets);
        return new DecodedText(text, Notes(name, known is not null, escapes.Count));
    }

    /// <summary>Whether the charset of a name is known here.</summary>
    public static bool IsKnown(string name) => Find(name) is not null;

    internal static bool IsUtf8(string name) => Alias(name) == "utf-8";

    internal static bool IsAscii(string name) => Alias(name) == "us-ascii";

    static Encoding? Find(string name)
    {
        var alias = Alias(name);
        return alias switch
        {
            "utf-8" => Encoding.UTF8,
            "us-ascii" => Encoding.ASCII,
            "iso-8859-1" => Encoding.Latin1,
            "utf-16" or "utf-16be" => Encoding.BigEndianUnicode,
            "utf-16le" => Encoding.Unicode,
            // The runtime's own decoder of it is unsafe and gone.
            "utf-7" => null,
            _ => FromCodePages(alias),
        };
    }

    static Encoding? FromCodePages(string name)
    {
        // Numbers are the runtime's code pages, not names that a message can mean.
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
        {
            return null;
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(name);
    }

    static string Alias(string name) => name.ToLowerInvariant() switch
    {
        "utf8" => "utf-8",
        "ascii" or "ansi_x3.4-1968" or "iso646-us" => "us-ascii",
        "latin1" or "latin-1" or "l1" or "iso8859-1" or "iso_8859-1" => "iso-8859-1",
        "latin-9" or "latin9" or "iso8859-15" or "iso_8859-15" => "iso-8859-15",
        ['c', 'p', '1', '2', '5', >= '0' and <= '8' and var number] => $"windows-125{number}",
        ['c', 'p', '-', '1', '2', '5', >= '0' and <= '8' and var number] => $"windows-125{number}",
        var other => other,
    };

    static List<string> Notes(string name, bool isKnown, int escaped)
    {
        var notes = new List<string>();
        if (!isKnown)
        {
            notes.Add($"The charset {Shown.Quote(name)} is not known here; octets over 127 are shown as they are.");
        }
        else if (escaped > 0)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{escaped} {(escaped == 1 ? "octet does" : "octets do")} not fit the charset {Shown.Quote(name)} and {(escaped == 1 ? "is" : "are")} shown as found."));
        }

        return notes;
    }
}
