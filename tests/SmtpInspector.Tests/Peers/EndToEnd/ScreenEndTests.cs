using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>However the full screen ends, the terminal is as it was, and what was said is kept.</summary>
public class ScreenEndTests
{
    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    [InlineData("INT", 130)]
    public async Task A_signal_leaves_the_terminal_as_it_was_and_the_conversation_kept(string signal, int status)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(
            Say("220 hi"), Hear("EHLO"), SayExactly("250-hi\r\n250 AUTH PLAIN\r\n"), Hear("AUTH"), Say("235 in"), HearTheRest());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none", "--insecure", "--keep-secrets");
        await terminal.UntilAsync("S: 220 hi");
        await terminal.TypeLineAsync("EHLO me.test");
        await terminal.UntilAsync("S: 250.AUTH");
        await terminal.TypeLineAsync("AUTH PLAIN AGFsaWNlAHNlY3JldHdvcmQ=");
        await terminal.UntilAsync("S: 235 in");
        await terminal.SignalAsync(signal);

        Assert.Equal(status, await terminal.EndAsync());
        await IntactAsync(terminal);
        var text = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(home.Path("state/smtp-inspector/conversations"))));
        Assert.Contains("AUTH PLAIN {secret:plain}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AGFsaWNl", text, StringComparison.Ordinal);
        Assert.Contains("235 in", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_Z_gives_the_terminal_back_and_fg_takes_it_again()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 hi"), HearUntil("QUIT"), Say("221 bye"), HangUp());
        await using var terminal = await PtySession.StartAsync(home, (100, 30), null, PeerTool.Require("bash"), "--norc", "-i");
        await terminal.TypeLineAsync($"{ProgramUnderTest.Executable} connect {server.Endpoint} --tls none");
        await terminal.UntilAsync("S: 220 hi");
        await terminal.TypeAsync("NOOP half");
        await terminal.UntilAsync("^C: NOOP half");
        await terminal.PressAsync("C-z");
        await terminal.UntilAsync("Stopped");
        await IntactAsync(terminal);
        await terminal.TypeLineAsync("fg; echo left with $?");
        await terminal.UntilAsync("S: 220 hi(.*\n)+^C: NOOP half");
        Assert.Equal("1", await terminal.FormatAsync("alternate_on"));
        await terminal.PressAsync("C-q");
        await terminal.UntilAsync("^left with 0");
        await IntactAsync(terminal);
        await terminal.TypeLineAsync("exit");
        await terminal.EndAsync();
    }

    [Fact]
    public async Task Leaving_does_not_wait_for_a_server_that_does_not_answer_QUIT()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 hi"), Hear("QUIT"), HearTheRest());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none");
        await terminal.UntilAsync("S: 220 hi(.*\n)+.*next: ");
        await terminal.PressAsync("C-q");

        // The reply to QUIT may take minutes by RFC 5321 §4.5.3.2: the test would not wait for it either.
        Assert.Equal(0, await terminal.EndAsync());
        await IntactAsync(terminal);
        Assert.Equal("QUIT\r\n", await server.DoneAsync());
    }

    [Fact]
    public async Task Nothing_of_the_servers_reaches_the_terminal_unfiltered()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(
            SayExactly("220 hi \x1b]0;title\a\x1b[2J\x1b[31m\x9b\x90\0\b\x7f \xe2\x80\xaeleft\xe2\x80\x8b\xff\r\n"), HearUntil("QUIT"), Say("221 bye"), HangUp());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none");
        await terminal.UntilAsync("S: 220 hi(.*\n)+.*next: ");
        await terminal.PressAsync("C-q");
        await terminal.EndAsync();

        var raw = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(terminal.Raw);
        foreach (var evil in (string[])["\x1b]0;title", "\x1b[31m", "\u009b", "\u0090", "\0", "\b", "\x7f", "\u202e", "\u200b"])
        {
            Assert.DoesNotContain(evil, raw, StringComparison.Ordinal);
        }

        Assert.NotEqual("title", await terminal.FormatAsync("pane_title"));
    }

    static async Task IntactAsync(PtySession terminal)
    {
        if (terminal.HasEnded)
        {
            Assert.Equal(terminal.Settings.Before, terminal.Settings.After);
        }

        Assert.Equal("0", await terminal.FormatAsync("alternate_on"));
        Assert.Equal("1", await terminal.FormatAsync("cursor_flag"));
        Assert.Equal("0", await terminal.FormatAsync("mouse_any_flag"));
    }
}
