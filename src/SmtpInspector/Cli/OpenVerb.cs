using System.CommandLine;
using SmtpInspector.LineMode;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary><c>open FILE</c>.</summary>
static class OpenVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A transcript, or what another program recorded." };
        var keepSecrets = new Option<bool>("--keep-secrets") { Description = "Do not leave credentials out of what is shown." };
        var command = new Command("open", "Open the full-screen inspector on a transcript: read it, step through it, play it back.") { file, keepSecrets };
        LookOptions.AddTo(command);
        command.SetAction((parsed, _) => Guarded.RunAsync(() =>
        {
            var path = parsed.GetRequiredValue(file);
            var document = Transcripts.ReadFile(path, parsed.GetValue(keepSecrets));
            return LineTerminal.IsAvailable
                ? Task.FromResult(ScreenStart.Open(path, document, parsed.GetValue(keepSecrets), LookOptions.Read(new ParsedArguments(parsed))))
                : throw new UsageException($"open needs a terminal to draw on; smtp-inspector show {path} prints the same.");
        }));
        return command;
    }
}
