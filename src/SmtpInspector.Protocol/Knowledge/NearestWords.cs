namespace SmtpInspector.Protocol.Knowledge;

/// <summary>Suggestions for a word that nothing is known about.</summary>
static class NearestWords
{
    const int Most = 5;

    /// <summary>Words that begin like it, then words few typing errors away; ties in the order of the tables.</summary>
    public static IReadOnlyList<string> Of(string key)
    {
        if (key.Length == 0)
        {
            return [];
        }

        // A third of the letters wrong is as far as a typing error goes; beyond, a suggestion is noise.
        var furthest = Math.Max(1, Math.Min(3, key.Length / 3));
        return
        [
            .. Library.Words
                .Select(word => (word.Suggestion, Rank: Rank(key, WordKey.Of(word.Word), furthest)))
                .Where(candidate => candidate.Rank <= furthest)
                .OrderBy(candidate => candidate.Rank)
                .Select(candidate => candidate.Suggestion)
                .Distinct(StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    static int Rank(string key, string word, int furthest)
    {
        var shared = key.AsSpan().CommonPrefixLength(word);
        var beginsAlike = shared >= 2 && shared == key.Length || shared >= 3 && (shared == word.Length || shared * 4 >= key.Length * 3);
        return beginsAlike ? 1
            : Math.Abs(key.Length - word.Length) > furthest ? int.MaxValue
            : Distance(key, word);
    }

    /// <summary>How many letters must be added, dropped, changed or swapped with a neighbour.</summary>
    static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + change);
                var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                rows[i, j] = swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
            }
        }

        return rows[left.Length, right.Length];
    }
}
