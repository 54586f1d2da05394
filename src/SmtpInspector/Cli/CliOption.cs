using System.CommandLine;

namespace SmtpInspector.Cli;

/// <summary>
/// An option, declared once: the parser, the help and the completion have it as a symbol, <see cref="PlainArguments"/> by
/// its name. Declaring it does not load the parser.
/// </summary>
/// <param name="Name">The name with its dashes.</param>
/// <param name="Kind">What stands behind it.</param>
/// <param name="HelpName">What the help calls its value; null for a flag.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Values">The words its value may be completed to.</param>
sealed record CliOption(string Name, OptionKind Kind, string? HelpName, string Description, Func<IEnumerable<string>>? Values)
{
    /// <summary>An option that is given or not.</summary>
    public static CliOption Flag(string name, string description) => new(name, OptionKind.Flag, null, description, null);

    /// <summary>An option with a value.</summary>
    public static CliOption Text(string name, string helpName, string description, Func<IEnumerable<string>>? values = null) =>
        new(name, OptionKind.Text, helpName, description, values);

    /// <summary>An option with a value, as often as one likes.</summary>
    public static CliOption Texts(string name, string helpName, string description, Func<IEnumerable<string>>? values = null) =>
        new(name, OptionKind.Texts, helpName, description, values);

    /// <summary>It as the parser has it: a new one for each command.</summary>
    public Option ToSymbol()
    {
        Option symbol = Kind switch
        {
            OptionKind.Flag => new Option<bool>(Name),
            OptionKind.Text => new Option<string>(Name),
            OptionKind.Texts => new Option<string[]>(Name),
        };
        symbol.Description = Description;
        symbol.HelpName = HelpName;
        if (Values is { } values)
        {
            symbol.CompletionSources.Add(_ => values());
        }

        return symbol;
    }
}

/// <summary>What stands behind an option's name.</summary>
enum OptionKind
{
    /// <summary>Nothing.</summary>
    Flag,

    /// <summary>A value.</summary>
    Text,

    /// <summary>A value, and the option may come again.</summary>
    Texts,
}
