using System.CommandLine;
using SmtpInspector.Config;

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
        var options = new ConnectionArguments();
        var command = new Command("run", "Speak a transcript's client side again and compare every reply with the one written there.") { file, target };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() =>
        {
            var written = parsed.GetValue(target);
            var profile = ConfigFile.Find(written);
            return new ConversationRun(options.ReadForScript(parsed, profile)).ScriptAsync(
                Transcripts.ReadFile(parsed.GetRequiredValue(file)), profile?.Target ?? written, cancellationToken);
        }));
        return command;
    }
}
