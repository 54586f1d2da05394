using System.CommandLine;

namespace SmtpInspector.Cli;

/// <summary>What the parser found.</summary>
sealed class ParsedArguments(ParseResult parsed) : IGiven
{
    public bool Has(CliOption flag) => parsed.GetValue<bool>(flag.Name);

    public string? Text(CliOption option) => parsed.GetValue<string>(option.Name);

    public string[]? Texts(CliOption option) => parsed.GetValue<string[]>(option.Name);
}
