using SmtpInspector.Protocol.Comparison;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Comparing;

/// <summary>Two conversations side by side.</summary>
sealed record ComparisonPage : Page
{
    /// <summary>What the left one is called.</summary>
    public required string Left { get; init; }

    /// <summary>What the right one is called.</summary>
    public required string Right { get; init; }

    /// <summary>How they compare.</summary>
    public required ConversationComparison Comparison { get; init; }

    /// <summary>Whether what both say is left out.</summary>
    public bool OnlyDifferences { get; init; }

    /// <summary>Where one is.</summary>
    public ListView List { get; init; } = ListView.Start;

    public override Contexts Context => Contexts.Comparison;

    public override string Title => $"smtp-inspector {Left} and {Right}";

    /// <summary>The rows shown, as a list.</summary>
    public ComparisonRows Rows(Look look) => new(
        OnlyDifferences ? [.. Comparison.Rows.Where(row => row.Kind != RowKind.Same)] : Comparison.Rows, look);
}
