using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Reliability;

/// <summary>A person's terminal: stopped and taken up again, closed, and the program ended from outside.</summary>
public class TerminalTests
{
    static readonly ServerStep[] Steps = [Say("220 mx.example.com ESMTP"), Hear("EHLO"), Say("250 mx.example.com"), AnswerEverything("250 ok\r\n")];

    [Fact]
    public async Task Ctrl_Z_gives_the_shell_its_terminal_and_fg_the_half_typed_line_back()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Steps);
        await using var shell = await PtySession.StartAsync(home, (110, 40), new Dictionary<string, string?> { ["PS1"] = "shell> " }, PeerTool.Require("bash"), "--norc", "--noprofile", "-i");
        await shell.UntilAsync("shell> ");
        await shell.TypeLineAsync("stty -a > before");
        await shell.TypeLineAsync($"{ProgramUnderTest.Executable} connect {server.Endpoint} --tls none --line --save saved.smtp");
        await shell.UntilAsync("S: 220 ");
        await shell.TypeLineAsync("EHLO me.example");
        await shell.UntilAsync("S: 250 mx");
        await shell.TypeAsync("RSE");
        await shell.UntilAsync("C: RSE");

        await shell.PressAsync("C-z");
        await shell.UntilAsync("Stopped(.*\n)+shell> ");
        await shell.TypeLineAsync("stty -a > stopped; echo here | tr a-z A-Z");
        await shell.UntilAsync("HERE");
        Assert.Equal(File.ReadAllText(home.Path("before")), File.ReadAllText(home.Path("stopped")));
        Assert.Contains("250 mx.example.com", File.ReadAllText(home.Path("saved.smtp")), StringComparison.Ordinal);

        await shell.TypeLineAsync("fg");
        await shell.UntilAsync("HERE(.*\n)+.*fg(.*\n)+.*C: RSE");
        await shell.TypeLineAsync("T");
        await shell.UntilAsync("C: RSET(.*\n)+.*S: 250 ok");
        await shell.PressAsync("C-d");
        await shell.UntilAsync("closed by the client(.*\n)+shell> ");
    }

    [Theory]
    [InlineData("TERM", 143, true)]
    [InlineData("HUP", 129, true)]
    [InlineData("TERM", 143, false)]
    [InlineData("HUP", 129, false)]
    public async Task A_signal_leaves_the_terminal_the_history_and_the_transcript_as_they_should_be(string signal, int status, bool inLineMode)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Steps);
        await using var terminal = await PtySession.StartAsync(home, Arguments(server, inLineMode));
        await terminal.UntilAsync("S: 220 ");
        await terminal.TypeLineAsync("EHLO me.example");
        await terminal.UntilAsync("S: 250 mx");

        await terminal.SignalAsync(signal);

        Assert.Equal(status, await terminal.EndAsync());
        Assert.Equal(terminal.Settings.Before, terminal.Settings.After);
        Assert.Equal("1", await terminal.FormatAsync("cursor_flag"));
        Assert.Equal("0", await terminal.FormatAsync("alternate_on"));
        Assert.Equal("0", await terminal.FormatAsync("mouse_any_flag"));
        Found(home);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_terminal_that_is_closed_takes_nothing_with_it(bool inLineMode)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Steps);
        await using (var terminal = await PtySession.StartAsync(home, Arguments(server, inLineMode)))
        {
            await terminal.UntilAsync("S: 220 ");
            await terminal.TypeLineAsync("EHLO me.example");
            await terminal.UntilAsync("S: 250 mx");
        }

        // The window is gone; the server sees the end of the program.
        await server.WholeAsync();
        Found(home);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_program_that_is_killed_leaves_its_history(bool inLineMode)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Steps);
        await using var terminal = await PtySession.StartAsync(home, Arguments(server, inLineMode));
        await terminal.UntilAsync("S: 220 ");
        await terminal.TypeLineAsync("EHLO me.example");
        await terminal.UntilAsync("S: 250 mx");

        await terminal.SignalAsync("KILL");
        Assert.Equal(137, await terminal.EndAsync());
        Found(home);
    }

    static string[] Arguments(ScriptedServer server, bool inLineMode) =>
        ["connect", server.Endpoint, "--tls", "none", "--save", "saved.smtp", .. inLineMode ? (string[])["--line"] : []];

    // The transcript that was asked for, the one that is kept anyway, and the line for the next time.
    static void Found(TestHome home)
    {
        Assert.Contains("EHLO me.example", File.ReadAllLines(home.Path("state/smtp-inspector/history")));
        var transcripts = Directory.EnumerateFiles(home.Path("state"), "*.smtp", SearchOption.AllDirectories).Append(home.Path("saved.smtp")).ToList();
        Assert.True(transcripts.Count >= 2);
        foreach (var file in transcripts)
        {
            var text = File.ReadAllText(file);
            Assert.Contains("220 mx.example.com ESMTP\n", text, StringComparison.Ordinal);
            Assert.Contains("EHLO me.example\n", text, StringComparison.Ordinal);
            Assert.Contains("250 mx.example.com\n", text, StringComparison.Ordinal);
            Assert.NotEmpty(TranscriptDocument.Parse(File.ReadAllBytes(file)).Events());
        }
    }
}
