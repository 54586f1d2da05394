using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>A parameter of MAIL or RCPT, esmtp-keyword ["=" esmtp-value] (RFC 5321 §4.1.2).</summary>
/// <param name="Keyword">As written. Compare with <see cref="Is"/>: its case means nothing.</param>
/// <param name="Value">As written; empty where there is none.</param>
/// <param name="HasEquals">Whether an equals sign follows the keyword.</param>
public readonly record struct EsmtpParameter(Token Keyword, Token Value, bool HasEquals)
{
    /// <summary>The columns of the whole parameter.</summary>
    public Columns Where => new(0, Keyword.Start, Value.End);

    /// <summary>Whether it is this parameter, in any case (RFC 5321 §2.4).</summary>
    public bool Is(ReadOnlySpan<char> keyword) => Keyword.Is(keyword);
}
