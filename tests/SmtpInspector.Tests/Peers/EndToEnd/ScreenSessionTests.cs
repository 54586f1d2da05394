using System.Text.RegularExpressions;

namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>A whole session on the full screen with a real server, and what becomes of it afterwards.</summary>
public class ScreenSessionTests(PostfixPeer postfix)
{
    [Fact]
    public async Task A_message_is_sent_behind_STARTTLS_and_AUTH_saved_read_and_played_back()
    {
        await postfix.StartAsync();
        using var home = new TestHome();
        await using (var terminal = await PtySession.StartAsync(home, "connect", postfix.StartTls, "--tls", "none", "--ca", postfix.CaFile))
        {
            await terminal.UntilAsync("S: 220 (.*\n)+.*^C: ");
            foreach (var (line, reply) in ((string, string)[])[
                ("EHLO client.test", "250.CHUNKING"),
                ("STARTTLS", "TLS 1.3"),
                ("EHLO client.test", "250.CHUNKING(.*\n)+.*AUTH"),
                ("AUTH LOGIN", "asked: \"Username:\"")])
            {
                await terminal.TypeLineAsync(line);
                await terminal.UntilAsync($"{Regex.Escape(line)}(.*\n)+.*{reply}");
            }

            // The answers are typed as one knows them, and put in base64 by the program.
            await terminal.PressAsync("C-t");
            await terminal.UntilAsync("base64 is done for you");
            await terminal.TypeLineAsync("user");
            await terminal.UntilAsync("asked: \"Password:\"");
            await terminal.TypeAsync("secret");
            await terminal.UntilAsync("base64 is done for you C: [^ecrt]{6}");
            await terminal.PressAsync("Enter");
            await terminal.UntilAsync("S: 235 ");
            foreach (var (line, reply) in ((string, string)[])[
                ("MAIL FROM:<typed@client.test>", "250 2.1.0"), ("RCPT TO:<user@loop.test>", "250 2.1.5"), ("DATA", "message C: ")])
            {
                await terminal.TypeLineAsync(line);
                await terminal.UntilAsync($"{Regex.Escape(line)}(.*\n)+.*{reply}");
            }

            foreach (var line in (string[])["Subject: typed on the screen", "", ".hello", "."])
            {
                await terminal.TypeLineAsync(line);
            }

            await terminal.UntilAsync("S: 250 2.0.0 Ok: queued");
            await terminal.TypeLineAsync("QUIT");
            await terminal.UntilAsync("F5 connect again");
            await terminal.PressAsync("C-s");
            await terminal.UntilAsync("Save the conversation");
            await terminal.PressAsync("C-u");
            await terminal.TypeLineAsync("talk.smtp");
            await terminal.UntilAsync("saved [0-9,]+ octets: talk.smtp");
            await terminal.PressAsync("C-q");
            Assert.Equal(0, await terminal.EndAsync());
            Assert.Equal(terminal.Settings.Before, terminal.Settings.After);
        }

        var saved = File.ReadAllText(home.Path("talk.smtp"));
        Assert.Matches("C: (\\[.*\\] )?AUTH LOGIN", saved);
        // What was written to the terminal, the history, the conversation that is kept, and the one that was saved.
        foreach (var file in Directory.EnumerateFiles(home.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "tmux"))
        {
            Assert.DoesNotContain("c2VjcmV0", Octets.Text(File.ReadAllBytes(file)), StringComparison.Ordinal);
        }

        Assert.NotEmpty(Directory.GetFiles(home.Path("state/smtp-inspector/conversations")));
        Assert.Contains("..hello", saved, StringComparison.Ordinal);
        (await ProgramUnderTest.RunAsync(home, [], "show", "--strict", "talk.smtp")).Expect(0);

        await using var reader = await PtySession.StartAsync(home, "open", "talk.smtp");
        await reader.UntilAsync("talk.smtp(.*\n)+.*S: 220 ");
        await reader.PressAsync("G");
        await reader.UntilAsync("S: 221 ");
        await reader.PressAsync("p", "}", "}", "}");
        await reader.UntilAsync("the end: p plays it again");
        Assert.Contains("S: 221 ", await reader.ScreenAsync(), StringComparison.Ordinal);
        await reader.PressAsync("Escape");
        await reader.PressAsync("q");
        Assert.Equal(0, await reader.EndAsync());
    }

    [Fact]
    public async Task What_is_no_terminal_gets_line_mode_or_a_clear_message()
    {
        await postfix.StartAsync();
        using var home = new TestHome();

        var talked = await ProgramUnderTest.RunAsync(home, Octets.Of("EHLO client.test\nNOOP\n"), "connect", postfix.Plain, "--tls", "none");
        Assert.Contains("S: 250 2.0.0 Ok", talked.Expect(0).Output, StringComparison.Ordinal);

        home.Write("talk.smtp", "# SMTP transcript 1\npeer: mx.example.org:25\n\nS: 220 hi\n");
        var opened = await ProgramUnderTest.RunAsync(home, [], "open", "talk.smtp");
        Assert.Contains("terminal", opened.Expect(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', talked.Output + opened.Output + opened.Error);
    }
}
