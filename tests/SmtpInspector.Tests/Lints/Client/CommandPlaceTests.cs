namespace SmtpInspector.Tests.Lints.Client;

public class CommandPlaceTests
{
    [Theory]
    [InlineData("MAIL FROM:<>")]
    [InlineData("RCPT TO:<a@foo.com>")]
    [InlineData("DATA")]
    [InlineData("BDAT 0 LAST")]
    [InlineData("AUTH PLAIN")]
    [InlineData("STARTTLS")]
    [InlineData("ETRN example.com")]
    public void Before_EHLO_only_what_needs_none_may_come(string command) =>
        Assert.Contains(
            Judged.Commands($"S: 220 foo.com\nC: {command}\nS: 503 no\n"),
            found => found.Contains(": command-out-of-order error 0-", StringComparison.Ordinal));

    [Theory]
    [InlineData("C: RCPT TO:<a@foo.com>", "RCPT: command-out-of-order error 0-4")]
    [InlineData("C: DATA", "DATA: command-out-of-order error 0-4")]
    [InlineData("C: BDAT 0 LAST", "BDAT: command-out-of-order error 0-4")]
    [InlineData("C: MAIL FROM:<>\nS: 250 ok\nC: DATA", "DATA: command-out-of-order error 0-4")]
    [InlineData("C: MAIL FROM:<>\nS: 250 ok\nC: RSET\nS: 250 ok\nC: RCPT TO:<a@foo.com>", "RCPT: command-out-of-order error 0-4")]
    [InlineData("C: MAIL FROM:<>\nS: 550 no\nC: RCPT TO:<a@foo.com>", "RCPT: command-out-of-order error 0-4")]
    [InlineData("C: MAIL FROM:<>\nS: 250 ok\nC: MAIL FROM:<>", "MAIL: command-out-of-order error 0-4")]
    [InlineData("C: MAIL FROM:<>\nC: MAIL FROM:<>", "MAIL: command-out-of-order error 0-4")]
    [InlineData("C: MAIL FROM:<>\nC: DATA", "DATA: command-out-of-order error 0-4")]
    [InlineData("C: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<a@foo.com>\nS: 250 ok\nC: BDAT 0 LAST\nS: 250 ok\nC: BDAT 0 LAST", "BDAT: command-out-of-order error 0-4")]
    [InlineData("C: QUIT\nS: 221 bye\nC: NOOP", "NOOP: command-out-of-order error 0-4")]
    public void What_must_come_first_and_did_not_is_found(string conversation, string found) =>
        Assert.Equal([found], Judged.AfterHello(conversation + "\nS: 503 no\n"));

    [Theory]
    [InlineData("S: 220 foo.com\nC: DATA\n", "EHLO must be accepted first")]
    [InlineData("S: 220 foo.com\nC: EHLO bar.com\nS: 250 foo.com\nC: DATA\n", "MAIL must be accepted first")]
    [InlineData("S: 220 foo.com\nC: EHLO bar.com\nS: 250 foo.com\nC: MAIL FROM:<>\nS: 250 ok\nC: DATA\n", "at least one RCPT must be accepted first")]
    public void The_message_says_what_must_come_first(string conversation, string words) =>
        Assert.Contains(words, Assert.Single(Judged.Messages(conversation)), StringComparison.Ordinal);

    [Fact]
    public void DATA_after_every_recipient_was_refused_is_worth_knowing() =>
        Assert.Equal(
            ["DATA: command-out-of-order info 0-4"],
            Judged.AfterHello("C: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<a@foo.com>\nS: 550 no\nC: DATA\nS: 554 no\n"));

    [Fact]
    public void DATA_cannot_follow_BINARYMIME() =>
        Assert.Equal(
            ["DATA: command-out-of-order error 0-4"],
            Judged.Commands("S: 220 foo.com\nC: EHLO bar.com\nS: 250-foo.com\nS: 250-CHUNKING\nS: 250 BINARYMIME\nC: MAIL FROM:<> BODY=BINARYMIME\nS: 250 ok\nC: RCPT TO:<a@foo.com>\nS: 250 ok\nC: DATA\nS: 503 no\n"));

    [Fact]
    public void The_server_greets_before_the_first_command() =>
        Assert.Equal(
            ["EHLO: command-before-greeting error 0-4", "MAIL: command-before-greeting error 0-4"],
            Judged.Commands("* connected address=192.0.2.1:25\nC: EHLO bar.com\nC: MAIL FROM:<>\nS: 220 foo.com\n"));

