namespace SmtpInspector.Terminal.Views;

/// <summary>How well a text fits what someone types of it: the letters in their order, anywhere in it, those at the beginnings of words best.</summary>
/// <param name="Score">The higher the better.</param>
/// <param name="Positions">Where its letters were found: indexes of UTF-16 code units, ascending.</param>
public sealed record FuzzyMatch(int Score, IReadOnlyList<int> Positions)
{
    const int Hit = 16;
    const int WordStart = 8;
    const int Consecutive = 12;
    const int TextStart = 4;
    const int Gap = 1;
    const int None = int.MinValue / 2;
    // A query that long finds nothing better than its beginning does.
    const int MostLetters = 64;
    const int MostText = 512;

    /// <summary>The best match of a query; null when there is none. Words of the query are looked for each by itself.</summary>
    public static FuzzyMatch? Of(string query, string text)
    {
        if (text.Length > MostText)
        {
            text = text[..MostText];
        }

        var score = 0;
        var positions = new SortedSet<int>();
        foreach (var word in query.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Word(word.Length > MostLetters ? word[..MostLetters] : word, text) is not { } match)
            {
                return null;
            }

            score += match.Score;
            positions.UnionWith(match.Positions);
        }

        // Of equal ones the shorter is nearer to what was typed.
        return new FuzzyMatch((score * 64) - Math.Min(63, text.Length), [.. positions]);
    }

    /// <summary>The best of all ways to find the letters in their order (dynamic programming over letters and places).</summary>
    static FuzzyMatch? Word(string word, string text)
    {
        var best = new int[word.Length, text.Length];
        var from = new int[word.Length, text.Length];
        for (var letter = 0; letter < word.Length; letter++)
        {
            // The best end of what comes before this letter, for places so far; it loses a little with each place.
            var (reach, reachAt) = (None, -1);
            for (var place = 0; place < text.Length; place++)
            {
                best[letter, place] = None;
                if (char.ToUpperInvariant(text[place]) == char.ToUpperInvariant(word[letter]))
                {
                    var own = Hit + Bonus(text, place);
                    var direct = letter > 0 && place > 0 && best[letter - 1, place - 1] > None ? best[letter - 1, place - 1] + Consecutive : None;
                    var before = letter == 0 ? 0 : Math.Max(direct, reach);
                    if (before > None)
                    {
                        best[letter, place] = own + before;
                        from[letter, place] = letter == 0 ? -1 : direct >= reach ? place - 1 : reachAt;
                    }
                }

                reach -= reach > None ? Gap : 0;
                if (letter > 0 && best[letter - 1, place] - Gap > reach)
                {
                    (reach, reachAt) = (best[letter - 1, place] - Gap, place);
                }
            }
        }

        return Trace(word, text, best, from);
    }

    static FuzzyMatch? Trace(string word, string text, int[,] best, int[,] from)
    {
        var end = -1;
        for (var place = 0; place < text.Length; place++)
        {
            if (best[word.Length - 1, place] > (end < 0 ? None : best[word.Length - 1, end]))
            {
                end = place;
            }
        }

        if (end < 0)
        {
            return null;
        }

        var score = best[word.Length - 1, end];
        var positions = new int[word.Length];
        for (var letter = word.Length - 1; letter >= 0; letter--)
        {
            positions[letter] = end;
            end = from[letter, end];
        }

        return new FuzzyMatch(score, positions);
    }

    static int Bonus(string text, int place) => place == 0 ? WordStart + TextStart
        : !char.IsLetterOrDigit(text[place - 1]) && char.IsLetterOrDigit(text[place]) ? WordStart
        : char.IsLower(text[place - 1]) && char.IsUpper(text[place]) ? WordStart : 0;
}
