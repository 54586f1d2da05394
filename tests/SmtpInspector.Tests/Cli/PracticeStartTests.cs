using System.Text.RegularExpressions;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Cli;

/// <summary>The first minutes of someone who has just installed the program.</summary>
public class PracticeStartTests
{
    [Fact]
    public async Task Without_arguments_at_a_terminal_a_newcomer_gets_from_the_home_screen_to_an_accepted_message()
    {
        using var home = new TestHome();
        await using var session = await PtySession.StartAsync(home, (160, 60), null, ProgramUnderTest.Executable);
        await session.UntilAsync(@"New here\? Press Enter");
        await session.PressAsync("Enter");
        var screen = await session.UntilAsync("S: 220 ");
        Assert.Contains("Type EHLO me.example and press Enter", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("hangs up", screen, StringComparison.Ordinal);
        await session.TypeLineAsync("EHLO me.example");
        await session.UntilAsync("S: 250-");
        await session.TypeLineAsync("AUTH LOGIN");
        await session.UntilAsync("S: 334 VXNlcm5hbWU6");
        await session.PressAsync("C-t");
        await session.UntilAsync("base64 is done for you");
        await session.TypeLineAsync(Regex.Match(screen, "user name: (AKIA[A-Z0-9]+)").Groups[1].Value);
        await session.UntilAsync("S: 334 UGFzc3dvcmQ6");
        await session.TypeLineAsync(Regex.Match(screen, "password: ([A-Za-z0-9+/=]+)").Groups[1].Value);
        await session.UntilAsync("S: 235 ");
        await session.TypeLineAsync("MAIL FROM:<me@ses-example.com>");
        await session.UntilAsync("MAIL FROM[^€]*S: 250 ");
        await session.TypeLineAsync("RCPT TO:<you@ses-example.com>");
        await session.UntilAsync("RCPT TO[^€]*S: 250 ");
        await session.TypeLineAsync("DATA");
        await session.UntilAsync("S: 354 ");
        await session.TypeLineAsync("Subject: hello");
        await session.TypeLineAsync("");
        await session.TypeLineAsync("Hello.");
        await session.TypeLineAsync(".");
        await session.UntilAsync("practice server received: from <me@ses-example");
        await session.PressAsync("C-q");
        Assert.Equal(0, await session.EndAsync());
    }

    [Fact]
    public async Task The_practice_target_at_a_terminal_says_that_it_hangs_up_as_the_real_one_does()
    {
        using var home = new TestHome();
        await using var session = await PtySession.StartAsync(home, "connect", "practice");
        await session.UntilAsync("hangs up after 10 s of silence");
        await session.UntilAsync("S: 220 ");
        await session.PressAsync("C-q");
        Assert.Equal(0, await session.EndAsync());
    }

    [Fact]
    public async Task What_the_practice_server_accepts_is_said_under_its_reply_in_a_pipe_too()
    {
        const string script = "EHLO me.example\r\nMAIL FROM:<me@ses-example.com>\r\nRCPT TO:<you@ses-example.com>\r\nDATA\r\nSubject: hi\u001b[2J\r\n\r\ntext\r\n.\r\nQUIT\r\n";
        var ended = (await ProgramUnderTest.RunAsync(script, "connect", "practice", "--auth", "auto")).Expect(0);
        Assert.Matches(@"S: 250 Ok \d\S*\n([~i!].*\n)*\* practice server received: from <me@ses-example\.com> to <you@ses-example\.com>, \d+ octets, subject: hi", ended.Output);
        Assert.DoesNotContain('\u001b', ended.Output);
    }

    [Fact]
    public async Task JSON_has_no_line_that_is_not_JSON()
    {
        const string script = "EHLO me.example\r\nMAIL FROM:<me@ses-example.com>\r\nRCPT TO:<you@ses-example.com>\r\nDATA\r\n\r\n.\r\nQUIT\r\n";
        var ended = (await ProgramUnderTest.RunAsync(script, "connect", "practice", "--auth", "auto", "--json")).Expect(0);
        Assert.All(ended.Lines.SkipLast(1), line => Assert.StartsWith("{", line, StringComparison.Ordinal));
    }
}