    [Theory]
    [InlineData("554 no service", "EHLO: command-out-of-order info 0-4")]
    [InlineData("421 not now", null)]
    public void After_a_greeting_that_refuses_only_QUIT_makes_sense(string greeting, string? found) =>
        Assert.Equal(found is null ? [] : [found], Judged.Commands($"S: {greeting}\nC: EHLO bar.com\nS: 503 no\nC: QUIT\nS: 221 bye\n"));

    [Theory]
    [InlineData("DATA", "BDAT 0 LAST")]
    [InlineData("BDAT 0", "DATA")]
    public void DATA_and_BDAT_do_not_mix(string first, string second) =>
        Assert.Equal(
            [$"{second[..4]}: data-bdat-mixed error 0-4"],
            Judged.AfterHello($"C: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<a@foo.com>\nS: 250 ok\nC: {first}\nS: 451 later\nC: {second}\nS: 503 no\n"));

    [Fact]
    public void DATA_and_BDAT_may_follow_each_other_in_one_session() =>
        Assert.Empty(Judged.AfterHello("""
            C: MAIL FROM:<>
            C: RCPT TO:<a@foo.com>
            C: DATA
            S: 250 ok
            S: 250 ok
            S: 354 go
            C: .
            C: MAIL FROM:<>
            C: RCPT TO:<a@foo.com>
            C: BDAT 0 LAST
            S: 250 ok
            S: 250 ok
            S: 250 ok
            S: 250 ok

            """));

    [Fact]
    public void AUTH_may_not_stand_in_a_transaction() =>
        Assert.Equal(
            ["AUTH: auth-in-transaction error 0-4"],
            Judged.AfterHello("C: MAIL FROM:<>\nS: 250 ok\nC: AUTH PLAIN AHUAcA==\nS: 503 no\n"));

    [Fact]
    public void AUTH_may_not_follow_a_successful_AUTH() =>
        Assert.Equal(
            ["AUTH: auth-twice error 0-4"],
            Judged.AfterHello("C: AUTH PLAIN AHUAcA==\nS: 535 no\nC: AUTH PLAIN AHUAcA==\nS: 235 ok\nC: AUTH PLAIN AHUAcA==\nS: 503 no\n"));

    [Theory]
    [InlineData("implicit", "STARTTLS: starttls-inside-tls error 0-8")]
    [InlineData("none", "STARTTLS: extension-not-advertised error 0-8")]
    public void STARTTLS_may_not_stand_inside_TLS(string tls, string found) =>
        Assert.Equal(
            [found],
            Judged.Commands($"# SMTP transcript 1\ntls: {tls}\n\nS: 220 foo.com\nC: EHLO bar.com\nS: 250 foo.com\nC: STARTTLS\nS: 503 no\n"));

    [Theory]
    [InlineData("EHLO", "STARTTLS")]
    [InlineData("EHLO", "AUTH CRAM-MD5")]
    [InlineData("EHLO", "ETRN example.com")]
    [InlineData("HELO", "STARTTLS")]
    [InlineData("HELO", "AUTH CRAM-MD5")]
    public void A_command_needs_its_extension(string hello, string command) =>
        Assert.Equal(
            [$"{command.Split(' ')[0]}: extension-not-advertised error 0-{command.Split(' ')[0].Length}"],
            Judged.Commands($"# SMTP transcript 1\ntls: starttls\n\nS: 220 foo.com\nC: {hello} bar.com\nS: 250 foo.com\nC: {command}\nS: 502 no\n"));

    [Theory]
    [InlineData("BDAT 0 LAST")]
    [InlineData("BURL imap://a.example/b LAST")]
    public void A_chunk_needs_its_extension(string command) =>
        Assert.Equal(
            [$"{command[..4]}: extension-not-advertised error 0-4"],
            Judged.Commands(Judged.BareHello + $"C: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<a@foo.com>\nS: 250 ok\nC: {command}\nS: 502 no\n"));

    [Fact]
    public void What_was_offered_before_TLS_counts_no_more() =>
        Assert.Equal(
            ["AUTH: command-out-of-order error 0-4"],
            Judged.Commands("S: 220 foo.com\nC: EHLO bar.com\nS: 250-foo.com\nS: 250-AUTH PLAIN\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nC: AUTH PLAIN\nS: 334 \n"));
}
