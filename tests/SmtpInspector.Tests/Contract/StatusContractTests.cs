using static SmtpInspector.Tests.Contract.Conversing;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Contract;

public class StatusContractTests
{
    [Fact]
    public async Task A_close_alone_is_5_and_a_bad_reply_before_it_1()
    {
        (await ConnectAsync("EHLO me\n", [Say(Greeting), Hear("EHLO"), HangUp()])).Expect(5);
        (await ConnectAsync("EHLO me\nNOOP\n", [Say(Greeting), .. Answer("EHLO", "550 no"), HangUp()])).Expect(1);
    }

    [Theory]
    [InlineData("250-mx.example.com\r\n")]
    [InlineData("250-mx.example.com\r\n250-PIPEL")]
    [InlineData("25")]
    public async Task A_close_within_a_reply_is_a_close_alone(string begun) =>
        (await ConnectAsync("EHLO me\n", [Say(Greeting), Hear("EHLO"), SayExactly(begun), HangUp()])).Expect(5);

    [Fact]
    public async Task After_a_421_nothing_more_is_sent_wherever_it_comes()
    {
        Assert.Equal("", (await ConnectAsync("EHLO me\nNOOP\n", [Say("421 busy"), HearTheRest()])).Expect(1).Heard);
        Assert.Equal("EHLO me\r\n", (await ConnectAsync("EHLO me\nNOOP\n", [Say(Greeting), .. Answer("EHLO", "421 bye"), HearTheRest()])).Expect(1).Heard);
        Assert.Equal(
            "EHLO me\r\n",
            (await ConnectAsync("EHLO me\nNOOP\n", [Say(Greeting), Hear("EHLO"), SayExactly("250 mx\r\n421 4.3.2 bye\r\n"), HearTheRest()])).Expect(1).Heard);
        Assert.Equal(
            "DATA\r\na\r\n.\r\n",
            (await ConnectAsync("DATA\na\n.\nNOOP\n", [Say(Greeting), .. Answer("DATA", "354 go"), HearUntil("."), Say("421 bye"), HearTheRest()])).Expect(1).Heard);
        Assert.Equal("QUIT\r\n", (await ConnectAsync("QUIT\n", [Say(Greeting), .. Answer("QUIT", "421 bye"), HearTheRest()])).Expect(1).Heard);
    }

