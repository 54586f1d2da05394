using System.CommandLine;
using SmtpInspector.Protocol.Importing;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;

namespace SmtpInspector.Cli;

/// <summary><c>import FILE</c>.</summary>
static class ImportVerb
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "What another program recorded; - is standard input.",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var output = new Option<string?>("--output", "-o") { Description = "Write the transcript to this file.", HelpName = "OUT" };
        var format = new Option<string?>("--format") { Description = "How the file was written, where it is not recognised.", HelpName = "NAME" };
        format.CompletionSources.Add(static _ => ImportFormats.All.Select(static known => new System.CommandLine.Completions.CompletionItem(known.Name)));
        var number = new Option<int>("--number") { Description = "Which conversation of the file, from 1.", HelpName = "N", DefaultValueFactory = static _ => 1 };
        var list = new Option<bool>("--list") { Description = "List the formats that are known." };
        var keepSecrets = new Option<bool>("--keep-secrets") { Description = "Do not leave credentials out." };
        var command = new Command("import", "Print as a transcript what another program recorded.") { file, output, format, number, list, keepSecrets };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (parsed.GetValue(list))
            {
                List();
                return Task.FromResult(ExitStatus.AsExpected);
            }

            var imported = Transcripts.Import(
                parsed.GetValue(file) ?? throw new UsageException("import needs a FILE; import --list prints what it can read."),
                new ImportOptions(FormatOf(parsed.GetValue(format)), NumberOf(parsed.GetValue(number)), parsed.GetValue(keepSecrets)));
            Write(
                imported.Format is null && !parsed.GetValue(keepSecrets) ? WithoutSecrets.Of(imported.Document) : imported.Document.File,
                parsed.GetValue(output), parsed.GetValue(keepSecrets));
            if (imported.Count > 1)
            {
                _ = Guarded.Say(
                    FormattableString.Invariant($"The file holds {imported.Count} conversations; this is number {imported.Number}. --number N takes another."),
                    ExitStatus.AsExpected);
            }

            return Task.FromResult(ExitStatus.AsExpected);
        }));
        return command;
    }

    static void List()
    {
        var width = ImportFormats.All.Max(static format => format.Name.Length);
        foreach (var format in ImportFormats.All)
        {
            Console.Out.WriteLine($"{format.Name.PadRight(width)}  {format.Recording}");
        }
    }

    static ImportFormat? FormatOf(string? name) => name is null ? null
        : ImportFormats.Find(name) ?? throw new UsageException(
            $"--format {name}: no such format. Known are {string.Join(", ", ImportFormats.All.Select(static known => known.Name))}.");

    static int NumberOf(int number) => number >= 1 ? number : throw new UsageException("--number counts from 1.");

    static void Write(ReadOnlyMemory<byte> transcript, string? path, bool keepSecrets)
    {
        if (path is null or "-")
        {
            using var output = StandardStreams.OpenOutput();
            output.Write(transcript.Span);
            return;
        }

        try
        {
            Recorder.KeepOld(path, static message => Guarded.Say(message, ExitStatus.AsExpected));
            using var file = Recorder.OpenOwn(path, keepSecrets);
            file.Write(transcript.Span);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"-o {path}: {error.Message}");
        }
    }
}
