namespace SmtpInspector.Terminal.Editing;

/// <summary>What could stand at a place in the line.</summary>
/// <param name="Start">Where the word begins that they would replace; it ends at the cursor.</param>
/// <param name="Candidates">The best first.</param>
public sealed record CompletionSet(int Start, IReadOnlyList<Completion> Candidates)
{
    /// <summary>Nothing to offer.</summary>
    public static CompletionSet None { get; } = new(0, []);

    /// <summary>The beginning that all candidates share, without regard to case, as the first one writes it.</summary>
    public string CommonPrefix
    {
        get
        {
            if (Candidates.Count == 0)
            {
                return "";
            }

            var prefix = Candidates[0].Text;
            foreach (var candidate in Candidates)
            {
                var length = 0;
                while (length < Math.Min(prefix.Length, candidate.Text.Length)
                    && char.ToUpperInvariant(prefix[length]) == char.ToUpperInvariant(candidate.Text[length]))
                {
                    length++;
                }

                prefix = prefix[..length];
            }

            return prefix;
        }
    }

    /// <summary>What the best candidate would add to a word typed so far; empty when it does not begin with that word.</summary>
    public string Remainder(string word) =>
        Candidates.Count > 0 && Candidates[0].Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? Candidates[0].Text[word.Length..] : "";
}
