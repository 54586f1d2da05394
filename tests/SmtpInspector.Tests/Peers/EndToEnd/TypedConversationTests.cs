using System.Text.RegularExpressions;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>Line mode as a person uses it: in a real pseudo-terminal, with keys.</summary>
public class TypedConversationTests(PostfixPeer postfix)
{
    [Theory]
    [InlineData("implicit")]
    [InlineData("starttls")]
    public async Task A_message_typed_to_a_real_server_is_accepted(string mode)
    {
        await postfix.StartAsync();
        using var home = new TestHome();
        await using var terminal = await PtySession.StartAsync(
            home, "connect", mode == "implicit" ? postfix.Implicit : postfix.StartTls, "--tls", mode, "--ca", postfix.CaFile, "--line");

        await terminal.UntilAsync("S: 220 ");
        foreach (var (line, reply) in ((string, string)[])[
            ("EHLO client.test", "250 CHUNKING"),
            ("MAIL FROM:<typed@client.test>", "250 2.1.0"),
            ("RCPT TO:<user@loop.test>", "250 2.1.5"),
            ("DATA", "354 ")])
        {
            await terminal.TypeLineAsync(line);
            await terminal.UntilAsync($"{Regex.Escape(line)}(.*\n)+.*S: {reply}");
        }

        foreach (var line in (string[])["Subject: typed", "", "Hello.", "."])
        {
            await terminal.TypeLineAsync(line);
        }

        await terminal.UntilAsync("S: 250 2.0.0 Ok: queued");
        await terminal.TypeLineAsync("QUIT");
        await terminal.UntilAsync("S: 221 ");

        Assert.Equal(0, await terminal.EndAsync());
        Assert.Equal(terminal.Settings.Before, terminal.Settings.After);
        Assert.Equal("1", await terminal.FormatAsync("cursor_flag"));
    }

    [Fact]
    public async Task The_half_typed_line_stays_when_the_server_speaks()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 hi"), Pause(1500), Say("250 out of the blue"), HearTheRest());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none", "--line");

        await terminal.UntilAsync("S: 220 ");
        await terminal.TypeAsync("MAIL FROM:<half");
        await terminal.UntilAsync("out of the blue");
        var screen = await terminal.UntilAsync(@"out of the blue(.*\n)+.*MAIL FROM:<half");

        Assert.Single(Regex.Matches(screen, "MAIL FROM:<half"));
    }

    [Fact]
    public async Task Ctrl_C_twice_leaves_a_server_that_says_nothing_more()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 mx.example.org hi"), HearTheRest());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none", "--line");

        await terminal.UntilAsync("S: 220 ");
        await terminal.TypeAsync("\x03");
        await terminal.UntilAsync("Ctrl-C once more leaves at once");
        await terminal.TypeAsync("\x03");

        // Its reply to QUIT would be waited for for five minutes.
        Assert.Equal(130, await terminal.EndAsync());
        Assert.Contains("C: QUIT", await terminal.UntilAsync("closed by the client"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_control_character_of_the_servers_reaches_the_terminal()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(
            SayExactly("220 hi \x1b]0;title\a\x1b[2J\x1b[31m\x9b\x90\0\b\x7f\r\n"),
            Hear("NOOP"),
            SayExactly("250 \xe2\x80\xaeright to left\xe2\x80\x8b\xff\r\n"),
            Hear("QUIT"),
            Say("221 bye"),
            HangUp());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none", "--line");

        await terminal.UntilAsync("S: 220 ");
        await terminal.TypeLineAsync("NOOP");
        await terminal.UntilAsync("S: 250 ");
        await terminal.TypeLineAsync("QUIT");
        await terminal.EndAsync();

        // What the program itself needs (colours, the cursor) begins with ESC [ and holds none of these.
        var raw = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(terminal.Raw);
        foreach (var evil in (string[])["\x1b]", "\x1b[2J", "\u009b", "\u0090", "\0", "\a", "\b", "\x7f", "\u202e", "\u200b"])
        {
            Assert.DoesNotContain(evil, raw, StringComparison.Ordinal);
        }

        Assert.NotEqual("title", await terminal.FormatAsync("pane_title"));
    }

    [Fact]
    public async Task Control_C_ends_the_wait_and_not_the_conversation()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 hi"), Hear("NOOP"), Hear("RSET"), Say("250 late"), Say("250 in time"), HearTheRest());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none", "--line");

        await terminal.UntilAsync("S: 220 ");
        await terminal.TypeLineAsync("NOOP");
        await terminal.UntilAsync("C: NOOP");
        await Task.Delay(300);
        await terminal.PressAsync("C-c");
        await Task.Delay(300);
        await terminal.TypeLineAsync("RSET");

        await terminal.UntilAsync("S: 250 late(.*\n)+.*S: 250 in time");
    }

    [Fact]
    public async Task Control_C_twice_at_an_idle_prompt_is_130()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 hi"), HearUntil("QUIT"), Say("221 bye"), HangUp());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none", "--line");

        await terminal.UntilAsync("S: 220 ");
        await Task.Delay(300);
        await terminal.PressAsync("C-c");
        await Task.Delay(300);
        await terminal.PressAsync("C-c");

        Assert.Equal(130, await terminal.EndAsync());
        Assert.Equal(terminal.Settings.Before, terminal.Settings.After);
    }

    [Fact]
    public async Task A_typed_credential_is_in_no_history_and_on_no_screen()
    {
        const string Word = "AG1hbGxvcnkAeHl6enktcGx1Z2gtNDI=";
        await postfix.StartAsync();
        using var home = new TestHome();
        await using var terminal = await PtySession.StartAsync(
            home, "connect", postfix.Implicit, "--tls", "implicit", "--ca", postfix.CaFile, "--line");

        await terminal.UntilAsync("S: 220 ");
        await terminal.TypeLineAsync("EHLO client.test");
        await terminal.UntilAsync("S: 250 CHUNKING");
        await terminal.TypeLineAsync("AUTH PLAIN");
        await terminal.UntilAsync("S: 334");
        await terminal.TypeLineAsync(Word);
        await terminal.UntilAsync("S: 235 ");
        await terminal.PressAsync("Up", "Up");
        await Task.Delay(200);
        var screen = await terminal.ScrollbackAsync();
        await terminal.PressAsync("C-u");
        await terminal.TypeLineAsync("QUIT");
        await terminal.EndAsync();

        Assert.DoesNotContain(Word, screen, StringComparison.Ordinal);
        var written = ((string[])["config", "state", "data", "cache"]).SelectMany(folder => Directory.EnumerateFiles(home.Path(folder), "*", SearchOption.AllDirectories));
        foreach (var file in written)
        {
            Assert.DoesNotContain(Word, Octets.Text(File.ReadAllBytes(file)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_terminal_is_intact_after_a_reset()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Say("220 hi"), Hear("NOOP"), Reset());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none", "--line");

        await terminal.UntilAsync("S: 220 ");
        await terminal.TypeLineAsync("NOOP");
        await terminal.UntilAsync("(?i)reset|closed");
        await Task.Delay(500);
        await terminal.PressAsync("C-d");
        await terminal.EndAsync();

        Assert.Equal(terminal.Settings.Before, terminal.Settings.After);
    }
}
