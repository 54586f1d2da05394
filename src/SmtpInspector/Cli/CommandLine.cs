using System.CommandLine;
using System.CommandLine.Help;
using SmtpInspector.Config;
using SmtpInspector.LineMode;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>The program's verbs.</summary>
static class CommandLine
{
    // What begins with @ is an argument like any other, never the name of a file with more arguments.
    static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Understands the arguments and runs the verb.</summary>
    public static Task<int> InvokeAsync(string[] args)
    {
        if (args is ["connect" or "run", _, ..])
        {
            Rehearsal.Begin();
        }

        return Guarded.LastAsync(() => InvokePlain(args) ?? InvokeParsedAsync(args));
    }

    static Task<int>? InvokePlain(string[] args) => args switch
    {
        ["connect", ..] when PlainArguments.Read(args.AsSpan(1), ConnectVerb.Options, fewest: 1, most: 1) is { } plain =>
            Guarded.RunAsync(() => ConnectVerb.RunAsync(plain, plain.Arguments[0], CancellationToken.None)),
        ["run", ..] when PlainArguments.Read(args.AsSpan(1), ConnectionArguments.All, fewest: 1, most: 2) is { Arguments: var rest } plain =>
            Guarded.RunAsync(() => RunVerb.RunAsync(plain, rest[0], rest.Count > 1 ? rest[1] : null, CancellationToken.None)),
        _ => null,
    };

    static async Task<int> InvokeParsedAsync(string[] args)
    {
        var parsed = Parse(args);

        // Signals end the process as ever: who has something to restore or to finish then sees to it.
        return UsageErrors.Of(parsed) is { } problem
            ? Guarded.Say(problem, ExitStatus.Usage)
            : await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
    }

    /// <summary>Understands the arguments, and runs nothing. <c>help VERB</c> is another way to write <c>VERB --help</c>.</summary>
    public static ParseResult Parse(string[] args) =>
        Create().Parse(args is ["help", .. var verb] ? [.. verb, "--help"] : args, Parsing);

    /// <summary>Every verb with its arguments and options.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Speak SMTP to a server, line by line, and see what it says, judged.")
        {
            ConnectVerb.Create(),
            RunVerb.Create(),
            ShowVerb.Create(),
            OpenVerb.Create(),
            ImportVerb.Create(),
            ExplainVerb.Create(),
            ServeVerb.Create(),
            LearnVerb.Create(),
            CredentialsVerb.Create(),
            ProfilesVerb.Create(),
            TrustVerb.Create(),
            CompletionVerb.Create(),
        };
        LookOptions.AddTo(root);
        root.SetAction((parsed, cancellationToken) => Guarded.RunAsync(() => StartAsync(root, LookOptions.Read(new ParsedArguments(parsed)), cancellationToken)));
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction standard } help)
            {
                help.Description = "Show how it is used, with examples.";
                help.Aliases.Clear();
                help.Aliases.Add("-h");
                help.Action = new ExamplesHelp(standard);
            }
        }

        return root;
    }

    // Without a verb: the home screen for a person, the help for a pipe.
    static async Task<ExitStatus> StartAsync(RootCommand root, Func<Settings, Settings> look, CancellationToken cancellationToken)
    {
        if (!LineTerminal.IsAvailable)
        {
            return (ExitStatus)await root.Parse(["--help"], Parsing).InvokeAsync(cancellationToken: cancellationToken);
        }

        return ScreenStart.Home(look);
    }
}
