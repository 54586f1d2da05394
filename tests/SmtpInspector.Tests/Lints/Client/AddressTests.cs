namespace SmtpInspector.Tests.Lints.Client;

public class AddressTests
{
    [Fact]
    public void A_sender_in_UTF8_needs_the_parameter() =>
        Assert.Equal(["MAIL: address-non-ascii error 10-25"], Judged.AfterHello("C: MAIL FROM:<jürg@bar.com>\nS: 250 ok\n"));

    [Theory]
    [InlineData("MAIL FROM:<a@bar.com>", true)]
    [InlineData("MAIL FROM:<a@bar.com> SMTPUTF8", false)]
    public void A_recipient_in_UTF8_needs_the_parameter_on_MAIL(string mail, bool isFound)
    {
        string[] found = isFound ? ["RCPT: address-non-ascii error 8-23"] : [];
        Assert.Equal(found, Judged.AfterHello($"C: {mail}\nS: 250 ok\nC: RCPT TO:<jürg@foo.com>\nS: 250 ok\n"));
        Assert.Equal(found, Judged.AfterHello($"C: {mail}\nC: RCPT TO:<jürg@foo.com>\nS: 250 ok\nS: 250 ok\n"));
    }

    [Theory]
    [InlineData("VRFY")]
    [InlineData("EXPN")]
    public void A_name_in_UTF8_needs_the_offer(string verb)
    {
        Assert.Equal([$"{verb}: address-non-ascii error 5-10"], Judged.Commands(Judged.BareHello + $"C: {verb} jürg\nS: 250 ok\n"));
        Assert.Empty(Judged.AfterHello($"C: {verb} jürg\nS: 250 ok\n"));
    }
}
