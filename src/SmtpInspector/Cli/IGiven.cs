namespace SmtpInspector.Cli;

/// <summary>The options as they were given on the command line.</summary>
interface IGiven
{
    /// <summary>Whether a flag is given.</summary>
    bool Has(CliOption flag);

    /// <summary>The value of an option; null where it is not given.</summary>
    string? Text(CliOption option);

    /// <summary>The values of an option that may be given several times; null where it is not given.</summary>
    string[]? Texts(CliOption option);
}
