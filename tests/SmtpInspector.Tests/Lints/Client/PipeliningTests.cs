namespace SmtpInspector.Tests.Lints.Client;

public class PipeliningTests
{
    [Fact]
    public void Without_the_offer_each_reply_must_be_awaited() =>
        Assert.Equal(
            ["RCPT: pipelining-not-offered error 0-4"],
            Judged.Commands(Judged.BareHello + "C: MAIL FROM:<>\nC: RCPT TO:<a@foo.com>\nS: 250 ok\nS: 250 ok\nC: DATA\nS: 354 go\nC: .\nS: 250 ok\n"));

    [Fact]
    public void After_HELO_nothing_is_offered() =>
        Assert.Equal(
            ["RCPT: pipelining-not-offered error 0-4"],
            Judged.Commands("S: 220 foo.com\nC: HELO bar.com\nS: 250 foo.com\nC: MAIL FROM:<>\nC: RCPT TO:<a@foo.com>\nS: 250 ok\nS: 250 ok\n"));

    [Fact]
    public void Before_the_reply_to_EHLO_nothing_is_offered() =>
        Assert.Equal(
            ["MAIL: pipelining-not-offered error 0-4"],
            Judged.Commands("S: 220 foo.com\nC: EHLO bar.com\nC: MAIL FROM:<>\nS: 250-foo.com\nS: 250 PIPELINING\nS: 250 ok\n"));

    [Theory]
    [InlineData("EHLO bar.com", "NOOP")]
    [InlineData("HELO bar.com", "NOOP")]
    [InlineData("VRFY a", "NOOP")]
    [InlineData("EXPN a", "NOOP")]
    [InlineData("NOOP", "NOOP")]
    [InlineData("QUIT", "NOOP")]
    [InlineData("AUTH PLAIN", "NOOP")]
    [InlineData("AUTH LOGIN dQ==", "NOOP")]
    public void What_must_be_last_in_a_group_is_found_at_the_command_behind_it(string first, string second) =>
        Assert.Equal(
            ["NOOP: pipelining-order error 0-4"],
            Judged.AfterHello($"C: {first}\nC: {second}\nS: 250 ok\nS: 250 ok\n"));

    [Fact]
    public void DATA_is_the_last_of_its_group() =>
        Assert.Equal(
            ["QUIT: pipelining-order error 0-4"],
            Judged.AfterHello("C: MAIL FROM:<>\nC: RCPT TO:<a@foo.com>\nC: DATA\nC: QUIT\nS: 250 ok\nS: 250 ok\nS: 554 no\nS: 221 bye\n"));

    [Theory]
    [InlineData("RSET")]
    [InlineData("AUTH PLAIN AHUAcA==")]
    [InlineData("HELP")]
    public void What_may_stand_anywhere_in_a_group_is_not_found(string first) =>
        Assert.Empty(Judged.AfterHello($"C: {first}\nC: NOOP\nS: 250 ok\nS: 250 ok\n"));

    [Fact]
    public void STARTTLS_is_the_last_of_its_group() =>
        Assert.Equal(
            ["EHLO: pipelining-order error 0-4"],
            Judged.Commands("S: 220 foo.com\nC: EHLO bar.com\nS: 250-foo.com\nS: 250-PIPELINING\nS: 250 STARTTLS\nC: STARTTLS\nC: EHLO bar.com\nS: 454 no\nS: 250 foo.com\n"));
}
