using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>The octets a line of a transcript stands for, and the credentials that were left out of it.</summary>
static class TokenOctets
{
    /// <summary>The octets on the wire, CRLF added to a plain line, a pasted line of content dot-stuffed.</summary>
    public static (byte[] Octets, IReadOnlyList<LeftOutSecret> LeftOut) Of(in TranscriptToken token)
    {
        var text = token.Text.Span;
        if (token.Kind == TokenKind.Octets)
        {
            return OfPercentText(text);
        }

        // RFC 5321 §4.5.2: a line that begins with a dot gets one more, unless it is the end itself.
        var stuffing = token.IsPasted && text is [(byte)'.', _, ..] ? 1 : 0;
        var octets = new byte[text.Length + stuffing + 2];
        octets[0] = (byte)'.';
        text.CopyTo(octets.AsSpan(stuffing));
        octets[^2] = (byte)'\r';
        octets[^1] = (byte)'\n';
        return (octets, token.IsPasted ? [] : LeftOutIn(text, 0));
    }

    // A literal brace is %7B there, so a placeholder can be told before the octets are decoded.
    static (byte[] Octets, IReadOnlyList<LeftOutSecret> LeftOut) OfPercentText(ReadOnlySpan<byte> text)
    {
        var inText = LeftOutIn(text, 0);
        if (inText.Count == 0)
        {
            return (PercentText.Decode(text), []);
        }

        var leftOut = new List<LeftOutSecret>(inText.Count);
        foreach (var secret in inText)
        {
            leftOut.Add(secret with { Start = PercentText.Decode(text[..secret.Start]).Length });
        }

        return (PercentText.Decode(text), leftOut);
    }

    static List<LeftOutSecret> LeftOutIn(ReadOnlySpan<byte> text, int offset)
    {
        var start = text.IndexOf("{secret:"u8);
        if (start < 0)
        {
            return [];
        }

        var found = new List<LeftOutSecret>();
        while (start >= 0)
        {
            var end = text[(start + 8)..].IndexOfAny((byte)'}', (byte)'{');
            if (end < 0)
            {
                break;
            }

            // A name that would have to be written otherwise is none: what stands there went over the wire as it is.
            var name = text.Slice(start + 8, end);
            var isName = text[start + 8 + end] == '}' && !name.ContainsAnyExceptInRange((byte)' ', (byte)'~') && !name.Contains((byte)'%');
            if (isName)
            {
                found.Add(new LeftOutSecret(offset + start, end + 9, System.Text.Encoding.ASCII.GetString(name)));
            }

            var taken = start + (isName ? end + 9 : 1);
            offset += taken;
            text = text[taken..];
            start = text.IndexOf("{secret:"u8);
        }

        return found;
    }
}
