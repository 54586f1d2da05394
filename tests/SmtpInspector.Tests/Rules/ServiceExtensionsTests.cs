using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Tests.Rules;

public class ServiceExtensionsTests
{
    [Fact]
    public void A_keyword_stands_once_and_is_one_by_the_grammar()
    {
        Assert.Equal(ServiceExtensions.All.Count, ServiceExtensions.All.Select(row => row.Keyword).Distinct().Count());
        Assert.All(ServiceExtensions.All, row => Assert.Matches("^[A-Z0-9][A-Z0-9-]*$", row.Keyword));
    }

    [Fact]
    public void No_registered_keyword_begins_with_X() =>
        Assert.DoesNotContain(ServiceExtensions.All, row => row.IsRegistered && row.Keyword[0] == 'X');

    [Fact]
    public void A_keyword_is_found_in_any_case()
    {
        Assert.Equal("STARTTLS", ServiceExtensions.Find("startTLS"u8)?.Keyword);
        Assert.Null(ServiceExtensions.Find("STARTTLS2"u8));
        Assert.Null(ServiceExtensions.Find(""u8));
    }

    [Theory]
    [InlineData(Verb.Bdat, "CHUNKING")]
    [InlineData(Verb.StartTls, "STARTTLS")]
    [InlineData(Verb.Auth, "AUTH")]
    [InlineData(Verb.Etrn, "ETRN")]
    [InlineData(Verb.Mail, null)]
    [InlineData(Verb.Unknown, null)]
    public void A_command_knows_the_keyword_that_offers_it(Verb verb, string? keyword) =>
        Assert.Equal(keyword, ServiceExtensions.KeywordFor(verb));
}
