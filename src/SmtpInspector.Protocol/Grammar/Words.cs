namespace SmtpInspector.Protocol.Grammar;

/// <summary>Cutting a line at its white space, without moving anything.</summary>
static class Words
{
    /// <summary>The same without the spaces and tabs at its end.</summary>
    public static Token TrimEnd(this Token token)
    {
        var span = token.Span;
        var length = span.Length;
        while (length > 0 && Characters.IsWhiteSpace(span[length - 1]))
        {
            length--;
        }

        return length == span.Length ? token : token.Slice(0, length);
    }

    /// <summary>The octets from an index up to the next space or tab, or the end.</summary>
    public static Token TakeWord(Token line, int from)
    {
        var length = line.Span[from..].IndexOfAny((byte)' ', (byte)'\t');
        return line.Slice(from, length < 0 ? line.Length : from + length);
    }

    /// <summary>The index of the first octet at or after one that is no space or tab.</summary>
    public static int SkipWhiteSpace(ReadOnlySpan<byte> span, int from)
    {
        while (from < span.Length && Characters.IsWhiteSpace(span[from]))
        {
            from++;
        }

        return from;
    }

    /// <summary>The words from an index on.</summary>
    /// <param name="line">The line, trailing white space cut off.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="glued">True when the first word begins right there, without a space.</param>
    /// <param name="wellSpaced">Set to false where words are parted by anything but one space.</param>
    public static Token[] Split(Token line, int from, bool glued, ref bool wellSpaced)
    {
        var words = new List<Token>();
        var span = line.Span;
        while (from < span.Length)
        {
            var start = SkipWhiteSpace(span, from);
            wellSpaced &= glued ? start == from : start == from + 1 && span[from] == (byte)' ';
            glued = false;
            var word = TakeWord(line, start);
            words.Add(word);
            from = start + word.Length;
        }

        return words.Count == 0 ? [] : [.. words];
    }
}
