using System.CommandLine;
using SmtpInspector.Config;
using SmtpInspector.LineMode;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary><c>connect TARGET</c>.</summary>
static class ConnectVerb
{
    static readonly CliOption Line = CliOption.Flag("--line", "Use line mode: lines in, conversation out.");
    static readonly CliOption Script = CliOption.Flag("--script", "Standard input is a transcript: its client side is sent, its replies are compared.");

    /// <summary>Its options, in the order of the help.</summary>
    public static CliOption[] Options { get; } = [Line, Script, .. ConnectionArguments.All, .. LookOptions.All];

    public static Command Create()
    {
        var target = new Argument<string>("TARGET") { Description = TargetHelp.Text, HelpName = "TARGET" };
        target.CompletionSources.Add(TargetHelp.Complete);
        var command = new Command("connect", "Open a conversation with a server: type a line, see what it says.") { target };
        Array.ForEach(Options, option => command.Options.Add(option.ToSymbol()));
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(
            () => RunAsync(new ParsedArguments(parsed), parsed.GetRequiredValue(target), cancellationToken)));
        return command;
    }

    /// <summary>Runs it.</summary>
    public static Task<ExitStatus> RunAsync(IGiven given, string target, CancellationToken cancellationToken)
    {
        var profile = ConfigFile.Find(target);
        var server = profile?.Target ?? target;
        return given.Has(Script)
            ? new ConversationRun(ConnectionArguments.ReadForScript(given, profile)).ScriptAsync(Transcripts.ReadStandardInput(), server, cancellationToken)
            : ConnectAsync(ConnectionArguments.Read(given, profile) with { Typed = target }, server, given, cancellationToken);
    }

    static Task<ExitStatus> ConnectAsync(ConversationArguments arguments, string server, IGiven given, CancellationToken cancellationToken) =>
        given.Has(Line) || arguments.Json || !LineTerminal.IsAvailable
            ? new ConversationRun(arguments).ConnectAsync(server, cancellationToken)
            : Task.FromResult(ScreenStart.Connect(server, UserPrompt.Complete(arguments, server), LookOptions.Read(given)));
}
