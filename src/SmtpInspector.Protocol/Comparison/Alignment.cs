namespace SmtpInspector.Protocol.Comparison;

/// <summary>Sets two sequences of exchanges beside each other, each in its order, so that as much as possible fits.</summary>
static class Alignment
{
    // A table of so many cells takes 16 MB and some ten milliseconds.
    const int MostCells = 4_000_000;

    // How far ahead the same is looked for where the table would be too large.
    const int Ahead = 64;

    const int SameKey = 4;
    const int SameMeaning = 3;
    const int SameOutcome = 1;

    /// <summary>The pairs in order; one side is null where the other has nothing for it.</summary>
    public static List<(Exchange? Left, Exchange? Right)> Of(IReadOnlyList<Exchange> left, IReadOnlyList<Exchange> right)
    {
        var pairs = new List<(Exchange?, Exchange?)>();
        var before = 0;
        while (before < left.Count && before < right.Count && IsSame(left[before], right[before]))
        {
            pairs.Add((left[before], right[before]));
            before++;
        }

        var after = 0;
        while (after < left.Count - before && after < right.Count - before && IsSame(left[^(after + 1)], right[^(after + 1)]))
        {
            after++;
        }

        var (leftRest, rightRest) = (left.Skip(before).SkipLast(after).ToArray(), right.Skip(before).SkipLast(after).ToArray());
        if ((long)leftRest.Length * rightRest.Length <= MostCells)
        {
            Best(leftRest, rightRest, pairs);
        }
        else
        {
            Near(leftRest, rightRest, pairs);
        }

        for (var i = after; i > 0; i--)
        {
            pairs.Add((left[^i], right[^i]));
        }

        return pairs;
    }

    static bool IsSame(Exchange left, Exchange right) => left.Meaning.SaysTheSame(right.Meaning);

    // The alignment of the greatest weight (Needleman and Wunsch), where what has another verb never stands beside each other.
    static void Best(Exchange[] left, Exchange[] right, List<(Exchange?, Exchange?)> pairs)
    {
        var weights = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                var apart = Math.Max(weights[i + 1, j], weights[i, j + 1]);
                weights[i, j] = Weight(left[i], right[j]) is > 0 and var weight ? Math.Max(apart, weights[i + 1, j + 1] + weight) : apart;
            }
        }

        var (l, r) = (0, 0);
        while (l < left.Length || r < right.Length)
        {
            if (l < left.Length && r < right.Length && Weight(left[l], right[r]) is > 0 and var weight && weights[l, r] == weights[l + 1, r + 1] + weight)
            {
                pairs.Add((left[l++], right[r++]));
            }
            else if (r == right.Length || (l < left.Length && weights[l, r] == weights[l + 1, r]))
            {
                pairs.Add((left[l++], null));
            }
            else
            {
                pairs.Add((null, right[r++]));
            }
        }
    }

    static int Weight(Exchange left, Exchange right) => left.Meaning.Key != right.Meaning.Key ? 0
        : SameKey + (left.Meaning.Argument == right.Meaning.Argument ? SameMeaning : 0) + (left.Outcome == right.Outcome ? SameOutcome : 0);

    // Step by step, looking a little ahead for the next that is the same.
    static void Near(Exchange[] left, Exchange[] right, List<(Exchange?, Exchange?)> pairs)
    {
        var (l, r) = (0, 0);
        while (l < left.Length && r < right.Length)
        {
            var (skipLeft, skipRight) = IsSame(left[l], right[r]) ? (0, 0) : NextSame(left, right, l, r);
            for (; skipLeft > 0; skipLeft--)
            {
                pairs.Add((left[l++], null));
            }

            for (; skipRight > 0; skipRight--)
            {
                pairs.Add((null, right[r++]));
            }

            if (l < left.Length && r < right.Length && left[l].Meaning.Key == right[r].Meaning.Key)
            {
                pairs.Add((left[l++], right[r++]));
            }
        }

        pairs.AddRange(left.Skip(l).Select(exchange => ((Exchange?)exchange, (Exchange?)null)));
        pairs.AddRange(right.Skip(r).Select(exchange => ((Exchange?)null, (Exchange?)exchange)));
    }

    static (int Left, int Right) NextSame(Exchange[] left, Exchange[] right, int l, int r)
    {
        for (var distance = 1; distance <= Ahead; distance++)
        {
            for (var skip = 0; skip <= distance; skip++)
            {
                if (l + skip < left.Length && r + distance - skip < right.Length && IsSame(left[l + skip], right[r + distance - skip]))
                {
                    return (skip, distance - skip);
                }
            }
        }

        return left[l].Meaning.Key == right[r].Meaning.Key ? (0, 0) : (1, 1);
    }
}
