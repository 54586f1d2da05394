namespace SmtpInspector.Tests.Grammar;

public class EhloNameTests
{
    [Theory]
    [InlineData("EHLO my_host", "ehlo-name error 7-8")]
    [InlineData("EHLO [2001:db8::1]", "ehlo-name error 5-18")]
    [InlineData("EHLO my_host.", "ehlo-name error 12-13")]
    [InlineData("HELO bar.com.", "ehlo-name error 12-13")]
    [InlineData("LHLO -bar.com", "ehlo-name error 5-6")]
    [InlineData("EHLO bar..com", "ehlo-name error 9-10")]
    [InlineData("EHLO http://bar.com", "ehlo-name error 9-10")]
    [InlineData("EHLO me@bar.com", "ehlo-name error 7-8")]
    [InlineData("EHLO <bar.com>", "ehlo-name error 5-6")]
    [InlineData("EHLO bücher.example", "ehlo-name error 6-7")]
    [InlineData("EHLO [::1]", "ehlo-name error 5-10")]
    [InlineData("EHLO [256.0.0.1]", "ehlo-name error 5-16")]
    [InlineData("EHLO [127.0.0.1", "ehlo-name error 5-15")]
    [InlineData("HELO []", "ehlo-name error 5-7")]
    [InlineData("EHLO my host", "ehlo-name error 8-12")]
    public void A_name_that_is_neither_domain_nor_literal_is_an_error(string line, string found) =>
        Assert.Equal(found, Read.Summary(line));

    [Theory]
    [InlineData("EHLO 192.0.2.1", "ehlo-name warning 5-14")]
    [InlineData("HELO 192.0.2.1", "ehlo-name warning 5-14")]
    [InlineData("EHLO 2001:db8::1", "ehlo-name warning 5-16")]
    public void A_bare_address_is_a_warning(string line, string found) => Assert.Equal(found, Read.Summary(line));

    [Theory]
    [InlineData("HELO [192.0.2.1]", "ehlo-name info 5-16")]
    [InlineData("helo [IPv6:::1]", "ehlo-name info 5-15")]
    public void A_literal_with_HELO_is_worth_knowing(string line, string found) => Assert.Equal(found, Read.Summary(line));

    [Fact]
    public void What_follows_a_literal_is_a_warning() =>
        Assert.Equal("ehlo-name warning 17-21", Read.Summary("EHLO [192.0.2.1] work"));

    [Fact]
    public void Four_numbers_too_large_for_an_address_are_a_domain() => Assert.Empty(Read.Findings("EHLO 999.0.2.1"));
}
