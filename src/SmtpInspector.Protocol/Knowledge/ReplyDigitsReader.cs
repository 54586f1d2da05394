namespace SmtpInspector.Protocol.Knowledge;

/// <summary>Reads three-place reply codes that no table has: by their digits, as a client must (RFC 5321 §4.3.2).</summary>
static class ReplyDigitsReader
{
    /// <summary>
    /// <c>5xx</c> and the like are the row <c>5yz</c>, <c>x5x</c> the row <c>x5z</c>; a number from 200 to 559 without a
    /// row is explained by its digits. Null for anything else.
    /// </summary>
    public static Explanation? Explain(string key)
    {
        if (key.Length != 3)
        {
            return null;
        }

        var (first, second, third) = (key[0], key[1], key[2]);
        var wild = Wild(third);
        return first is >= '1' and <= '5' && Wild(second) && wild ? Row($"{first}YZ")
            : Wild(first) && second is >= '0' and <= '5' && wild ? Row($"X{second}Z")
            : first is >= '2' and <= '5' && second is >= '0' and <= '5' && (wild || char.IsAsciiDigit(third)) ? Compose(key)
            : null;
    }

    static bool Wild(char place) => place is 'X' or 'Y' or 'Z' or '*' or '?';

    static Explanation? Row(string key) =>
        Library.TryFind(key, out var known) ? EntryExplanation.Of(known.Kind, known.Entry!) : null;

    static Explanation Compose(string key)
    {
        var severity = Row($"{key[0]}YZ")!;
        var category = Row($"X{key[1]}Z")!;
        return new Explanation(
            key.ToLowerInvariant(),
            ExplanationKind.ReplyCode,
            $"not listed; by its digits: {severity.Title}; {category.Title}",
            $"No RFC this program knows lists it. A client goes by the first digit alone. {severity.Text}",
            "RFC 5321 §4.2.1",
            severity.WhatToDo,
            [severity.Word, category.Word]);
    }
}
