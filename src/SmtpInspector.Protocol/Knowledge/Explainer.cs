namespace SmtpInspector.Protocol.Knowledge;

/// <summary>
/// Answers what a reply code, enhanced status code, command, parameter, extension, AUTH mechanism, rule or word of the
/// trade means. Pure, and free until the first question.
/// </summary>
public static class Explainer
{
    /// <summary>
    /// The explanation of a word, in any case and spelling: <c>550</c>, <c>5xx</c>, <c>5yz</c>, <c>5.7.1</c>,
    /// <c>X.7.1</c>, <c>mail from</c>, <c>SIZE=</c>, <c>auth plain</c>, <c>message-bare-lf</c>, <c>open relay</c>; also
    /// of a whole line as it stood on the wire, with what its text means with the providers known to send it. Null when
    /// nothing is known.
    /// </summary>
    public static Explanation? Explain(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var key = WordKey.Of(word);
        return key.Length == 0 ? null : ProviderExplanation.Add(Exactly(key) ?? WireLineWords.Explain(key, isLine: word.AsSpan().Trim().ContainsAny(' ', '\t')), word);
    }

    /// <summary>The known words nearest to an unknown one, the nearest first, at most five.</summary>
    public static IReadOnlyList<string> Nearest(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return NearestWords.Of(WordKey.Of(word));
    }

    /// <summary>The explanation of a key that is one word or a fixed phrase.</summary>
    internal static Explanation? Exactly(string key) =>
        Library.TryFind(key, out var known)
            ? known.Rule is { } rule ? RuleExplanation.Of(rule) : EntryExplanation.Of(known.Kind, known.Entry!)
            : ReplyDigitsReader.Explain(key) ?? EnhancedCodeReader.Explain(key);
}
