using System.Buffers;
using System.Buffers.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>An encoded word, <c>=?charset?encoding?text?=</c> (RFC 2047 §2).</summary>
/// <param name="Charset">The charset's name.</param>
/// <param name="Language">The language tag behind it (RFC 2231 §5); empty when there is none.</param>
/// <param name="Octets">What the text encodes, in that charset.</param>
/// <param name="Length">How many characters the word has.</param>
public sealed record EncodedWord(string Charset, string Language, ReadOnlyMemory<byte> Octets, int Length)
{
    /// <summary>RFC 2047 §2: the longest that an encoded word may be, delimiters included.</summary>
    public const int Longest = 75;

    // Longer words are read too, but not without end: what looks like the start of one may have no end.
    const int LongestRead = 1024;

    // RFC 2047 §2: a token has no space, no control character and none of the especials.
    static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>
    /// The encoded word at the start of <paramref name="text"/>; null when there is none. It is decoded even when it is
    /// longer than allowed. <paramref name="problem"/> says why what looks like one is none.
    /// </summary>
    public static EncodedWord? At(ReadOnlySpan<char> text, out string? problem)
    {
        problem = null;
        text = text[..Math.Min(text.Length, LongestRead)];
        if (!text.StartsWith("=?", StringComparison.Ordinal) || !TrySplit(text, out var charset, out var encoding, out var encoded))
        {
            return null;
        }

        // RFC 2231 §5: "*" and a language tag may follow the charset.
        var star = charset.IndexOf('*');
        var name = star < 0 ? charset : charset[..star];
        var language = star < 0 ? [] : charset[(star + 1)..];
        problem = NameProblem(name, encoding, encoded);
        if (problem is not null)
        {
            return null;
        }

        var octets = encoding is "q" or "Q" ? DecodeQ(encoded, out problem) : DecodeB(encoded, out problem);
        var length = 2 + charset.Length + 1 + encoding.Length + 1 + encoded.Length + 2;
        return octets is null ? null : new EncodedWord(name.ToString(), language.ToString(), octets, length);
    }

    static bool TrySplit(
        ReadOnlySpan<char> text, out ReadOnlySpan<char> charset, out ReadOnlySpan<char> encoding, out ReadOnlySpan<char> encoded)
    {
        charset = encoding = encoded = [];
        var components = text[2..];
        var first = components.IndexOf('?');
        var second = first < 0 ? -1 : components[(first + 1)..].IndexOf('?');
        if (second < 0)
        {
            return false;
        }

        charset = components[..first];
        encoding = components.Slice(first + 1, second);
        encoded = components[(first + second + 2)..];
        var end = encoded.IndexOf("?=", StringComparison.Ordinal);
        encoded = end < 0 ? [] : encoded[..end];
        return end >= 0;
    }

    static string? NameProblem(ReadOnlySpan<char> charset, ReadOnlySpan<char> encoding, ReadOnlySpan<char> encoded)
    {
        if (charset.IsEmpty || charset.ContainsAnyExcept(TokenCharacters))
        {
            return "its charset is not a token";
        }

        if (encoding is not ("q" or "Q" or "b" or "B"))
        {
            return "its encoding is neither Q nor B";
        }

        // RFC 2047 §2: printable US-ASCII but space and "?".
        return encoded switch
        {
            [] => "its text is empty",
            _ when encoded.IndexOfAny(' ', '\t') >= 0 => "white space stands in it; a space is written as _ or =20",
            _ when encoded.ContainsAnyExceptInRange('!', '~') => "it holds characters that are not printable US-ASCII",
            _ when encoded.Contains('?') => "a ? stands in its text; it is written as =3F",
            _ => null,
        };
    }

    static byte[]? DecodeQ(ReadOnlySpan<char> encoded, out string? problem)
    {
        problem = null;
        var octets = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] != '=')
            {
                // RFC 2047 §4.2 (2): "_" is always the octet 20 hexadecimal.
                octets[length++] = encoded[i] == '_' ? (byte)' ' : (byte)encoded[i];
            }
            else if (i + 2 < encoded.Length && char.IsAsciiHexDigit(encoded[i + 1]) && char.IsAsciiHexDigit(encoded[i + 2]))
            {
                octets[length++] = Convert.FromHexString(encoded.Slice(i + 1, 2))[0];
                i += 2;
            }
            else
            {
                problem = "a = in its text is not followed by two hexadecimal digits";
                return null;
            }
        }

        return octets[..length];
    }

    static byte[]? DecodeB(ReadOnlySpan<char> encoded, out string? problem)
    {
        problem = null;
        var octets = new byte[Base64.GetMaxDecodedFromUtf8Length(encoded.Length)];
        if (Convert.TryFromBase64Chars(encoded, octets, out var length))
        {
            return octets[..length];
        }

        problem = "its text is not base64, whose length is a multiple of four";
        return null;
    }
}
