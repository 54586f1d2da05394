using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Contract.Conversing;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Contract;

public class ScriptContractTests
{
    [Fact]
    public async Task Exact_octets_reach_the_server_unchanged()
    {
        var talked = await RunAsync(
            "C%: DA\nC%: TA%0D%0A\nS: 354 go\nC%: a%0A.%0A\nC%: b%0D\nC%: %0A\nC%: %00%FF%0D%0A\nC: .\nS: 250\nC: QUIT\n",
            [Say(Greeting), .. Answer("DATA", "354 go"), HearUntil("."), Say("250 ok"), .. Farewell]);

        Assert.Equal("DATA\r\na\n.\nb\r\n\0\u00ff\r\n.\r\nQUIT\r\n", talked.Expect(0).Heard);
    }

    [Fact]
    public async Task Code_and_written_enhanced_code_are_compared_and_the_run_goes_on()
    {
        var talked = await RunAsync(
            "C: EHLO me\nC: RCPT TO:<a@b.example>\nS: 251 will forward\nC: NOOP a\nS: 250 2.0.0 ok\nC: NOOP b\nS: 250 other text\nC: QUIT\nS: 221\n",
            [
                .. Introduced, .. Answer("RCPT", "550 5.1.1 no"), .. Answer("NOOP a", "250 2.5.0 ok"), .. Answer("NOOP b", "250 2.1.0 some text"),
                .. Farewell,
            ]);

        Assert.Contains("* expected 251, got 550\n", talked.Expect(1).Program.Output, StringComparison.Ordinal);
        Assert.Equal(2, talked.Program.Output.Split("* expected ").Length - 1);
    }

    [Theory]
    [InlineData("AUTH PLAIN {secret:plain}", "--user NAME")]
    [InlineData("NOOP {secret:mine}", "{secret:mine}")]
    public async Task A_credential_that_nobody_can_give_is_missed_before_the_connection_is_made(string line, string says)
    {
        var ended = await ChildProcessOf($"C: EHLO me\nC: {line}\nC: QUIT\n");

        Assert.Contains(says, ended.Expect(2).Error, StringComparison.Ordinal);
        Assert.Equal("", ended.Output);
    }

    // Nothing listens there: who tried to connect would end with 3.
    static async Task<ChildProcess.Ended> ChildProcessOf(string transcript)
    {
        using var home = new TestHome();
        return await ProgramUnderTest.RunAsync(home, [], "run", home.Write("script.smtp", transcript), "127.0.0.1:1", "--tls", "none");
    }

    [Fact]
    public async Task A_refusal_that_is_written_is_as_expected_and_one_that_is_not_is_not()
    {
        ServerStep[] steps = [.. Introduced, .. Answer("NOOP", "550 no"), .. Farewell];

        (await RunAsync("C: EHLO me\nC: NOOP\nS: 550\nC: QUIT\n", steps)).Expect(0);
        (await RunAsync("C: EHLO me\nC: NOOP\nC: QUIT\n", steps)).Expect(1);
        (await RunAsync("S: 554 no\nC: QUIT\nS: 221\n", [Say("554 no"), .. Farewell])).Expect(0);
    }

