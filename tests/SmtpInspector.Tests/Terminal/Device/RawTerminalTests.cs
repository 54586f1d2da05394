using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Terminal.Device;

/// <summary>The terminal is given back as it was, whatever ends or stops the program. Tried with the program's line mode in a real terminal.</summary>
public class RawTerminalTests
{
    const string PasteOff = "\x1b[?2004l";
    const string Ready = @"S: 220 recorder[\s\S]*^C:";
    const string Left = @"closed by the client[\s\S]*^\$";

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("QUIT")]
    [InlineData("INT")]
    public async Task A_signal_that_ends_the_program_leaves_the_terminal_as_it_was(string signal)
    {
        using var home = new TestHome();
        await using var server = Server();
        await using var terminal = await PtySession.StartAsync(home, Command(server));
        await terminal.UntilAsync(Ready);
        await terminal.TypeAsync("half-typed");
        await terminal.UntilAsync("half-typed");
        await terminal.SignalAsync(signal);

        Assert.InRange(await terminal.EndAsync(), 128, 255);
        Assert.Equal(terminal.Settings.Before, terminal.Settings.After);
        Assert.Contains(PasteOff, Octets.Text(terminal.Raw), StringComparison.Ordinal);
        Assert.DoesNotContain("half-typed", await terminal.ScreenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_to_stop_is_ignored_where_nobody_could_let_the_program_go_on()
    {
        using var home = new TestHome();
        await using var server = Server();
        await using var terminal = await PtySession.StartAsync(home, Command(server));
        await terminal.UntilAsync(Ready);
        await terminal.TypeAsync("one");
        await terminal.UntilAsync("^C: one");
        await terminal.SignalAsync("TSTP");
        await terminal.TypeAsync(" two");
        await terminal.UntilAsync("^C: one two");
        await terminal.PressAsync("C-z");
        await terminal.TypeAsync(" three");
        await terminal.UntilAsync("^C: one two three");
        await terminal.SignalAsync("TERM");

        await terminal.EndAsync();
        Assert.Equal(terminal.Settings.Before, terminal.Settings.After);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_the_program_is_stopped_the_shell_has_the_terminal_as_it_was(bool byKey)
    {
        using var home = new TestHome();
        await using var server = Server();
        await using var terminal = await PtySession.StartAsync(home, (100, 30), null, PeerTool.Require("bash"), "--norc", "-i");
        await terminal.TypeLineAsync("PS1='$ '; stty -a > before; echo started");
        await terminal.UntilAsync("^started");
        await terminal.TypeLineAsync(string.Join(' ', [ProgramUnderTest.Executable, .. Command(server)]));
        await terminal.UntilAsync(Ready);
        await terminal.TypeAsync("half");
        await terminal.UntilAsync("^C: half");
        if (byKey)
        {
            await terminal.PressAsync("C-z");
        }
        else
        {
            await ChildProcess.RunAsync(PeerTool.Require("pkill"), ["--signal", "TSTP", "--full", server.Endpoint]);
        }

        await terminal.UntilAsync("Stopped");
        await terminal.TypeLineAsync("stty -a > during; cmp before during && echo unchanged");
        await terminal.UntilAsync("^unchanged");
        await terminal.TypeLineAsync("fg");
        await terminal.UntilAsync(@"\$ fg[\s\S]*^C: half");
        await terminal.TypeAsync("-typed");
        await terminal.UntilAsync("^C: half-typed");
        await terminal.PressAsync("C-u", "C-d");
        await terminal.UntilAsync(Left);
        await terminal.TypeLineAsync("stty -a > after; cmp before after && echo as before");
        await terminal.UntilAsync("^as before");
        await terminal.TypeLineAsync("exit");
        await terminal.EndAsync();
    }

    [Fact]
    public async Task A_program_that_is_continued_in_the_background_stops_again_and_comes_back()
    {
        using var home = new TestHome();
        await using var server = Server();
        await using var terminal = await PtySession.StartAsync(home, (100, 30), null, PeerTool.Require("bash"), "--norc", "-i");
        await terminal.TypeLineAsync("PS1='$ '");
        await terminal.TypeLineAsync(string.Join(' ', [ProgramUnderTest.Executable, .. Command(server)]));
        await terminal.UntilAsync(Ready);
        await terminal.TypeAsync("half");
        await terminal.UntilAsync("^C: half");
        await terminal.PressAsync("C-z");
        await terminal.UntilAsync("Stopped");
        await terminal.TypeLineAsync("bg; sleep 0.5; echo the shell goes on");
        await terminal.UntilAsync(@"^the shell goes on[\s\S]*Stopped|Stopped[\s\S]*Stopped[\s\S]*^the shell goes on");
        await terminal.TypeLineAsync("fg");
        await terminal.TypeAsync("-typed");
        await terminal.UntilAsync("^C: half-typed");
        await terminal.PressAsync("C-u", "C-d");
        await terminal.UntilAsync(Left);
        await terminal.TypeLineAsync("exit");
        await terminal.EndAsync();
    }

    [Fact]
    public async Task A_window_that_becomes_narrower_and_wider_leaves_one_prompt()
    {
        using var home = new TestHome();
        await using var server = Server();
        await using var terminal = await PtySession.StartAsync(home, Command(server));
        await terminal.UntilAsync(Ready);
        await terminal.TypeAsync("RCPT TO:<a-rather-long-name@a-rather-long-name.example> ORCPT=rfc822;b");
        await terminal.UntilAsync("rfc822;b");

        await terminal.ResizeAsync(40, 40);
        await terminal.UntilAsync("^C: <.*rfc822;b$");
        await terminal.ResizeAsync(120, 40);
        var all = await terminal.UntilAsync("^C: RCPT TO:<a-rather.*rfc822;b");

        // What tmux has pushed out of the window while it broke the lines anew can be erased by nobody.
        var gone = int.Parse(await terminal.FormatAsync("history_size"), System.Globalization.CultureInfo.InvariantCulture);
        var screen = string.Join('\n', all.Split('\n').Skip(gone));
        await terminal.SignalAsync("TERM");
        await terminal.EndAsync();

        Assert.True(screen.Split('\n').Count(line => line.StartsWith("C: ", StringComparison.Ordinal)) == 1, screen);
    }

    static ByteRecordingServer Server() => ByteRecordingServer.Start("220 recorder ESMTP\r\n", ("QUIT\r\n", "221 2.0.0 bye\r\n"));

    static string[] Command(ByteRecordingServer server) => ["connect", server.Endpoint, "--line", "--tls", "none"];
}
