namespace SmtpInspector.Protocol.Knowledge;

/// <summary>Suggestions for a word that nothing is known about.</summary>
static class NearestWords
{
    const int Most = 5;

    const int MostOfTheFar = 3;

    // Longer than any known word: what is behind brings none nearer.
    const int LongestCompared = 64;

    /// <summary>
    /// Words that begin like it, then words few typing errors away; where there is none of those, the least far ones, since
    /// who asks is to leave with something to ask for. Ties in the order of the tables.
    /// </summary>
    public static IReadOnlyList<string> Of(string key)
    {
        if (key.Length == 0)
        {
            return [];
        }

        // A third of the letters wrong is as far as a typing error goes.
        var furthest = Math.Max(1, Math.Min(3, key.Length / 3));
        return Near(key, furthest) is { Count: > 0 } near ? near : LeastFar(key[..Math.Min(key.Length, LongestCompared)]);
    }

    static IReadOnlyList<string> LeastFar(string key) =>
    [
        .. Library.Words
            .Select(word => (word.Suggestion, Key: WordKey.Of(word.Word)))
            .Select(word => (word.Suggestion, Distance: EditDistance.Between(key, word.Key), Shared: key.AsSpan().CommonPrefixLength(word.Key)))
            .OrderBy(word => word.Distance)
            .ThenByDescending(word => word.Shared)
            .Select(word => word.Suggestion)
            .Distinct(StringComparer.Ordinal)
            .Take(MostOfTheFar),
    ];

    static IReadOnlyList<string> Near(string key, int furthest) =>
    [
        .. Library.Words
            .Select(word => (word.Suggestion, Rank: Rank(key, WordKey.Of(word.Word), furthest)))
            .Where(candidate => candidate.Rank <= furthest)
            .OrderBy(candidate => candidate.Rank)
            .Select(candidate => candidate.Suggestion)
            .Distinct(StringComparer.Ordinal)
            .Take(Most),
    ];

    static int Rank(string key, string word, int furthest)
    {
        var shared = key.AsSpan().CommonPrefixLength(word);
        var beginsAlike = shared >= 2 && shared == key.Length || shared >= 3 && (shared == word.Length || shared * 4 >= key.Length * 3);
        return beginsAlike ? 1
            : Math.Abs(key.Length - word.Length) > furthest ? int.MaxValue
            : EditDistance.Between(key, word);
    }
}