    [Fact]
    public async Task A_greeting_that_is_not_written_is_compared_with_nothing()
    {
        var talked = await RunAsync(
            "C: EHLO me\nS: 250 a\nS: 250 more\nC: QUIT\n",
            [Say(Greeting), Hear("EHLO"), SayExactly("250 a\r\n250 more\r\n"), .. Farewell]);

        Assert.DoesNotContain("expected", talked.Expect(0).Program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_nobody_asked_for_shifts_no_comparison()
    {
        var talked = await RunAsync(
            "C: EHLO me\nS: 250\nC: NOOP\nS: 250\nC: QUIT\nS: 221\n",
            [Say(Greeting), Hear("EHLO"), SayExactly("250 mx.example.com\r\n550 what\r\n"), .. Answer("NOOP", "250 ok"), .. Farewell]);

        Assert.DoesNotContain("* expected", talked.Expect(1).Program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_never_came_is_not_that_of_the_command_before()
    {
        var talked = await RunAsync("C: EHLO me\nC: NOOP\nS: 250\nC: NOOP\nS: 250\n", [.. Introduced, Hear("NOOP"), HangUp()]);

        Assert.Contains("* expected 250, got nothing\n", talked.Expect(5).Program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_wait_half_close_and_close_steer()
    {
        var pipelined = await RunAsync(
            "C: EHLO me\n* no-wait\nC: NOOP a\nC: NOOP b\nS: 250\nS: 251\nC: QUIT\n",
            [.. Introduced, Hear("NOOP a"), Hear("NOOP b"), SayExactly("250 a\r\n251 b\r\n"), .. Farewell]);
        var half = await RunAsync("C: EHLO me\n* no-wait\nC: NOOP\n* half-close\nS: 250\n", [.. Introduced, HearUntil("NOOP"), HearTheRest(), Say("250 late"), HangUp()]);
        var closed = await RunAsync("C: EHLO me\n* close\n", [.. Introduced, HearTheRest()]);

        Assert.Contains("pipelining-not-offered", pipelined.Expect(0).Program.Output, StringComparison.Ordinal);
        Assert.Contains("S: 250 late\n", half.Program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("* expected", half.Program.Output, StringComparison.Ordinal);
        Assert.Equal("EHLO me\r\n", closed.Expect(0).Heard);
    }

    [Fact]
    public async Task A_conversation_pasted_out_of_RFC_3207_is_shown_line_by_line()
    {
        const string Pasted =
            "   S: <waits for connection on TCP port 25>\n   C: <opens connection>\n   S: 220 mail.imc.org SMTP service ready\n"
            + "   C: EHLO mail.example.com\n   S: 250-mail.imc.org offers a warm hug of welcome\n   S: 250-STARTTLS\n   S: 250 DSN\n"
            + "   C: STARTTLS\n   S: 220 Go ahead\n   C: <starts TLS negotiation>\n   C & S: <negotiate a TLS session>\n"
            + "   C: EHLO mail.example.com\n   S: 250-mail.imc.org touches your hand gently for a moment\n   S: 250 DSN\n";

        var shown = (await ShowAsync(Octets.Of(Pasted), "--strict")).Expect(0).Output;

        Assert.Equal(3, shown.Split("C: EHLO mail.example.com\n").Length);
    }

    [Fact]
    public async Task A_users_own_placeholder_is_filled_from_the_password_options()
    {
        var talked = await RunAsync(
            "C: NOOP {secret:mine}\nC: NOOP {secret:password}\nC: QUIT\n",
            [Say(Greeting), .. Answer("NOOP hunter2secret\r\n", "250 ok"), .. Answer("NOOP hunter2secret\r\n", "250 hunter2secret"), .. Farewell],
            "--user",
            "me",
            "--password-command",
            "echo hunter2secret");

        Assert.DoesNotContain("hunter2secret", talked.Expect(0).Program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello\n", 1, 1)]
    [InlineData("\0\u0001\u0002", 1, 1)]
    [InlineData("nothing of ours", 1, 1)]
    [InlineData("\nfoo\nC: x\n", 2, 1)]
    [InlineData("C: EHLO x\nC%: ab%zz\n", 2, 7)]
    [InlineData("C: \u00ff\n", 1, 4)]
    [InlineData("# SMTP transcript 2\nC: x\n", 1, 19)]
    [InlineData("# SMTP transcript 1\nfoo bar\n", 2, 1)]
    public async Task What_is_no_transcript_is_6_with_its_place(string octets, int line, int column)
    {
        using var home = new TestHome();
        var file = Octets.Of(octets);
        var path = home.Write("no.smtp", file);
        foreach (var ended in (ChildProcess.Ended[])
        [
            await ProgramUnderTest.RunAsync(home, [], "show", path),
            await ProgramUnderTest.RunAsync(home, [], "show", "--json", path),
            await ProgramUnderTest.RunAsync(home, [], "run", path, "127.0.0.1:1"),
            await ProgramUnderTest.RunAsync(home, file, "connect", "127.0.0.1:1", "--script"),
        ])
        {
            Assert.Contains($"line {line}, column {column}:", ended.Expect(6).Error, StringComparison.Ordinal);
            Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("C: EHLO x\nC%: %4")]
    [InlineData("# SMTP tran")]
    [InlineData("C: EHLO x\nS: 250 \u00c3")]
    public async Task What_a_killed_program_leaves_is_a_transcript(string octets) => (await ShowAsync(Octets.Of(octets))).Expect(0);
}
