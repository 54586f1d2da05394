using System.CommandLine;
using System.Globalization;
using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Session;
using SmtpInspector.Show;

namespace SmtpInspector.Cli;

/// <summary><c>explain WORD...</c> and <c>explain --in FILE [LINE...]</c>.</summary>
static class ExplainVerb
{
    const int WidestText = 100;

    public static Command Create()
    {
        var words = new Argument<string[]>("WORD")
        {
            Description = "A reply code (550), an enhanced status code (5.7.1), a class (4xx), a command, an extension, a parameter, a mechanism, a rule or a term. With --in: numbers of lines.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var file = new Option<string>("--in") { Description = "A transcript: its lines of these numbers are explained where they stand; all of it when none is given.", HelpName = "FILE" };
        var command = new Command("explain", "Say what something in SMTP means, with its section, and what to do.") { words, file };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var given = parsed.GetValue(words) ?? [];
            return Task.FromResult(parsed.GetValue(file) is { } path ? ExplainIn(path, given)
                : given.Length > 0 ? Run(given)
                : throw new UsageException("explain needs a word, such as 550, 5.7.1, STARTTLS or greylisting; or --in FILE and the number of a line. See smtp-inspector explain --help."));
        }));
        return command;
    }

    static ExitStatus Run(string[] words)
    {
        // Several words may be one: "mail from", "auth plain".
        if (words.Any(word => Explainer.Explain(word) is null) && Explainer.Explain(string.Join(' ', words)) is { } phrase)
        {
            Print(phrase);
            return ExitStatus.AsExpected;
        }

        var status = ExitStatus.AsExpected;
        for (var i = 0; i < words.Length; i++)
        {
            if (Explainer.Explain(words[i]) is { } explanation)
            {
                Console.Out.Write(i > 0 ? "\n" : "");
                Print(explanation);
            }
            else
            {
                status = ExitStatus.Usage;
                var nearest = Explainer.Nearest(words[i]);
                Guarded.Say($"Nothing is known here of \"{words[i]}\".{(nearest.Count > 0 ? $" The nearest known: {string.Join(", ", nearest)}." : "")}", status);
            }
        }

        return status;
    }

    static ExitStatus ExplainIn(string path, string[] numbers)
    {
        int[] lines = [.. numbers.Select(Number)];
        var places = TranscriptPlaces.Of(Transcripts.ReadFile(path));
        var isFirst = true;
        foreach (var (place, line) in lines is [] ? places.Select(place => (place, 0)) : lines.Select(line => (At(places, line, path), line)).ToArray())
        {
            if (!isFirst)
            {
                Console.Out.Write("\n\n");
            }

            isFirst = false;
            foreach (var text in PlacePrinter.Lines(place, line, Width()))
            {
                Console.Out.WriteLine(text);
            }
        }

        return ExitStatus.AsExpected;
    }

    static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new UsageException($"{text} is not the number of a line; lines are counted from 1. Words to explain stand without --in.");

    static TranscriptPlace At(IReadOnlyList<TranscriptPlace> places, int line, string path)
    {
        if (places.FirstOrDefault(place => place.Lines.Contains(line)) is { } found)
        {
            return found;
        }

        var next = places.SelectMany(place => place.Lines).Where(number => number > line).Order().FirstOrDefault();
        throw new UsageException($"Line {line} of {path} is no line of the conversation.{(next > 0 ? $" The next one is {next}." : "")}");
    }

    static void Print(Explanation explanation) => Console.Out.WriteLine(ExplanationText.Render(explanation, Width()).TrimEnd('\n'));

    static int Width() => Console.IsOutputRedirected ? 80 : Math.Clamp(Console.WindowWidth, 40, WidestText);
}
