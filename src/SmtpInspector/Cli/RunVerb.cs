using System.CommandLine;
using SmtpInspector.Config;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary><c>run FILE [TARGET]</c>.</summary>
static class RunVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A transcript, or what another program recorded: its client side is sent." };
        var target = new Argument<string?>("TARGET")
        {
            Description = TargetHelp.Text + "; the peer named in the file when left out",
            HelpName = "TARGET",
            Arity = ArgumentArity.ZeroOrOne,
        };
        target.CompletionSources.Add(TargetHelp.Complete);
        var command = new Command("run", "Speak a transcript's client side again and compare every reply with the one written there.") { file, target };
        Array.ForEach(ConnectionArguments.All, option => command.Options.Add(option.ToSymbol()));
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(
            () => RunAsync(new ParsedArguments(parsed), parsed.GetRequiredValue(file), parsed.GetValue(target), cancellationToken)));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static Task<ExitStatus> RunAsync(IGiven given, string file, string? target, CancellationToken cancellationToken)
    {
        var profile = ConfigFile.Find(target);
        return new ConversationRun(ConnectionArguments.ReadForScript(given, profile)).ScriptAsync(
            Transcripts.ReadFile(file), profile?.Target ?? target, cancellationToken);
    }
}
