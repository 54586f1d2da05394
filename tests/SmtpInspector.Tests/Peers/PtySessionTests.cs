namespace SmtpInspector.Tests.Peers;

public class PtySessionTests
{
    [Fact]
    public async Task Keys_go_in_and_the_screen_is_read()
    {
        using var home = new TestHome();
        await using var terminal = await PtySession.StartAsync(home, (60, 12), null, PeerTool.Require("cat"));

        await terminal.TypeLineAsync("hello; #{x} -- \"é\"");
        var screen = await terminal.UntilAsync("^hello.*\nhello");
        await terminal.PressAsync("C-d");

        Assert.StartsWith("hello; #{x} -- \"é\"\nhello; #{x} -- \"é\"\n", screen, StringComparison.Ordinal);
        Assert.Equal(0, await terminal.EndAsync());
    }

    [Fact]
    public async Task The_program_is_in_a_terminal_of_the_size_given_and_hears_of_a_change()
    {
        using var home = new TestHome();
        await using var terminal = await PtySession.StartAsync(
            home, (61, 13), new Dictionary<string, string?> { ["WORD"] = "given" }, PeerTool.Require("sh"), "-c", "tty; echo $WORD; stty size; read x; stty size; exit 7");

        await terminal.UntilAsync("13 61");
        await terminal.ResizeAsync(90, 20);
        await terminal.PressAsync("Enter");
        var screen = await terminal.UntilAsync("20 90");

        Assert.Contains("/dev/pts/", screen, StringComparison.Ordinal);
        Assert.Contains("given", screen, StringComparison.Ordinal);
        Assert.Equal(7, await terminal.EndAsync());
    }

    [Fact]
    public async Task The_bytes_the_program_wrote_are_kept_from_the_first_on()
    {
        using var home = new TestHome();
        await using var terminal = await PtySession.StartAsync(
            home, (60, 12), null, PeerTool.Require("printf"), @"\033[?1049h\033[31mred\033[0m\007\n");

        Assert.Equal(0, await terminal.EndAsync());

        Assert.Equal("\x1b[?1049h\x1b[31mred\x1b[0m\a\r\n", Octets.Text(terminal.Raw));
        Assert.Equal("1", await terminal.FormatAsync("alternate_on"));
        Assert.Contains("\x1b[31mred", await terminal.ColoredScreenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_terminals_settings_before_and_after_can_be_compared()
    {
        using var home = new TestHome();
        await using (var terminal = await PtySession.StartAsync(home, (60, 12), null, PeerTool.Require("stty"), "raw"))
        {
            await terminal.EndAsync();
            Assert.NotEqual(terminal.Settings.Before, terminal.Settings.After);
        }

        using var other = new TestHome();
        await using var intact = await PtySession.StartAsync(other, (60, 12), null, PeerTool.Require("true"));
        await intact.EndAsync();
        Assert.Equal(intact.Settings.Before, intact.Settings.After);
    }

    [Fact]
    public async Task Control_C_and_signals_reach_the_program()
    {
        using var home = new TestHome();
        await using var terminal = await PtySession.StartAsync(
            home, (60, 12), null, PeerTool.Require("sh"), "-c", "trap 'echo interrupted' INT; trap 'echo asked to end; exit 4' TERM; echo up; while :; do sleep 0.1; done");

        await terminal.UntilAsync("^up");
        await terminal.PressAsync("C-c");
        await terminal.UntilAsync("interrupted");
        await terminal.SignalAsync("TERM");

        Assert.Equal(4, await terminal.EndAsync());
    }
}
