using SmtpInspector.Tests.Net.Support;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>A certificate that does not verify, met by a person at a terminal.</summary>
public class CertificateAskedTests
{
    static readonly ServerStep[] Conversation =
        [StartTls(TestAuthority.SelfSigned()), Say("220 hi"), Hear("NOOP"), Say("250 ok"), Hear("QUIT"), Say("221 bye"), HearTheRest()];

    [Fact]
    public async Task Always_is_kept_and_the_next_conversation_goes_on_by_itself()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.PlayEach(Conversation, Conversation);
        await using (var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "implicit", "--line"))
        {
            // What is no answer is asked for again.
            await terminal.UntilAsync("Type \\[o\\]nce, \\[a\\]lways, \\[l\\]eave");
            await terminal.TypeLineAsync("perhaps");
            await terminal.TypeLineAsync("a");
            await terminal.UntilAsync("S: 220 hi");
            await terminal.TypeLineAsync("NOOP");
            await terminal.UntilAsync("S: 250 ok");
            await terminal.TypeLineAsync("QUIT");
            Assert.Equal(0, await terminal.EndAsync());
        }

        var listed = await ProgramUnderTest.RunAsync(home, [], "trust");
        Assert.StartsWith($"{server.Endpoint}  since ", listed.Expect(0).Output, StringComparison.Ordinal);

        var piped = await ProgramUnderTest.RunAsync(home, Octets.Of("NOOP\n"), "connect", server.Endpoint, "--tls", "implicit");
        Assert.Contains("certificate NOT verified", piped.Expect(0).Output, StringComparison.Ordinal);
        Assert.Contains("you have trusted this very certificate", piped.Output, StringComparison.Ordinal);

        (await ProgramUnderTest.RunAsync(home, [], "trust", "--forget", server.Endpoint)).Expect(0);
        Assert.Equal("", (await ProgramUnderTest.RunAsync(home, [], "trust")).Expect(0).Output);
        (await ProgramUnderTest.RunAsync(home, [], "trust", "--forget", server.Endpoint)).Expect(2);
    }

    [Theory]
    [InlineData("l", "Enter")]
    [InlineData("", "Escape")]
    [InlineData("", "C-c")]
    public async Task Whoever_leaves_has_sent_nothing(string typed, string key)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(StartTls(TestAuthority.SelfSigned()), HearTheRest());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "implicit", "--line");
        await terminal.UntilAsync("\\[l\\]eave");
        await terminal.TypeAsync(typed);
        await terminal.PressAsync(key);
        Assert.Equal(4, await terminal.EndAsync());
        Assert.Equal("", await server.DoneAsync());
        Assert.Equal(terminal.Settings.Before, terminal.Settings.After);
    }
}
