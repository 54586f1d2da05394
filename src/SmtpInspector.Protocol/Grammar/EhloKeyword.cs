namespace SmtpInspector.Protocol.Grammar;

/// <summary>
/// One extension line of an EHLO reply (RFC 5321 §4.1.1.1): the keyword and its parameters. Total: any octets make one.
/// </summary>
/// <param name="Keyword">The keyword as written. Compare with <see cref="Is"/>: its case means nothing.</param>
/// <param name="Values">The parameters as written, in order.</param>
/// <param name="HasEquals">The obsolete form <c>AUTH=PLAIN LOGIN</c>: keyword and first parameter joined by "=".</param>
/// <param name="IsWellFormed">Whether keyword and parameters are what the grammar allows, each after one space.</param>
public sealed record EhloKeyword(Token Keyword, IReadOnlyList<Token> Values, bool HasEquals, bool IsWellFormed)
{
    /// <summary>Whether the keyword is this one, in any case (RFC 5321 §4.1.1.1).</summary>
    public bool Is(ReadOnlySpan<char> keyword) => Keyword.Is(keyword);

    /// <summary>Whether this word is among the parameters, in any case.</summary>
    public bool Offers(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i].Is(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The first parameter as a decimal number, as in <c>SIZE 35882577</c>; null where there is none.
    /// A number too large for 63 bits is the largest of them.
    /// </summary>
    public long? Number => Values.Count > 0 ? DecimalNumber.Read(Values[0].Span) : null;

    /// <summary>Reads the text of an EHLO line, that is, what stands after the code and its separator.</summary>
    public static EhloKeyword Parse(ReadOnlyMemory<byte> text)
    {
        // RFC 5321 §4.1.1: receivers tolerate trailing white space; so does a reader of replies.
        var line = new Token(text, 0).TrimEnd();
        var keyword = Words.TakeWord(line, 0);
        var wellFormed = true;
        var hasEquals = false;
        var rest = keyword.End;

        // Before RFC 2554 some clients looked for "AUTH=" at this place, and servers still offer both forms.
        var equals = keyword.Span.IndexOf((byte)'=');
        if (equals > 0 && keyword.Slice(0, equals).Is("AUTH"))
        {
            hasEquals = true;
            keyword = keyword.Slice(0, equals);
            rest = equals + 1;
        }

        var values = Words.Split(line, rest, hasEquals, ref wellFormed);
        return new EhloKeyword(keyword, values, hasEquals, wellFormed && IsKeyword(keyword.Span) && ArePrintable(values));
    }

    /// <summary>Whether octets are an ehlo-keyword: letters, digits, and inside it hyphens.</summary>
    internal static bool IsKeyword(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty || !Characters.IsLetDig(octets[0]))
        {
            return false;
        }

        foreach (var octet in octets)
        {
            if (!Characters.IsLdh(octet))
            {
                return false;
            }
        }

        return true;
    }

    static bool ArePrintable(Token[] values)
    {
        foreach (var value in values)
        {
            // ehlo-param = 1*(%d33-126)
            if (value.Span.ContainsAnyExceptInRange((byte)33, (byte)126))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Keyword.Text;
}
