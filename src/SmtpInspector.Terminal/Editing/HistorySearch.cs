namespace SmtpInspector.Terminal.Editing;

/// <summary>A search through the history (Ctrl-R), while it goes on.</summary>
/// <param name="Query">What is searched for, anywhere in a line, without regard to case.</param>
/// <param name="Index">The entry found last; the number of entries before anything was.</param>
/// <param name="Failed">True when no entry, or no further one, holds the query.</param>
/// <param name="Before">The line as it was before the search.</param>
public sealed record HistorySearch(string Query, int Index, bool Failed, TextField Before)
{
    internal static bool Holds(string line, string query) => line.Contains(query, StringComparison.OrdinalIgnoreCase);
}
