namespace SmtpInspector.Protocol.Message;

/// <summary>Text with encoded words in it, decoded for display (RFC 2047 §6).</summary>
public static class EncodedWords
{
    /// <summary>
    /// Decodes an unfolded unstructured body, such as a Subject's. As RFC 2047 §6.1 (1) says, only what stands between white
    /// space is taken for an encoded word; anything else stays as it is, so that a mistake can be seen.
    /// </summary>
    public static DecodedText Decode(string text)
    {
        var decoder = new WordDecoder();
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var start = rest.IndexOfAnyExcept(' ', '\t');
            if (start < 0)
            {
                decoder.Plain(rest);
                break;
            }

            var end = rest[start..].IndexOfAny(' ', '\t');
            var token = end < 0 ? rest[start..] : rest.Slice(start, end);
            decoder.Token(rest[..start], token);
            rest = rest[(start + token.Length)..];
        }

        return decoder.Complete();
    }
}