    [Fact]
    public async Task A_421_inside_the_message_is_what_ended_it_and_not_the_input()
    {
        var talked = await ConnectAsync("DATA\na\n.\nNOOP\n", [Say(Greeting), Hear("DATA"), SayExactly("354 go\r\n421 4.3.2 bye\r\n"), HearTheRest()]);

        Assert.Contains("* The server said 421 inside the message: nothing more is sent", talked.Expect(1).Program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("input ended", talked.Program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_close_behind_the_220_of_STARTTLS_is_4_and_sends_nobody_to_another_port()
    {
        var talked = await ConnectAsync(
            "NOOP\n",
            [Say(Greeting), Hear("EHLO"), SayExactly("250-mx.example.com\r\n250 STARTTLS\r\n"), .. Answer("STARTTLS", "220 go"), HearSome(), HangUp()],
            "--tls",
            "starttls");

        Assert.Contains("The server said 220 to STARTTLS and closed the connection", talked.Expect(4).Program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--tls", talked.Program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_421_to_what_the_program_sends_itself_is_1_too()
    {
        var introduction = await ConnectAsync("NOOP\n", [Say(Greeting), .. Answer("EHLO", "421 bye"), HearTheRest()], "--tls", "auto");
        var upgrade = await ConnectAsync(
            "NOOP\n",
            [Say(Greeting), Hear("EHLO"), SayExactly("250-mx.example.com\r\n250 STARTTLS\r\n"), .. Answer("STARTTLS", "421 bye"), HearTheRest()],
            "--tls",
            "starttls");

        Assert.Single(introduction.Expect(1).Heard.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.EndsWith("STARTTLS\r\n", upgrade.Expect(1).Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_STARTTLS_that_is_refused_or_missing_is_4_and_nothing_of_the_users_is_sent()
    {
        var missing = await ConnectAsync("NOOP\n", [Say(Greeting), .. Answer("EHLO", "250 mx.example.com"), HearTheRest()], "--tls", "starttls");
        var refused = await ConnectAsync(
            "NOOP\n",
            [Say(Greeting), Hear("EHLO"), SayExactly("250-mx.example.com\r\n250 STARTTLS\r\n"), .. Answer("STARTTLS", "454 not now"), HearTheRest()],
            "--tls",
            "auto");

        Assert.DoesNotContain("NOOP", missing.Expect(4).Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("NOOP", refused.Expect(4).Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("starttls", "")]
    [InlineData("auto", "")]
    [InlineData("none", "EHLO me\nSTARTTLS\n")]
    public async Task Plaintext_behind_the_220_of_STARTTLS_is_no_reply_and_ends_with_4(string mode, string typed)
    {
        var talked = await ConnectAsync(
            typed + "NOOP\n",
            [Say(Greeting), Hear("EHLO"), SayExactly("250-mx.example.com\r\n250 STARTTLS\r\n"), Hear("STARTTLS"), SayExactly("220 go\r\n250 injected\r\n550 ha"), HearTheRest()],
            "--tls",
            mode,
            "--json");

        var events = Json.Events(talked.Expect(4).Program);
        Assert.DoesNotContain(events, e => Json.Text(e, "event") == "reply" && e.ToString().Contains("injected", StringComparison.Ordinal));
        Assert.Contains(events, e => Json.Text(e, "event") == "note" && e.ToString().Contains("starttls-injection", StringComparison.Ordinal));
        Assert.EndsWith("STARTTLS\r\n", talked.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", 200_000)]
    [InlineData("250-line\r\n", 10_050)]
    [InlineData("250-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", 9_000)]
    public async Task A_reply_without_end_is_cut_and_ends_with_5(string piece, int times)
    {
        var talked = await ConnectAsync(
            "NOOP\nNOOP\n",
            [Say(Greeting), Hear("NOOP"), SayExactly(string.Concat(Enumerable.Repeat(piece, times))), HearTheRest()],
            "--json",
            "--save",
            "saved.smtp");

        var events = Json.Events(talked.Expect(5).Program);
        Assert.Equal("NOOP\r\n", talked.Heard);
        var cut = events.FindIndex(e => Json.Text(e, "to") == "NOOP");
        Assert.NotEmpty(events[cut].GetProperty("findings").EnumerateArray());
        Assert.Equal(["error", "closed"], events[(cut + 1)..].Select(e => Json.Text(e, "event")));
        Assert.EndsWith("closed by=client clean=no\n", talked.Saved, StringComparison.Ordinal);
        (await ShowAsync(System.Text.Encoding.UTF8.GetBytes(talked.Saved))).Expect(0);
    }

    [Theory]
    [InlineData("250\r\n")]
    [InlineData("250\n")]
    [InlineData("250-\r\n250\r\n")]
    [InlineData("251 elsewhere\r\n")]
    [InlineData("299 odd\r\n")]
    public async Task A_success_is_a_success_in_whatever_form(string reply) =>
        (await ConnectAsync("NOOP\n", [Say(Greeting), Hear("NOOP"), SayExactly(reply), .. Farewell])).Expect(0);

    [Theory]
    [InlineData("hello\r\n")]
    [InlineData("600 no\r\n")]
    [InlineData("199 no\r\n")]
    [InlineData("450 no\r\n")]
    [InlineData("\r\n")]
    public async Task Anything_else_is_1(string reply) =>
        (await ConnectAsync("NOOP\n", [Say(Greeting), Hear("NOOP"), SayExactly(reply), .. Farewell])).Expect(1);

    [Fact]
    public async Task A_refused_EHLO_of_the_programs_own_counts_where_the_conversation_goes_on() =>
        (await ConnectAsync("NOOP\n", [Say(Greeting), .. Answer("EHLO", "500 no"), .. Answer("NOOP", "250 ok"), .. Farewell], "--tls", "auto")).Expect(1);
}
