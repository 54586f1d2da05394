namespace SmtpInspector.Cli;

/// <summary>Where colours are used: on a terminal, and never with NO_COLOR set.</summary>
static class ColourRule
{
    public static bool ForStandardOutput() =>
        !Console.IsOutputRedirected
        && Environment.GetEnvironmentVariable("NO_COLOR") is null or ""
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";
}
