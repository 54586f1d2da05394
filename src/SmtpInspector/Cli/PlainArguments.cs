namespace SmtpInspector.Cli;

/// <summary>
/// A command line that means one thing only: options by their whole names, values apart from them, each once. Loading the
/// parser takes longer than connecting does; most conversations are begun like this and do without. Whatever is not
/// plain is the parser's: help, completion, mistakes, and every other way to write an option.
/// </summary>
sealed class PlainArguments : IGiven
{
    readonly List<string> _arguments = [];
    readonly Dictionary<string, string?> _options = [];

    /// <summary>No option at all.</summary>
    public static PlainArguments Nothing { get; } = new();

    /// <summary>The arguments that are no options.</summary>
    public IReadOnlyList<string> Arguments => _arguments;

    /// <summary>Reads what stands behind a verb; null where it is not plain.</summary>
    /// <param name="words">The words behind the verb.</param>
    /// <param name="known">The verb's options.</param>
    /// <param name="fewest">How many arguments the verb needs.</param>
    /// <param name="most">How many it takes.</param>
    public static PlainArguments? Read(ReadOnlySpan<string> words, ReadOnlySpan<CliOption> known, int fewest, int most)
    {
        var plain = new PlainArguments();
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            if (word is not ['-', ..])
            {
                // The parser takes these words for the value of a flag before them.
                if (word.Length == 0 || bool.TryParse(word, out _))
                {
                    return null;
                }

                plain._arguments.Add(word);
                continue;
            }

            if (Find(known, word) is not { } option || plain.Has(option))
            {
                return null;
            }

            if (option.Kind == OptionKind.Flag)
            {
                plain._options.Add(word, null);
            }
            else if (option.Kind == OptionKind.Text && at + 1 < words.Length && words[at + 1] is [not '-', ..])
            {
                plain._options.Add(word, words[++at]);
            }
            else
            {
                return null;
            }
        }

        return plain._arguments.Count >= fewest && plain._arguments.Count <= most ? plain : null;
    }

    public bool Has(CliOption flag) => _options.ContainsKey(flag.Name);

    public string? Text(CliOption option) => _options.TryGetValue(option.Name, out var text) ? text : null;

    public string[]? Texts(CliOption option) => null;

    static CliOption? Find(ReadOnlySpan<CliOption> known, string name)
    {
        foreach (var option in known)
        {
            if (option.Name == name)
            {
                return option;
            }
        }

        return null;
    }
}
