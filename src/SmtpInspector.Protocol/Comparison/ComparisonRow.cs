namespace SmtpInspector.Protocol.Comparison;

/// <summary>How the two sides of a row stand to each other.</summary>
public enum RowKind
{
    /// <summary>Both say the same.</summary>
    Same,

    /// <summary>Both have it, and it differs.</summary>
    Changed,

    /// <summary>Only the left conversation has it.</summary>
    OnlyLeft,

    /// <summary>Only the right conversation has it.</summary>
    OnlyRight,
}

/// <summary>Exchanges set beside each other.</summary>
/// <param name="Kind">How they stand to each other.</param>
/// <param name="Left">The left one; null where only the right conversation has it.</param>
/// <param name="Right">The right one; null where only the left conversation has it.</param>
/// <param name="Differences">What differs, in words; empty where they say the same. Times and texts are none.</param>
public sealed record ComparisonRow(RowKind Kind, Exchange? Left, Exchange? Right, IReadOnlyList<Difference> Differences);
