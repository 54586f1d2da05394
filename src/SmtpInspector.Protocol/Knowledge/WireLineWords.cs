using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Knowledge;

/// <summary>Finds what a line is about when it was pasted as it stood on the wire.</summary>
static class WireLineWords
{
    /// <summary>
    /// <c>SIZE=1000</c> is about SIZE, <c>MAIL FROM:&lt;a@example.com&gt;</c> about MAIL, <c>550 5.7.1 no</c> about the
    /// more telling 5.7.1, <c>250-SIZE 1000</c> about SIZE. Null for any other line.
    /// </summary>
    /// <param name="key">The line as a key, in which a hyphen is a space.</param>
    /// <param name="isLine">It has several words: <c>data-bdat-mixd</c> is one, and not about DATA.</param>
    public static Explanation? Explain(string key, bool isLine)
    {
        var words = key.Split(' ');
        return Parameter(words[0]) ?? (words.Length == 1 ? null : Reply(words) ?? (isLine ? Command(words) : null));
    }

    // With the equals sign first: AUTH= is a parameter, AUTH a command.
    static Explanation? Parameter(string word)
    {
        var sign = word.IndexOf('=', StringComparison.Ordinal);
        return sign <= 0 ? null : Explainer.Exactly(word[..(sign + 1)]) ?? Explainer.Exactly(word[..sign]);
    }

    static Explanation? Reply(string[] words)
    {
        if (!char.IsAsciiDigit(words[0][0]) || Explainer.Exactly(words[0]) is not { Kind: ExplanationKind.ReplyCode } code)
        {
            return null;
        }

        return Explainer.Exactly(words[1]) switch
        {
            { Kind: ExplanationKind.EnhancedStatusCode } enhanced => enhanced with { Related = [.. enhanced.Related.Prepend(code.Word).Distinct()] },
            { } keyword when words[0] == "250" && IsEhloKeyword(keyword.Word) => keyword,
            _ => code,
        };
    }

    static bool IsEhloKeyword(string word) =>
        ServiceExtensions.All.Any(row => row.Keyword.Equals(word, StringComparison.OrdinalIgnoreCase));

    static Explanation? Command(string[] words)
    {
        for (var length = words.Length - 1; length > 0; length--)
        {
            var start = WordKey.Of(string.Join(' ', words[..length]));
            if (Explainer.Exactly(start) is { Kind: ExplanationKind.Command or ExplanationKind.Mechanism } found)
            {
                return found;
            }
        }

        return null;
    }
}
