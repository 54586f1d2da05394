using System.CommandLine;
using SmtpInspector.Cli;

namespace SmtpInspector.Tests.Cli;

/// <summary>Command lines, understood within the test's own process.</summary>
static class Invoked
{
    /// <summary>What a command line prints that needs neither a server nor a file.</summary>
    public static string Output(params string[] arguments)
    {
        using var output = new StringWriter();
        Assert.Equal(0, CommandLine.Parse(arguments).Invoke(new InvocationConfiguration { Output = output }));
        // The usage begins with the name of the running program, which is the tests' here.
        return output.ToString().ReplaceLineEndings("\n").Replace(RootCommand.ExecutableName, "smtp-inspector", StringComparison.Ordinal);
    }

    /// <summary>What is said to be wrong with a command line; null where nothing is.</summary>
    public static string? Problem(params string[] arguments) => UsageErrors.Of(CommandLine.Parse(arguments));

    /// <summary>The names of every command line part that has help of its own: a verb, or a verb's part behind it.</summary>
    public static IEnumerable<string> Verbs() => VerbsBelow(CommandLine.Create(), "");

    static IEnumerable<string> VerbsBelow(Command command, string path) => command.Subcommands
        .SelectMany(part => VerbsBelow(part, $"{path} {part.Name}".Trim()).Prepend($"{path} {part.Name}".Trim()));
}
