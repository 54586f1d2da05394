using SmtpInspector.Cli;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Cli;

public class CompletionTests
{
    [Theory]
    [InlineData("smtp-inspector con", "connect")]
    [InlineData("smtp-inspector connect pra", "practice practice:exchange practice:gmail practice:legacy practice:postfix practice:ses practice:strict")]
    [InlineData("smtp-inspector connect practice:po", "postfix")]
    [InlineData("smtp-inspector connect practice:postfix+grey", "postfix+greylisting")]
    [InlineData("smtp-inspector serve --fault wrong-n", "wrong-name-certificate")]
    [InlineData("smtp-inspector connect ses:us-w", "us-west-2")]
    [InlineData("smtp-inspector connect x --tls st", "starttls")]
    [InlineData("smtp-inspector connect --password-s", "--password-stdin")]
    [InlineData("smtp-inspector completion z", "zsh")]
    [InlineData("smtp-inspector show ", "")]
    [InlineData("smtp-inspector connect un", "unix:")]
    public async Task Bash_completes_the_word_at_the_cursor(string typed, string completed)
    {
        using var home = new TestHome();
        // What bash does at Tab: the line and the cursor in COMP_LINE and COMP_POINT, the answer in COMPREPLY.
        var script = home.Write("complete", """
            set -u
            PATH=$2:$PATH
            compopt() { :; }
            source <(smtp-inspector completion bash)
            COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=(smtp-inspector)
            _smtp_inspector
            printf '%s\n' "${COMPREPLY[*]}"
            complete -p smtp-inspector

            """);
        var ended = await ChildProcess.RunAsync(
            PeerTool.Require("bash"), [script, typed, Path.GetDirectoryName(ProgramUnderTest.Executable)!], environment: home.Environment);
        Assert.Equal($"{completed}\ncomplete -o default -F _smtp_inspector smtp-inspector\n", ended.Expect(0).Output);
        Assert.Empty(ended.Error);
    }

    [Fact]
    public async Task There_is_a_script_for_each_shell()
    {
        foreach (var shell in CompletionScripts.Shells)
        {
            var ended = (await ProgramUnderTest.RunAsync("", "completion", shell)).Expect(0);
            Assert.Contains("[suggest:", ended.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_shell_is_answered_with_those_that_are_known()
    {
        var ended = (await ProgramUnderTest.RunAsync("", "completion", "tcsh")).Expect(2);
        Assert.Equal("smtp-inspector: There is no completion for \"tcsh\"; there is for bash, zsh, fish, powershell.", ended.Error.TrimEnd());
    }
}
