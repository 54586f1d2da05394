using System.Text.RegularExpressions;
using SmtpInspector.Cli;
using SmtpInspector.Config;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Cli;

/// <summary>The README promises; here it is kept to its word.</summary>
public partial class ReadmeTests
{
    static readonly string Text = File.ReadAllText(Path.Combine(Repository.Folder, "README.md"));

    public static TheoryData<string> EveryCommand => [.. Typed().Matches(Text).Select(match => match.Groups["arguments"].Value)];

    [Fact]
    public async Task The_conversation_is_what_the_program_prints()
    {
        var block = Block("console");
        var typed = block.TakeWhile(line => line[0] is '$' or '>').ToArray();
        using var home = new TestHome();
        var script = home.Write("conversation", $"PATH=$1:$PATH\n{string.Join('\n', typed.Select(line => line.Length > 2 ? line[2..] : ""))}\n");
        var ended = await ChildProcess.RunAsync(
            PeerTool.Require("bash"), [script, Path.GetDirectoryName(ProgramUnderTest.Executable)!], environment: home.Environment);
        Assert.Equal(block.Skip(typed.Length).Select(Masked), ended.Expect(1).Output.TrimEnd('\n').Split('\n').Select(Masked));
    }

    [Theory, MemberData(nameof(EveryCommand))]
    public void Every_command_is_understood(string arguments) =>
        Assert.Null(Invoked.Problem(Quoted().Replace(arguments, "word").Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void The_profiles_can_be_read_and_every_setting_is_named()
    {
        var profiles = new ProfileReader(Path.Combine(Path.GetTempPath(), "config")).Read(string.Join('\n', Block("ini"))).Profiles;
        Assert.Equal(["work", "lab"], profiles.Select(profile => profile.Name));
        Assert.All(Profile.Keys, key => Assert.Contains($"`{key}`", Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_exit_status_has_its_row() =>
        Assert.All(ExitStatuses.All, known => Assert.Contains($"\n| {(int)known.Status} | ", Text, StringComparison.Ordinal));

    [Fact]
    public void Every_link_leads_somewhere() =>
        Assert.All(Links().Matches(Text), link => Assert.True(Path.Exists(Path.Combine(Repository.Folder, link.Groups["path"].Value)), link.Value));

    static string[] Block(string language) =>
        Regex.Match(Text, $"```{language}\n(?<text>.*?)\n```", RegexOptions.Singleline).Groups["text"].Value.Split('\n');

    // What is new at every start: the account, the port, the identifiers, the week the certificate is valid.
    static string Masked(string line) => New().Replace(line, "...").TrimEnd();

    [GeneratedRegex(@"AKIA[A-Z0-9]{16}|(?<=password )\S{44}|(?<=port )\d+|(?<=SimpleEmailService-d-)\S+ \S+|(?<=valid until )\S+")]
    private static partial Regex New();

    [GeneratedRegex(@"^smtp-inspector(?<arguments>[^<>#|\n]*)", RegexOptions.Multiline)]
    private static partial Regex Typed();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\((?<path>[^):]+)\)")]
    private static partial Regex Links();
}
