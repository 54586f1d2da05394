using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace SmtpInspector.Protocol.Message;

/// <summary>Decodes a part's body for display: transfer encoding, charset, flowed paragraphs.</summary>
public static class PartDecoder
{
    /// <summary>How much of a body is decoded, in octets as sent: more than anyone reads on a screen.</summary>
    public const int MostOctets = 1 << 20;

    /// <summary>A part's text.</summary>
    /// <param name="part">The part.</param>
    /// <param name="content">The message's content, or as much of its beginning as is at hand.</param>
    public static DecodedText Decode(MimePart part, ReadOnlySpan<byte> content) => DecodeBody(part, part.Body.Of(content));

    /// <summary>
    /// A part's text, its lines ended by LF. Octets that are no text in its charset are shown as <c>\xE4</c>; the notes
    /// say what was unknown, malformed or left out.
    /// </summary>
    /// <param name="part">The part.</param>
    /// <param name="body">The octets of its body, encoded as sent.</param>
    public static DecodedText DecodeBody(MimePart part, ReadOnlySpan<byte> body)
    {
        var notes = new List<string>();
        if (body.Length > MostOctets)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Only the first {MostOctets} of {body.Length} octets are shown."));
            body = body[..MostOctets];
        }

        var octets = DecodeTransfer(part, body, notes);
        var decoded = DecodeCharset(part, octets);
        notes.AddRange(decoded.Notes);
        var text = decoded.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (part.IsFlowed)
        {
            var delSp = string.Equals(part.ContentType["delsp"], "yes", StringComparison.OrdinalIgnoreCase);
            text = FormatFlowed.Unwrap(text, delSp);
        }

        return new DecodedText(text, notes);
    }

    /// <summary>A body without its transfer encoding: what a file attached so holds.</summary>
    /// <param name="part">The part.</param>
    /// <param name="body">The octets of its body, encoded as sent.</param>
    /// <param name="notes">Gets what was unknown or malformed, a sentence each.</param>
    public static byte[] DecodeTransfer(MimePart part, ReadOnlySpan<byte> body, ICollection<string> notes)
    {
        switch (part.Encoding)
        {
            case TransferEncoding.QuotedPrintable:
                var plain = QuotedPrintable.Decode(body, out var malformed);
                if (malformed > 0)
                {
                    notes.Add(string.Create(CultureInfo.InvariantCulture, $"Of {malformed} \"=\" no two hexadecimal digits follow; they are shown as they are."));
                }

                return plain;
            case TransferEncoding.Base64:
                return DecodeBase64(body, notes);
            case TransferEncoding.Unknown:
                notes.Add($"The transfer encoding {Shown.Quote(part.EncodingName ?? "")} is not known; the part is shown as it was sent.");
                return body.ToArray();
            default:
                return body.ToArray();
        }
    }

    static byte[] DecodeBase64(ReadOnlySpan<byte> body, ICollection<string> notes)
    {
        var decoder = new Base64Decoder();
        var decoded = new byte[Base64Decoder.MostDecoded(body.Length)];
        var written = decoder.Decode(body, decoded, out var problem, out _);
        problem = problem is Base64Problem.None ? decoder.Complete() : problem;
        if (problem is not Base64Problem.None)
        {
            notes.Add($"The base64 is not sound: {problem.Sentence()}. What could be decoded is shown.");
        }

        return decoded[..written];
    }

    static DecodedText DecodeCharset(MimePart part, byte[] octets)
    {
        if (part.Charset is { } named)
        {
            return Charset.Decode(named, octets);
        }

        // RFC 2046 §4.1.2: without a name it is US-ASCII. What is not, but reads as UTF-8, is mostly meant so.
        if (!Ascii.IsValid(octets) && Utf8.IsValid(octets))
        {
            return new DecodedText(Encoding.UTF8.GetString(octets), ["No charset is named; read as UTF-8, which the octets fit."]);
        }

        return Charset.Decode(Charset.Default, octets);
    }
}
