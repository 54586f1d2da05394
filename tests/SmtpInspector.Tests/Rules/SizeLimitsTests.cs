using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Tests.Rules;

public class SizeLimitsTests
{
    [Theory]
    [InlineData(Verb.Noop, 512)]
    [InlineData(Verb.Ehlo, 512)]
    [InlineData(Verb.Vrfy, 512)]
    [InlineData(Verb.Mail, 512 + 26 + 17 + 16 + 110 + 40 + 500 + 17 + 10 + 15 + 11)]
    [InlineData(Verb.Rcpt, 512 + 530)]
    public void A_command_line_may_be_as_long_as_its_extensions_make_it(Verb verb, int octets) =>
        Assert.Equal(octets, SizeLimits.CommandLineFor(verb));
}
