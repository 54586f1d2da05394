using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Cli;

/// <summary>Where colours are used: on a terminal, and never with NO_COLOR set.</summary>
static class ColourRule
{
    /// <summary>The depth; null where there is to be plain text and nothing else.</summary>
    public static ColorDepth? ForStandardOutput() => Console.IsOutputRedirected
        ? null
        : ColorSupport.Detect(Environment.GetEnvironmentVariable) is var depth and not ColorDepth.None ? depth : null;
}
