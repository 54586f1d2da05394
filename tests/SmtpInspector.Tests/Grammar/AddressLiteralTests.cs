using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Tests.Grammar;

public class AddressLiteralTests
{
    [Theory]
    [InlineData("[0.0.0.0]")]
    [InlineData("[255.255.255.255]")]
    [InlineData("[001.02.3.4]")]
    [InlineData("[IPv6:::]")]
    [InlineData("[IPv6:1::]")]
    [InlineData("[IPv6:::1]")]
    [InlineData("[IPv6:1:2:3:4:5:6:7:8]")]
    [InlineData("[IPv6:1:2:3::4:5:6]")]
    [InlineData("[IPv6:FE80:0:0:0:0:0:AbCd:0123]")]
    [InlineData("[IPv6:1:2:3:4:5:6:7.8.9.10]")]
    [InlineData("[IPv6:1:2::3:4:7.8.9.10]")]
    [InlineData("[IPv6:::7.8.9.10]")]
    [InlineData("[tag-1:!@Z^~]")]
    public void A_literal_of_the_grammar_is_one(string literal) =>
        Assert.NotEqual(DomainKind.Invalid, Read.Command<Command.Ehlo>("EHLO " + literal).Kind);

    [Theory]
    [InlineData("[]")]
    [InlineData("[1.2.3]")]
    [InlineData("[1.2.3.4.5]")]
    [InlineData("[1.2.3.256]")]
    [InlineData("[1.2.3.0004]")]
    [InlineData("[1.2..4]")]
    [InlineData("[ 1.2.3.4]")]
    [InlineData("[IPv6:]")]
    [InlineData("[IPv6::]")]
    [InlineData("[IPv6:1]")]
    [InlineData("[IPv6:1:2:3:4:5:6:7]")]
    [InlineData("[IPv6:1:2:3:4:5:6:7:8:9]")]
    [InlineData("[IPv6:1:2:3:4:5:6:7::]")]
    [InlineData("[IPv6:1::2::3]")]
    [InlineData("[IPv6:12345::]")]
    [InlineData("[IPv6:g::]")]
    [InlineData("[IPv6:1:2:3:4:5:6:7:1.2.3.4]")]
    [InlineData("[IPv6:1:2:3:4:5::1.2.3.4]")]
    [InlineData("[IPv6:fe80::1%eth0]")]
    [InlineData("[1:2:3:4:5:6:7:8]")]
    [InlineData("[fe80::1]")]
    [InlineData("[:x]")]
    [InlineData("[tag:]")]
    [InlineData("[tag-:x]")]
    [InlineData("[t_g:x]")]
    [InlineData("[tag:x[y]")]
    public void Anything_else_in_brackets_is_none(string literal) =>
        Assert.Equal(DomainKind.Invalid, Read.Command<Command.Mail>($"MAIL FROM:<a@{literal}>").Path!.Mailbox!.Value.Kind);
}
