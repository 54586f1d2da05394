using System.Text.RegularExpressions;
using SmtpInspector.Cli;
using SmtpInspector.Session;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Cli;

public partial class HelpTests
{
    public static TheoryData<string> EveryVerb => [.. Invoked.Verbs().Prepend("")];

    public static TheoryData<string> EveryExample => [.. Examples.All.Select(example => example.Line)];

    [Theory, MemberData(nameof(EveryVerb))]
    public void Every_help_ends_with_examples(string verb)
    {
        var help = Invoked.Output([.. Words(verb), "--help"]);
        Assert.Matches(@"\nExamples:\n  .*smtp-inspector", help);
    }

    [Theory, MemberData(nameof(EveryVerb))]
    public void No_line_is_wider_than_100_columns_or_ends_in_a_space(string verb)
    {
        var lines = Invoked.Output([.. Words(verb), "--help"]).Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    [Theory, MemberData(nameof(EveryVerb))]
    public void Help_may_be_asked_for_in_front_too(string verb) =>
        Assert.Equal(Invoked.Output([.. Words(verb), "--help"]), Invoked.Output(["help", .. Words(verb)]));

    [Theory, MemberData(nameof(EveryExample))]
    public void Every_example_is_understood(string line)
    {
        var typed = Typed().Match(line).Groups["arguments"].Value;
        Assert.Null(Invoked.Problem(Words(typed)));
    }

    [Fact]
    public void Every_exit_status_is_in_the_help_of_the_program()
    {
        var help = Invoked.Output("--help");
        Assert.Equal(Enum.GetValues<ExitStatus>(), ExitStatuses.All.Select(known => known.Status));
        Assert.All(ExitStatuses.All, known => Assert.Contains($"{(int)known.Status,3}  {known.Meaning}\n", help, StringComparison.Ordinal));
    }

    [Fact]
    public void A_target_is_named_and_not_listed_in_the_usage() =>
        Assert.Contains("smtp-inspector connect <TARGET> [options]", Invoked.Output("connect", "-h"), StringComparison.Ordinal);

    [Fact]
    public async Task Without_arguments_in_a_pipe_it_prints_its_help()
    {
        var ended = (await ProgramUnderTest.RunAsync("")).Expect(0);
        Assert.Equal(Invoked.Output("--help"), ended.Output);
        Assert.Empty(ended.Error);
    }

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Up to a redirection or the next command of a pipe; all examples are simple enough for words to be cut at spaces.
    [GeneratedRegex(@"(^|\| )smtp-inspector(?<arguments>[^<>|]*)")]
    private static partial Regex Typed();
}
