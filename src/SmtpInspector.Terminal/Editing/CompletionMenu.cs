namespace SmtpInspector.Terminal.Editing;

/// <summary>The list of candidates while it is open. The selected one already stands in the line, so that Enter sends what one sees.</summary>
/// <param name="Set">What there is to choose from.</param>
/// <param name="Selected">The index of the candidate that stands in the line; -1 when none does.</param>
/// <param name="Before">The line as it was before one was chosen.</param>
public sealed record CompletionMenu(CompletionSet Set, int Selected, TextField Before)
{
    /// <summary>The first candidate in sight, once the wheel was turned; null to have the selected one in sight.</summary>
    public int? Top { get; init; }
}
