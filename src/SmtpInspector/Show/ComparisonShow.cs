using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Comparison;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Show;

/// <summary>Prints two conversations beside each other.</summary>
static class ComparisonShow
{
    const int WidestTitle = 40;
    const int WidestOutcome = 28;

    /// <summary>Compares two transcripts.</summary>
    public static ConversationComparison Compare(TranscriptDocument left, TranscriptDocument right) =>
        ConversationComparison.Of(Replay.EntriesOf(left), Replay.EntriesOf(right));

    /// <summary>Prints a comparison: a line for each exchange, what differs under it in words, a summary at the end.</summary>
    /// <param name="left">What the left side is called.</param>
    /// <param name="right">What the right side is called.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="output">Where to.</param>
    public static void Print(string left, string right, ConversationComparison comparison, ILineOutput output)
    {
        output.Print(StyledLine.Of(Safe.FromText($"left:  {left}"), LineColours.Event));
        output.Print(StyledLine.Of(Safe.FromText($"right: {right}"), LineColours.Event));
        output.Print(StyledLine.Empty);

        var titles = Math.Min(WidestTitle, comparison.Rows.Select(row => TitleOf(row).Length).DefaultIfEmpty().Max());
        var outcomes = Math.Min(WidestOutcome, comparison.Rows.Select(row => OutcomeOf(row.Left).Length).DefaultIfEmpty().Max());
        foreach (var row in comparison.Rows)
        {
            var (mark, style) = MarkOf(row.Kind);
            output.Print(
            [
                new($"{mark} ", style),
                new(Cell(TitleOf(row), titles), LineColours.Client),
                new("  "),
                new(Cell(OutcomeOf(row.Left), outcomes), StyleOf(row.Left)),
                new("  "),
                new(Safe.FromText(OutcomeOf(row.Right)), StyleOf(row.Right)),
            ]);
            foreach (var difference in row.Differences)
            {
                output.Print(StyledLine.Of(Safe.FromText($"      {difference.Text}"), style));
            }
        }

        output.Print(StyledLine.Empty);
        output.Print(StyledLine.Of(Safe.FromText(comparison.Summary)));
    }

    static string TitleOf(ComparisonRow row) => (row.Left ?? row.Right)!.Title;

    // With the time behind it: shown, and no difference.
    static string OutcomeOf(Exchange? exchange) => exchange is null ? ""
        : exchange.Took is { } took ? FormattableString.Invariant($"{exchange.Outcome} ({took.TotalSeconds:0.000} s)")
        : exchange.Outcome;

    // Cut where it is too long, padded where it is short; one character too many for what became visible does no harm.
    static SafeText Cell(string text, int width)
    {
        var safe = Safe.FromText(text);
        return safe.Length > width ? Safe.FromText(text[..Math.Min(text.Length, width - 1)] + "…") : Safe.FromText(text.PadRight(width));
    }

    static Style StyleOf(Exchange? exchange) => exchange is { Replies: [.., var reply] } ? LineColours.Reply(reply.Value.Code) : default;

    static (string Mark, Style Style) MarkOf(RowKind kind) => kind switch
    {
        RowKind.Same => (" ", default),
        RowKind.Changed => ("~", LineColours.Of(Severity.Warning)),
        RowKind.OnlyLeft => ("<", LineColours.Of(Severity.Error)),
        RowKind.OnlyRight => (">", LineColours.Of(Severity.Info)),
    };
}
