namespace SmtpInspector.Tests.Lints.Client;

public class OfferTests
{
    [Theory]
    [InlineData("SIZE=10")]
    [InlineData("BODY=7BIT")]
    [InlineData("BODY=8BITMIME")]
    [InlineData("BODY=BINARYMIME")]
    [InlineData("SMTPUTF8")]
    [InlineData("RET=FULL")]
    [InlineData("ENVID=x")]
    [InlineData("AUTH=<>")]
    [InlineData("BY=120;R")]
    [InlineData("HOLDFOR=60")]
    [InlineData("HOLDUNTIL=2030-01-01T09:00:00Z")]
    [InlineData("MT-PRIORITY=1")]
    [InlineData("REQUIRETLS")]
    public void A_parameter_of_MAIL_needs_its_extension(string parameter)
    {
        var found = $"MAIL: parameter-not-advertised error 13-{13 + parameter.Length}";
        Assert.Equal([found], Judged.Commands(Judged.BareHello + $"C: MAIL FROM:<> {parameter}\nS: 555 no\n"));
        Assert.Equal([found], Judged.Commands($"S: 220 foo.com\nC: HELO bar.com\nS: 250 foo.com\nC: MAIL FROM:<> {parameter}\nS: 555 no\n"));
        Assert.Empty(Judged.Commands(
            "S: 220 foo.com\nC: EHLO bar.com\nS: 250-foo.com\nS: 250-size\nS: 250-8bitmime\nS: 250-binarymime\nS: 250-chunking\nS: 250-smtputf8\nS: 250-dsn\nS: 250-auth plain\nS: 250-deliverby\nS: 250-futurerelease 100 2040-01-01T00:00:00Z\nS: 250-mt-priority mixer\nS: 250 requiretls\n"
            + $"C: MAIL FROM:<> {parameter}\nS: 250 ok\n"));
    }

    [Theory]
    [InlineData("NOTIFY=NEVER")]
    [InlineData("ORCPT=rfc822;a@foo.com")]
    public void A_parameter_of_RCPT_needs_its_extension(string parameter)
    {
        Assert.Equal(
            [$"RCPT: parameter-not-advertised error 20-{20 + parameter.Length}"],
            Judged.Commands(Judged.BareHello + $"C: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<a@foo.com> {parameter}\nS: 555 no\n"));
        Assert.Empty(Judged.AfterHello($"C: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<a@foo.com> {parameter}\nS: 250 ok\n"));
    }

    [Theory]
    [InlineData("FOO=1", "MAIL: parameter-not-advertised warning 13-18")]
    [InlineData("XFOO=1", null)]
    public void A_parameter_no_extension_is_known_for_is_a_likely_mistake(string parameter, string? found) =>
        Assert.Equal(found is null ? [] : [found], Judged.AfterHello($"C: MAIL FROM:<> {parameter}\nS: 555 no\n"));

    [Theory]
    [InlineData("SIZE 1000", "SIZE=1001", "MAIL: size-exceeds-advertised warning 13-22")]
    [InlineData("SIZE 1000", "SIZE=1000", null)]
    [InlineData("SIZE 1000", "SIZE=99999999999999999999", "MAIL: size-exceeds-advertised warning 13-38")]
    [InlineData("SIZE 0", "SIZE=1001", null)]
    [InlineData("SIZE", "SIZE=1001", null)]
    [InlineData("SIZE many", "SIZE=1001", null)]
    public void A_declared_size_is_held_against_the_offer(string offer, string parameter, string? found) =>
        Assert.Equal(
            found is null ? [] : [found],
            Judged.Commands($"S: 220 foo.com\nC: EHLO bar.com\nS: 250-foo.com\nS: 250 {offer}\nC: MAIL FROM:<> {parameter}\nS: 250 ok\n"));

    [Fact]
    public void The_chunk_that_goes_beyond_the_size_is_found_once()
    {
        var chunk = $"C: {new string('x', 598)}\n";
        Assert.Equal(
            ["BDAT: size-exceeds-advertised warning 0-8"],
            Judged.AfterHello($"C: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<a@foo.com>\nS: 250 ok\nC: BDAT 600\n{chunk}S: 250 ok\nC: BDAT 600\n{chunk}S: 250 ok\nC: BDAT 0 LAST\nS: 552 no\n"));
    }

    [Theory]
    [InlineData("AUTH XOAUTH2", "AUTH: auth-mechanism-not-advertised error 5-12")]
    [InlineData("AUTH cram-md5", null)]
    public void A_mechanism_must_be_offered(string command, string? found) =>
        Assert.Equal(found is null ? [] : [found], Judged.AfterHello($"C: {command}\nS: 504 no\n"));

    [Theory]
    [InlineData("FROB", "FROB: command-unknown warning 0-4")]
    [InlineData("MIAL FROM:<a@bar.com>", "MIAL: command-unknown warning 0-4")]
    [InlineData("TURN", "TURN: command-unknown warning 0-4")]
    [InlineData("GET / HTTP/1.1", "GET: command-unknown warning 0-3")]
    [InlineData("XCLIENT NAME=a", null)]
    public void A_verb_no_one_knows_is_found(string command, string? found) =>
        Assert.Equal(found is null ? [] : [found], Judged.AfterHello($"C: {command}\nS: 500 what?\n"));

    [Fact]
    public void The_answer_to_a_challenge_that_never_came_is_no_command() =>
        Assert.EndsWith(
            ": command-unknown warning 0-8",
            Assert.Single(Judged.AfterHello("C: AUTH LOGIN\nS: 535 no\nC: dXNlcg==\nS: 500 what?\n")),
            StringComparison.Ordinal);
}
