using System.CommandLine;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary><c>completion SHELL</c>.</summary>
static class CompletionVerb
{
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = string.Join(", ", CompletionScripts.Shells), HelpName = "SHELL" };
        shell.CompletionSources.Add([.. CompletionScripts.Shells]);
        var command = new Command("completion", "Print a script that lets a shell complete verbs, options and targets.") { shell };
        command.SetAction((parsed, _) => Guarded.RunAsync(() => Task.FromResult(Run(parsed.GetRequiredValue(shell)))));
        return command;
    }

    static ExitStatus Run(string shell)
    {
        var script = CompletionScripts.For(shell)
            ?? throw new UsageException($"There is no completion for \"{shell}\"; there is for {string.Join(", ", CompletionScripts.Shells)}.");
        Console.Out.Write(script);
        return ExitStatus.AsExpected;
    }
}
