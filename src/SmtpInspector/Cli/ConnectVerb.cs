using System.CommandLine;
using SmtpInspector.Config;
using SmtpInspector.LineMode;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary><c>connect TARGET</c>.</summary>
static class ConnectVerb
{
    public static Command Create()
    {
        var target = new Argument<string>("TARGET") { Description = TargetHelp.Text, HelpName = "TARGET" };
        target.CompletionSources.Add(TargetHelp.Complete);
        var options = new ConnectionArguments();
        var line = new Option<bool>("--line") { Description = "Use line mode: lines in, conversation out." };
        var script = new Option<bool>("--script") { Description = "Standard input is a transcript: its client side is sent, its replies are compared." };
        var command = new Command("connect", "Open a conversation with a server: type a line, see what it says.") { target, line, script };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() =>
        {
            var written = parsed.GetRequiredValue(target);
            var profile = ConfigFile.Find(written);
            var server = profile?.Target ?? written;
            return parsed.GetValue(script)
                ? new ConversationRun(options.ReadForScript(parsed, profile)).ScriptAsync(Transcripts.ReadStandardInput(), server, cancellationToken)
                : ConnectAsync(options.Read(parsed, profile) with { Typed = written }, server, parsed.GetValue(line), cancellationToken);
        }));
        return command;
    }

    static Task<ExitStatus> ConnectAsync(ConversationArguments arguments, string server, bool inLines, CancellationToken cancellationToken) =>
        inLines || arguments.Json || !LineTerminal.IsAvailable
            ? new ConversationRun(arguments).ConnectAsync(server, cancellationToken)
            : Task.FromResult(ScreenStart.Connect(server, UserPrompt.Complete(arguments, server)));
}
