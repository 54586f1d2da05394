using System.Text;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>Tells whether a text part's octets can be of the charset it names, where that can be told: US-ASCII and UTF-8.</summary>
sealed class CharsetCheck
{
    readonly bool _isUtf8;
    Utf8Checker _utf8;

    CharsetCheck(bool isUtf8, string problem)
    {
        _isUtf8 = isUtf8;
        Problem = problem;
    }

    /// <summary>What is to be said when it fails.</summary>
    public string Problem { get; }

    /// <summary>The check for a part; null where none can fail.</summary>
    public static CharsetCheck? For(MimePart part)
    {
        if (part.ContentType.Type != "text" || part.Encoding is TransferEncoding.Unknown)
        {
            return null;
        }

        var charset = part.Charset;
        if (charset is null)
        {
            // RFC 2046 §4.1.2: US-ASCII is the default of text/plain; what other types mean, HTML say, they tell inside.
            // Without any MIME field it is no MIME, and message-8bit says what there is to say.
            return part.ContentType.Subtype == "plain" && IsMime(part)
                ? new CharsetCheck(isUtf8: false, "the part names no charset, which means us-ascii, but holds octets over 127")
                : null;
        }

        if (Charset.IsUtf8(charset))
        {
            return new CharsetCheck(isUtf8: true, "the part says its charset is utf-8, but holds octets that are not UTF-8");
        }

        return Charset.IsAscii(charset)
            ? new CharsetCheck(isUtf8: false, "the part says its charset is us-ascii, but holds octets over 127")
            : null;
    }

    /// <summary>Takes the next decoded octets; false when they do not fit.</summary>
    public bool Take(ReadOnlySpan<byte> octets) => _isUtf8 ? _utf8.Take(octets) : Ascii.IsValid(octets);

    /// <summary>Whether the end is a right place to end.</summary>
    public bool Complete() => _utf8.IsComplete;

    static bool IsMime(MimePart part) =>
        part.Number.Length > 0 || part.Field("Content-Type") is not null || part.Field("MIME-Version") is not null;
}
