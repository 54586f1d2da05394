using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>What a person said at a terminal is there afterwards, without a credential.</summary>
public class KeptConversationTests
{
    [Fact]
    public async Task A_conversation_that_was_killed_is_kept_up_to_there()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(
            Say("220 hi"), Hear("EHLO"), SayExactly("250-hi\r\n250 AUTH PLAIN\r\n"), Hear("AUTH"), Say("235 in"), HearTheRest());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none", "--line", "--insecure", "--keep-secrets");
        await terminal.UntilAsync("S: 220 hi");
        await terminal.TypeLineAsync("EHLO me.test");
        await terminal.UntilAsync("S: 250 AUTH");
        await terminal.TypeLineAsync("AUTH PLAIN AGFsaWNlAHNlY3JldHdvcmQ=");
        await terminal.UntilAsync("S: 235 in");
        await terminal.SignalAsync("KILL");
        await terminal.EndAsync();

        var text = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(home.Path("state/smtp-inspector/conversations"))));
        Assert.Contains("AUTH PLAIN {secret:plain}\nS: ", System.Text.RegularExpressions.Regex.Replace(text, @"\[[0-9.]+\] ", ""), StringComparison.Ordinal);
        Assert.Contains("summary: open commands=2 refused=0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AGFsaWNl", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_keeps_nothing()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 hi"), Hear("QUIT"), Say("221 bye"), HearTheRest());
        (await ProgramUnderTest.RunAsync(home, Octets.Of("QUIT\n"), "connect", server.Endpoint, "--tls", "none")).Expect(0);
        Assert.False(Directory.Exists(home.Path("state/smtp-inspector")));
    }
}
