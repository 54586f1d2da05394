using System.Text.Unicode;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>What is wrong with a word that is, or was to be, an encoded word.</summary>
static class EncodedWordToken
{
    /// <summary>Finds the next run of characters that are not white space.</summary>
    public static bool TryNext(string text, ref int start, out int length)
    {
        while (start < text.Length && text[start] is ' ' or '\t' or '\r' or '\n')
        {
            start++;
        }

        length = 0;
        while (start + length < text.Length && text[start + length] is not (' ' or '\t' or '\r' or '\n'))
        {
            length++;
        }

        return length > 0;
    }

    /// <summary>What is wrong with a word; null where it is right or was never to be an encoded one.</summary>
    public static string? Problem(ReadOnlySpan<char> token)
    {
        if (!token.StartsWith("=?", StringComparison.Ordinal))
        {
            return null;
        }

        var word = EncodedWord.At(token, out var problem);
        if (word is null)
        {
            return IsMeant(token) ? problem ?? "it does not end in ?= before the next white space" : null;
        }

        if (word.Length < token.Length)
        {
            return "it is joined to what stands behind it; white space must stand between";
        }

        if (word.Length > EncodedWord.Longest)
        {
            return $"it is {word.Length} characters long, and at most {EncodedWord.Longest} are allowed";
        }

        // RFC 2047 §5: each encoded word holds whole characters.
        return Charset.IsUtf8(word.Charset) && !Utf8.IsValid(word.Octets.Span)
            ? "what it holds is not UTF-8; perhaps a character was cut in two"
            : null;
    }

    // RFC 2047 §7: what begins with "=?" and ends with "?=" must be an encoded word; so must, in all likelihood, what
    // has a charset and an encoding.
    static bool IsMeant(ReadOnlySpan<char> token)
    {
        if (token.Length > 4 && token.EndsWith("?=", StringComparison.Ordinal))
        {
            return true;
        }

        var charset = token[2..].IndexOf('?');
        var rest = charset < 1 ? [] : token[(charset + 3)..];
        return rest is ['q' or 'Q' or 'b' or 'B', '?', ..];
    }
}
