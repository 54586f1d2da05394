using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>The help of a verb, and then examples of its use: what can be typed in teaches more than what can be looked up.</summary>
sealed class ExamplesHelp(HelpAction standard) : SynchronousCommandLineAction
{
    const int WidestText = 100;
    const int NarrowestText = 40;

    /// <summary>Help may be asked for in the middle of a command line that is not complete.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(StandardHelp(parseResult));
        output.WriteLine();
        var command = parseResult.CommandResult.Command;
        output.WriteLine("Examples:");
        foreach (var example in Examples.Of(command))
        {
            output.WriteLine($"  {example.Line}");
            output.WriteLine($"      {example.Meaning}");
        }

        if (command is RootCommand)
        {
            output.WriteLine();
            output.WriteLine("Exit status:");
            foreach (var (status, meaning) in ExitStatuses.All)
            {
                output.WriteLine($"  {(int)status,3}  {meaning}");
            }

            output.WriteLine();
            output.WriteLine("smtp-inspector VERB --help tells more about each verb.");
        }

        return (int)ExitStatus.AsExpected;
    }

    // The builder ends a wrapped line with a space, and its text with as many empty lines as it has sections to come.
    string StandardHelp(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var text = new StringWriter();
        configuration.Output = text;
        try
        {
            standard.MaxWidth = Width();
            standard.Invoke(parseResult);
        }
        finally
        {
            configuration.Output = output;
        }

        return string.Join(Environment.NewLine, text.ToString().TrimEnd().Split(Environment.NewLine).Select(line => line.TrimEnd()));
    }

    static int Width() => Console.IsOutputRedirected ? WidestText : Math.Clamp(Console.WindowWidth, NarrowestText, WidestText);
}
