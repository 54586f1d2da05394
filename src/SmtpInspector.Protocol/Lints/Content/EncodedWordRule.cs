using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>The rule about encoded words: well formed, and where they may stand (RFC 2047 §2, §5).</summary>
/// <param name="place">Finds columns.</param>
/// <param name="findings">Where findings go.</param>
sealed class EncodedWordRule(FieldPlace place, ContentFindings findings)
{
    /// <summary>Judges a header section.</summary>
    public void Find(MimePart part)
    {
        foreach (var field in part.Fields)
        {
            var body = field.RawBody.Span;
            if (body.IndexOf("=?"u8) < 0 || field.IsCut)
            {
                continue;
            }

            // A character an octet, so that indexes are the same.
            var text = Encoding.Latin1.GetString(body);
            switch (FieldKinds.Of(field))
            {
                case FieldKind.Text:
                    FindInText(field, text);
                    break;
                case FieldKind.Addresses:
                    new EncodedWordsInAddresses(text, (start, length, problem) => Add(field, text, start, length, problem)).Find();
                    break;
                case FieldKind.Parameters:
                    FindInParameters(field, text);
                    break;
            }
        }
    }

    // RFC 2047 §5 (1): in text, an encoded word stands between white space.
    void FindInText(HeaderField field, string text)
    {
        var start = 0;
        while (EncodedWordToken.TryNext(text, ref start, out var length))
        {
            var token = text.AsSpan(start, length);
            if (EncodedWordToken.Problem(token) is { } problem)
            {
                Add(field, text, start, length, problem);
            }
            else if (token.IndexOf("=?") is var inside and > 0 && EncodedWord.At(token[inside..], out _) is not null)
            {
                Add(field, text, start, length, "it is joined to what stands before it; white space must stand between");
            }

            start += length;
        }
    }

    // RFC 2047 §5: an encoded word must not be used in a parameter; RFC 2231 says what is.
    void FindInParameters(HeaderField field, string text)
    {
        for (var start = Next(text, 0); start >= 0; start = Next(text, start + 2))
        {
            if (EncodedWord.At(text.AsSpan(start), out _) is { } word)
            {
                Add(field, text, start, word.Length, "a parameter's value cannot be one; it is written as name*=utf-8''value");
                return;
            }
        }
    }

    void Add(HeaderField field, string text, int start, int length, string problem)
    {
        var occurrences = findings.Of(FindingId.EncodedWordSyntax);
        if (!occurrences.TryCount())
        {
            occurrences.Add(
                place.Of(field, field.Octets.Length - text.Length + start, length),
                $"{Shown.Quote(text.Substring(start, length))} is not an encoded word as it must be: {problem}");
        }
    }

    static int Next(string text, int from) => text.IndexOf("=?", from, StringComparison.Ordinal);
}
