namespace SmtpInspector.Protocol.Typing;

/// <summary>What could stand at the end of a line that is being typed.</summary>
/// <param name="Start">The index in the typed text from which a candidate replaces it, to its end.</param>
/// <param name="Candidates">The likeliest first.</param>
public sealed record Suggestions(int Start, IReadOnlyList<Suggestion> Candidates)
{
    /// <summary>Nothing to suggest.</summary>
    public static Suggestions None { get; } = new(0, []);

    /// <summary>Those of some candidates that begin with what is typed from an index on, in any case.</summary>
    internal static Suggestions Matching(string typed, int start, IEnumerable<Suggestion> candidates)
    {
        var word = typed[start..];
        var matching = new List<Suggestion>();
        foreach (var candidate in candidates)
        {
            // What is typed in full needs no completing.
            if (candidate.Text.Length > word.Length && candidate.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                matching.Add(candidate);
            }
        }

        return matching.Count == 0 ? None : new Suggestions(start, matching);
    }
}
