namespace SmtpInspector.Protocol.Knowledge;

/// <summary>What the providers known to send a text or a code mean by it, added to the general explanation.</summary>
static class ProviderExplanation
{
    // More rows than this for one code, and the code alone does not tell which is meant.
    const int MostForOneCode = 3;

    /// <summary>
    /// The explanation with a labelled line for each provider; where there is none yet, one made of the best fit; null
    /// where nothing is known.
    /// </summary>
    public static Explanation? Add(Explanation? explanation, string word)
    {
        var texts = Texts(explanation, word);
        if (explanation is null)
        {
            return texts is [var best, .. var others] ? Of(best, [.. others.Select(Line)]) : null;
        }

        return explanation with { Details = [.. explanation.Details, .. texts.Select(Line)] };
    }

    static ProviderText[] Texts(Explanation? explanation, string word)
    {
        // A single word is looked up in the tables; only a phrase can be a reply's text.
        if (word.Trim().Contains(' ', StringComparison.Ordinal))
        {
            return explanation?.Kind is null or ExplanationKind.ReplyCode or ExplanationKind.EnhancedStatusCode
                ? [.. ProviderTexts.Search(word)]
                : [];
        }

        if (explanation?.Kind is not ExplanationKind.EnhancedStatusCode || SpokenReply.Of(word).Enhanced is not { } code)
        {
            return [];
        }

        ProviderText[] rows = [.. ProviderTexts.All.Where(row => row.Enhanced.Length > 0 && EnhancedPattern.Fits(row.Enhanced, code))];
        return rows.Length <= MostForOneCode ? rows : [];
    }

    static Explanation Of(ProviderText text, Detail[] others) =>
        new(
            text.Phrase.Split('|')[0].Replace("*", "...", StringComparison.Ordinal),
            ExplanationKind.ReplyText,
            $"as {ProviderTexts.Name(text.Provider)} says it",
            text.Meaning,
            text.Reference,
            text.WhatToDo,
            [.. text.Codes.Split('|', StringSplitOptions.RemoveEmptyEntries)])
        {
            Details = others,
        };

    static Detail Line(ProviderText text) =>
        new(ProviderTexts.Name(text.Provider), $"{text.Meaning} {text.WhatToDo} ({text.Reference})");
}
