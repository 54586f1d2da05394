using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Protocol.Comparison;

/// <summary>
/// Two judged conversations beside each other, exchange by exchange. Compared is what was said and answered: commands by their
/// meaning, replies by code and enhanced status code, offers as sets, handshakes, contents by size, endings, and the rules the
/// judge found broken. Texts of replies and times are shown, and are no differences.
/// </summary>
public sealed class ConversationComparison
{
    ConversationComparison(IReadOnlyList<ComparisonRow> rows) => Rows = rows;

    /// <summary>The rows in order.</summary>
    public IReadOnlyList<ComparisonRow> Rows { get; }

    /// <summary>How many rows are of a kind.</summary>
    public int Count(RowKind kind) => Rows.Count(row => row.Kind == kind);

    /// <summary>Whether both conversations say the same.</summary>
    public bool IsSame => Rows.All(row => row.Kind == RowKind.Same);

    /// <summary>One sentence on the whole: "12 exchanges are the same, 2 differ, 3 are only left, 1 is only right."</summary>
    public string Summary
    {
        get
        {
            var (same, changed, left, right) = (Count(RowKind.Same), Count(RowKind.Changed), Count(RowKind.OnlyLeft), Count(RowKind.OnlyRight));
            var parts = new List<string> { FormattableString.Invariant($"{same} {(same == 1 ? "exchange is" : "exchanges are")} the same") };
            if (changed > 0)
            {
                parts.Add(FormattableString.Invariant($"{changed} {(changed == 1 ? "differs" : "differ")}"));
            }

            if (left > 0)
            {
                parts.Add(FormattableString.Invariant($"{left} {(left == 1 ? "is" : "are")} only left"));
            }

            if (right > 0)
            {
                parts.Add(FormattableString.Invariant($"{right} {(right == 1 ? "is" : "are")} only right"));
            }

            return string.Join(", ", parts) + ".";
        }
    }

    /// <summary>Compares two conversations.</summary>
    /// <param name="left">The entries of one, in order; the rows name them by their places.</param>
    /// <param name="right">The entries of the other.</param>
    public static ConversationComparison Of(IReadOnlyList<Entry> left, IReadOnlyList<Entry> right)
    {
        var rows = new List<ComparisonRow>();
        foreach (var (one, other) in Alignment.Of(Exchanges.Of(left), Exchanges.Of(right)))
        {
            rows.Add((one, other) switch
            {
                ({ } l, { } r) => Both(l, r, Differences.Between(l, r, left, right)),
                ({ } l, null) => new(RowKind.OnlyLeft, l, null, []),
                _ => new(RowKind.OnlyRight, null, other, []),
            });
        }

        return new(rows);
    }

    static ComparisonRow Both(Exchange left, Exchange right, IReadOnlyList<Difference> differences) =>
        new(differences.Count == 0 ? RowKind.Same : RowKind.Changed, left, right, differences);
}
