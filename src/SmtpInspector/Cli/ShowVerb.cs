using System.CommandLine;
using SmtpInspector.LineMode;
using SmtpInspector.Session;
using SmtpInspector.Show;

namespace SmtpInspector.Cli;

/// <summary><c>show FILE</c>.</summary>
static class ShowVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A transcript; - is standard input." };
        var json = new Option<bool>("--json") { Description = "Print JSON Lines." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 when the judge finds an error." };
        var keepSecrets = new Option<bool>("--keep-secrets") { Description = "Do not leave credentials out of what is shown." };
        var command = new Command("show", "Print a transcript with its judgement.") { file, json, strict, keepSecrets };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = Transcripts.ReadFile(parsed.GetRequiredValue(file));
            using var output = Console.OpenStandardOutput();
            using var buffered = new BufferedStream(output, 64 * 1024);
            var hasErrors = parsed.GetValue(json)
                ? TranscriptShow.PrintJson(document, buffered, parsed.GetValue(keepSecrets))
                : TranscriptShow.Print(document, new StreamOutput(buffered, ColourRule.ForStandardOutput(), flush: false), parsed.GetValue(keepSecrets));
            buffered.Flush();
            return Task.FromResult(hasErrors && parsed.GetValue(strict) ? ExitStatus.Unexpected : ExitStatus.AsExpected);
        }));
        return command;
    }
}
