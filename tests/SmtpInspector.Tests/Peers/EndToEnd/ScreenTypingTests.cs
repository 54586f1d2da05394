using SmtpInspector.Tests.Net.Support;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>What a person types on the full screen, and what the server gets of it.</summary>
public class ScreenTypingTests
{
    [Fact]
    public async Task Whatever_is_typed_is_sent_as_it_is()
    {
        string[] typed = ["R", "Q", "k", "q", "/quit", ":q!", "?", "i", " NOOP ", "ü"];
        using var home = new TestHome();
        await using var server = ByteRecordingServer.Start(
            "220 hi\r\n", [.. typed.Select((_, number) => ("\r\n", $"500 what, {number}\r\n")), ("QUIT\r\n", "221 bye\r\n")]);
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none");
        await terminal.UntilAsync("S: 220 hi");
        for (var i = 0; i < typed.Length; i++)
        {
            await terminal.TypeLineAsync(typed[i]);
            await terminal.UntilAsync($"S: 500 what, {i}");
        }

        await terminal.PressAsync("C-q");
        Assert.Equal(0, await terminal.EndAsync());
        Assert.Equal(string.Concat(typed.Select(line => Octets.Text(System.Text.Encoding.UTF8.GetBytes(line)) + "\r\n")) + "QUIT\r\n", await server.ReceivedAsync());
    }

    [Fact]
    public async Task Several_pasted_lines_are_asked_about_and_one_is_not()
    {
        using var home = new TestHome();
        await using var server = ByteRecordingServer.Start("220 hi\r\n", ("\r\n", "250 one\r\n"), ("\r\n", "250 two\r\n"), ("\r\n", "250 three\r\n"), ("QUIT\r\n", "221 bye\r\n"));
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none");
        await terminal.UntilAsync("S: 220 hi(.*\n)+.*next: ");

        await terminal.PasteAsync("RSET\nVRFY <not sent>\n");
        await terminal.UntilAsync("Send 2 pasted lines\\?(.*\n)+.*VRFY");
        await terminal.PressAsync("Escape");
        await terminal.UntilGoneAsync("Send 2 pasted lines");
        await terminal.PasteAsync("NOOP one");
        await terminal.UntilAsync("^C: NOOP one");
        await terminal.PressAsync("Enter");
        await terminal.UntilAsync("S: 250 one");
        await terminal.PasteAsync("NOOP two\nNOOP three\n");
        await terminal.UntilAsync("Send 2 pasted lines\\?");
        await terminal.PressAsync("Enter");
        await terminal.UntilAsync("S: 250 three");
        await terminal.PressAsync("C-q");

        Assert.Equal(0, await terminal.EndAsync());
        Assert.Equal("NOOP one\r\nNOOP two\r\nNOOP three\r\nQUIT\r\n", await server.ReceivedAsync());
    }

    [Fact]
    public async Task What_is_half_typed_outlives_what_the_server_says_and_another_size()
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(
            Say("220 hi"), Hear("NOOP"), Say("250 ok"), Hear("RSET"), Say("250 reset"), Say("250 out of the blue"), HearUntil("QUIT"), Say("221 bye"), HangUp());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none");
        await terminal.UntilAsync("S: 220 hi");
        await terminal.TypeLineAsync("NOOP");
        await terminal.UntilAsync("S: 250 ok");
        await terminal.TypeLineAsync("RSET");
        await terminal.TypeAsync("MAIL FROM:<half");
        await terminal.UntilAsync("out of the blue(.*\n)+.*^C: MAIL FROM:<half");

        foreach (var (columns, rows, sign) in ((int, int, string)[])[(80, 24, "2 \\[Explain"), (50, 12, "Enter send"), (30, 5, "make it 40x8"), (160, 50, "3 Bytes"), (120, 40, "3 Bytes")])
        {
            await terminal.ResizeAsync(columns, rows);
            await terminal.UntilAsync(sign);
        }

        await terminal.UntilAsync("out of the blue(.*\n)+.*^C: MAIL FROM:<half");
        await terminal.PressAsync("C-q");
        Assert.Equal(0, await terminal.EndAsync());
        Assert.Equal("NOOP\r\nRSET\r\nQUIT\r\n", await server.DoneAsync());
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Escape")]
    public async Task Whoever_refuses_a_certificate_has_sent_nothing(string key)
    {
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(StartTls(TestAuthority.SelfSigned()), HearTheRest());
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "implicit");
        await terminal.UntilAsync("The certificate does not verify(.*\n)+.*SHA-256");
        await terminal.PressAsync(key);
        await terminal.UntilAsync("F5 connect again");
        Assert.Equal("", await server.DoneAsync());
        await terminal.PressAsync("C-q");
        Assert.Equal(0, await terminal.EndAsync());
    }

    [Fact]
    public async Task A_server_that_goes_away_is_spoken_to_again_from_the_beginning()
    {
        using var home = new TestHome();
        ServerStep[] until = [Say("220 hi"), Hear("EHLO me.test"), Say("250 hi"), Hear("MAIL FROM:<a@me.test>")];
        await using var server = ScriptedServer.PlayEach(
            [.. until, HangUp()], [.. until, Say("250 sender"), Hear("QUIT"), Say("221 bye"), HearTheRest()]);
        await using var terminal = await PtySession.StartAsync(home, "connect", server.Endpoint, "--tls", "none");
        await terminal.UntilAsync("S: 220 hi");
        await terminal.TypeLineAsync("EHLO me.test");
        await terminal.UntilAsync("S: 250 hi");
        await terminal.TypeLineAsync("MAIL FROM:<a@me.test>");
        await terminal.UntilAsync("F5 connect again");
        await terminal.PressAsync("F6");
        await terminal.UntilAsync("S: 250 sender");
        await terminal.PressAsync("C-q");
        Assert.Equal(0, await terminal.EndAsync());
        await server.DoneAsync();
    }
}
