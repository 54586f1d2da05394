using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Contract.Conversing;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Contract;

public class LineModeContractTests
{
    [Theory]
    [InlineData("EHLO me\nNOOP\nQUIT\n", "EHLO me\r\nNOOP\r\nQUIT\r\n")]
    [InlineData("EHLO me\r\nNOOP\r\nQUIT\r\n", "EHLO me\r\nNOOP\r\nQUIT\r\n")]
    [InlineData("EHLO me\nNOOP\nQUIT", "EHLO me\r\nNOOP\r\nQUIT\r\n")]
    [InlineData("EHLO me\nNOOP", "EHLO me\r\nNOOP\r\nQUIT\r\n")]
    [InlineData("EHLO me\nNOOP \r \n", "EHLO me\r\nNOOP \r \r\nQUIT\r\n")]
    public async Task What_is_read_is_what_is_sent_with_CRLF_for_its_ending(string input, string sent)
    {
        var talked = await ConnectAsync(input, [.. Introduced, .. Answer("NOOP", "250 ok"), .. Farewell]);

        Assert.Equal(sent, talked.Expect(0).Heard);
    }

    [Theory]
    [InlineData("R")]
    [InlineData("Q")]
    [InlineData("/quit")]
    [InlineData(":help")]
    [InlineData("")]
    [InlineData("* close")]
    public async Task No_line_is_a_command_to_the_program(string line)
    {
        var talked = await ConnectAsync(line + "\n", [Say(Greeting), .. Answer(line, "500 what"), .. Farewell]);

        Assert.Equal(line + "\r\nQUIT\r\n", talked.Expect(1).Heard);
    }

    [Theory]
    [InlineData("503 no")]
    [InlineData("250 ok")]
    [InlineData("334 go on")]
    [InlineData("hello")]
    public async Task When_DATA_is_not_answered_by_354_the_content_is_skipped_and_that_is_said(string reply)
    {
        var talked = await ConnectAsync(
            "DATA\nRCPT TO:<a@b.example>\n..\n.\nNOOP\n",
            [Say(Greeting), .. Answer("DATA", reply), .. Answer("NOOP", "250 ok"), .. Farewell]);

        Assert.Equal("DATA\r\nNOOP\r\nQUIT\r\n", talked.Expect(1).Heard);
        Assert.Contains("skipped", talked.Program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_is_dot_stuffed_unless_that_is_turned_off()
    {
        ServerStep[] steps = [Say(Greeting), .. Answer("DATA", "354 go"), HearUntil("."), Say("250 ok"), .. Farewell];

        Assert.Equal("DATA\r\n..a\r\n...\r\n.\r\nQUIT\r\n", (await ConnectAsync("DATA\n.a\n..\n.\n", steps)).Expect(0).Heard);
        Assert.Equal("DATA\r\n.a\r\n..\r\n.\r\nQUIT\r\n", (await ConnectAsync("DATA\n.a\n..\n.\n", steps, "--no-stuffing")).Expect(0).Heard);
    }

    [Fact]
    public async Task At_the_end_of_input_inside_DATA_the_program_closes_without_the_dot()
    {
        var talked = await ConnectAsync("DATA\nhalf", [Say(Greeting), .. Answer("DATA", "354 go"), HearTheRest()]);

        Assert.Equal("DATA\r\nhalf\r\n", talked.Expect(1).Heard);
    }

    [Fact]
    public async Task QUIT_is_sent_once_however_it_is_answered()
    {
        var talked = await ConnectAsync("QUIT\n", [Say(Greeting), .. Answer("QUIT", "550 no"), HearTheRest()]);

        Assert.Equal("QUIT\r\n", talked.Expect(1).Heard);
    }

    [Theory]
    [InlineData("250 extra", 0)]
    [InlineData("550 extra", 1)]
    public async Task A_reply_nobody_asked_for_is_no_answer_to_the_next_line(string extra, int status)
    {
        var talked = await ConnectAsync(
            "EHLO me\nNOOP\n", [Say(Greeting), Hear("EHLO"), SayExactly($"250 mx.example.com\r\n{extra}\r\n"), .. Answer("NOOP", "250 ok"), .. Farewell], "--json");

        var events = Json.Events(talked.Expect(status).Program);
        var unasked = events.FindIndex(e => Json.Text(e, "event") == "reply" && Json.IsNull(e, "to"));
        var noop = events.FindIndex(e => Json.Text(e, "verb") == "NOOP");
        Assert.InRange(unasked, 0, noop - 1);
        Assert.Contains("reply-unsolicited", events[unasked].ToString(), StringComparison.Ordinal);
        Assert.Equal(250, events.First(e => Json.Text(e, "to") == "NOOP").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task What_came_before_the_content_is_no_verdict_on_it()
    {
        var talked = await ConnectAsync(
            "DATA\na\n.\n", [Say(Greeting), Hear("DATA"), SayExactly("354 go\r\n250 early\r\n"), HearUntil("."), Say("552 too much"), .. Farewell], "--json");

        var verdict = Assert.Single(Json.Events(talked.Expect(1).Program), e => Json.Text(e, "to") == "message");
        Assert.Equal(552, verdict.GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("250 hello")]
    [InlineData("550 hello")]
    [InlineData("451 4.3.0 hello")]
    public async Task What_the_server_says_while_the_input_idles_is_shown_at_once(string said)
    {
        foreach (var options in (string[][])[[], ["--json"]])
        {
            using var home = new TestHome();
            await using var server = ScriptedServer.Play([Say(Greeting), Say(said), .. Farewell]);
            await using var program = ProgramUnderTest.Start(home, ["connect", $"127.0.0.1:{server.Port}", "--tls", "none", .. options]);

            await program.UntilAsync("reply-unsolicited");
            program.CloseInput();
            await program.EndAsync();
        }
    }

    [Fact]
    public async Task The_time_limit_is_for_the_whole_reply_and_what_came_of_it_is_saved()
    {
        var talked = await ConnectAsync(
            "NOOP\n", [Say(Greeting), Hear("NOOP"), SayExactly("250-some\r\n250-pa"), HearTheRest()], "--timeout", "1", "--save", "saved.smtp");

        Assert.Contains("No reply to NOOP", talked.Expect(5).Program.Error, StringComparison.Ordinal);
        Assert.Contains("] 250-some\n", talked.Saved, StringComparison.Ordinal);
        Assert.Contains("] 250-pa\n", talked.Saved, StringComparison.Ordinal);
    }
}
