namespace SmtpInspector.Terminal.Editing;

/// <summary>Going through the history with Up and Down: what had been typed filters it, by its beginning, and comes back at the end.</summary>
/// <param name="Typed">The line as it was.</param>
/// <param name="Index">Which entry is shown.</param>
sealed record HistoryBrowse(TextField Typed, int Index);
