using System.CommandLine;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Show;
using SmtpInspector.Terminal.Device;

namespace SmtpInspector.Cli;

/// <summary><c>show FILE</c>.</summary>
static class ShowVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A transcript, or what another program recorded; - is standard input." };
        var json = new Option<bool>("--json") { Description = "Print JSON Lines." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 when the judge finds an error." };
        var keepSecrets = new Option<bool>("--keep-secrets") { Description = "Do not leave credentials out of what is shown." };
        var markdown = new Option<bool>("--markdown") { Description = "Print Markdown, for a ticket." };
        var eml = new Option<bool>("--eml") { Description = "Print the message that was sent, exactly, as a mail program opens it." };
        var message = new Option<int>("--message") { Description = "Which message, where several were sent.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
        var against = new Option<string>("--against") { Description = "Compare it with another transcript, exchange by exchange.", HelpName = "FILE" };
        var command = new Command("show", "Print a transcript with its judgement.") { file, json, markdown, eml, message, against, strict, keepSecrets };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = Transcripts.ReadFile(parsed.GetRequiredValue(file), parsed.GetValue(keepSecrets));
            if (new[] { parsed.GetValue(json), parsed.GetValue(markdown), parsed.GetValue(eml), parsed.GetValue(against) is not null }.Count(asked => asked) > 1)
            {
                throw new UsageException("--json, --markdown, --eml and --against exclude each other.");
            }

            using var output = StandardStreams.OpenOutput();
            using var buffered = new BufferedStream(output, 64 * 1024);
            if (parsed.GetValue(eml))
            {
                buffered.Write(Message(document, parsed.GetValue(message), parsed.GetValue(keepSecrets)));
                buffered.Flush();
                return Task.FromResult(ExitStatus.AsExpected);
            }

            if (parsed.GetValue(against) is { } other)
            {
                var comparison = ComparisonShow.Compare(document, Transcripts.ReadFile(other));
                ComparisonShow.Print(
                    parsed.GetRequiredValue(file), other, comparison, new StreamOutput(buffered, ColourRule.ForStandardOutput(), flush: false));
                buffered.Flush();
                return Task.FromResult(ExitStatus.AsExpected);
            }

            var hasErrors = parsed.GetValue(json) ? TranscriptShow.PrintJson(document, buffered, parsed.GetValue(keepSecrets))
                : parsed.GetValue(markdown) ? TranscriptShow.PrintMarkdown(document, buffered, parsed.GetValue(keepSecrets))
                : TranscriptShow.Print(document, new StreamOutput(buffered, ColourRule.ForStandardOutput(), flush: false), parsed.GetValue(keepSecrets));
            buffered.Flush();
            return Task.FromResult(hasErrors && parsed.GetValue(strict) ? ExitStatus.Unexpected : ExitStatus.AsExpected);
        }));
        return command;
    }

    static byte[] Message(TranscriptDocument document, int number, bool keepSecrets)
    {
        var messages = MessageExport.All(ExportItem.Of(Replay.Of(document)), keepSecrets).ToList();
        return messages.Count == 0 ? throw new UsageException("No message was sent whole in it: there is nothing to make a file of.")
            : number >= 1 && number <= messages.Count ? messages[number - 1]
            : throw new UsageException(FormattableString.Invariant(
                $"--message {number}: {(messages.Count == 1 ? "there is one message" : $"there are {messages.Count} messages")} in it, counted from 1."));
    }
}
