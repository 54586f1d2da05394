using System.CommandLine;
using SmtpInspector.Protocol.Knowledge;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary><c>explain WORD...</c>.</summary>
static class ExplainVerb
{
    const int WidestText = 100;

    public static Command Create()
    {
        var words = new Argument<string[]>("WORD")
        {
            Description = "A reply code (550), an enhanced status code (5.7.1), a class (4xx), a command, an extension, a parameter, a mechanism, a rule or a term.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("explain", "Say what something in SMTP means, with its section, and what to do.") { words };
        command.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Run(parsed.GetRequiredValue(words)));
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
                Guarded.Say(
                    nearest.Count > 0 ? $"Nothing is known here of \"{words[i]}\". Near to it: {string.Join(", ", nearest)}." : $"Nothing is known here of \"{words[i]}\".",
                    status);
            }
        }

        return status;
    }

    static void Print(Explanation explanation) => Console.Out.WriteLine(ExplanationText.Render(explanation, Width()).TrimEnd('\n'));

    static int Width() => Console.IsOutputRedirected ? 80 : Math.Clamp(Console.WindowWidth, 40, WidestText);
}
