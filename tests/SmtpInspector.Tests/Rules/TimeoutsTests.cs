using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Tests.Rules;

public class TimeoutsTests
{
    [Theory]
    [InlineData(Verb.Connection, 5)]
    [InlineData(Verb.Mail, 5)]
    [InlineData(Verb.Rcpt, 5)]
    [InlineData(Verb.Data, 2)]
    [InlineData(Verb.EndOfData, 10)]
    [InlineData(Verb.Bdat, 10)]
    [InlineData(Verb.Ehlo, 5)]
    [InlineData(Verb.Auth, 5)]
    [InlineData(Verb.Unknown, 5)]
    public void A_client_waits_as_long_as_the_RFC_says(Verb verb, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Timeouts.For(verb));
}
