using FsCheck.Xunit;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Tests.Message;

public class AddressListTests
{
    static string Show(Address address) => address switch
    {
        Address.Mailbox mailbox => $"[{mailbox.DisplayName}|{mailbox.LocalPart}|{mailbox.Domain}|{mailbox.Route}|{string.Join('/', mailbox.Comments)}]",
        Address.Group group => $"{group.DisplayName}:{string.Concat(group.Members.Select(Show))}",
        _ => "",
    };

    static string Show(AddressList list) => string.Concat(list.Addresses.Select(Show));

    [Theory]
    [InlineData("", "")]
    [InlineData("a@b", "[|a|b||]")]
    [InlineData("<a@b>", "[|a|b||]")]
    [InlineData("Ann B <a@b.c>, d@e", "[Ann B|a|b.c||][|d|e||]")]
    [InlineData("\"Doe, John\" <a@b>", "[Doe, John|a|b||]")]
    [InlineData("\"a \\\"b\\\" \\\\\" <a@b>", "[a \"b\" \\|a|b||]")]
    [InlineData("John Q. Public <a@b>", "[John Q. Public|a|b||]")]
    [InlineData("J.R. Doe <a@b>", "[J.R. Doe|a|b||]")]
    [InlineData("\"quoted part\"@b", "[|quoted part|b||]")]
    [InlineData("a.\"b c\".d@e", "[|a.b c.d|e||]")]
    [InlineData("a@[192.0.2.1]", "[|a|[192.0.2.1]||]")]
    [InlineData("a@[IPv6:2001:db8::1]", "[|a|[IPv6:2001:db8::1]||]")]
    [InlineData("a@b (Ann (nested \\) ) B)", "[|a|b||Ann (nested ) ) B]")]
    [InlineData("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>", "[Pete|pete|silly.test||A nice ) chap/his account/his host]")]
    [InlineData("Ann <a@b> (behind), c@d", "[Ann|a|b||behind][|c|d||]")]
    [InlineData("a . b @ c . d", "[|a.b|c.d||]")]
    [InlineData("<@x.y,@z:a@b>", "[|a|b|@x.y,@z|]")]
    [InlineData(", ,a@b,,c@d,", "[|a|b||][|c|d||]")]
    [InlineData("undisclosed-recipients:;", "undisclosed-recipients:")]
    [InlineData("A Group:Ed Jones <joe@where.test>,John <jdoe@one.test>; , x@y", "A Group:[Ed Jones|joe|where.test||][John|jdoe|one.test||][|x|y||]")]
    [InlineData("=?utf-8?Q?J=C3=B6rg?= =?utf-8?Q?_M.?= Doe <a@b>", "[J\u00F6rg M. Doe|a|b||]")]
    [InlineData("=?utf-8?Q?Doe,_J=C3=B6rg?= <a@b>", "[Doe, J\u00F6rg|a|b||]")]
    [InlineData("\"=?utf-8?Q?raw?=\" <a@b>", "[=?utf-8?Q?raw?=|a|b||]")]
    [InlineData("a@b (=?iso-8859-1?Q?J=F6rg?=)", "[|a|b||J\u00F6rg]")]
    [InlineData("J\u00F6rg <j\u00F6rg@b\u00FCcher.example>", "[J\u00F6rg|j\u00F6rg|b\u00FCcher.example||]")]
    public void Addresses_are_read_as_the_standard_writes_them_obsolete_forms_included(string body, string shown)
    {
        var list = AddressList.Parse(body);
        Assert.Equal(shown, Show(list));
        Assert.Null(list.Problem);
    }

    [Theory]
    [InlineData("root", "[|root|||]", "no \"@\"")]
    [InlineData("Ann <root>", "[Ann|root|||]", "no \"@\"")]
    [InlineData("Ann <>", "[Ann||||]", "no address")]
    [InlineData("a@", "[|a|||]", "no domain")]
    [InlineData("Ann@work <a@b>, c@d", "[Ann@work|a|b||][|c|d||]", "not quoted")]
    [InlineData("a@b.c (Ann) <a@b.c>", "[a@b.c|a|b.c||Ann]", "not quoted")]
    [InlineData("Ann B@work <a@b>", "[Ann B@work|a|b||]", "not quoted")]
    [InlineData("a@b.", "[|a|b.||]", "label is empty")]
    [InlineData("@b", "[||b||]", "nothing stands before")]
    [InlineData("a..b@c", "[|a..b|c||]", "single dots")]
    [InlineData("a b@c", "[|a b|c||]", "single dots")]
    [InlineData("a@b; c@d", "[|a|b||][|c|d||]", "cannot stand here")]
    [InlineData("a@b c@d, e@f", "[|a|b||][|e|f||]", "cannot stand here")]
    [InlineData("Doe, John <a@b>", "[|Doe|||][John|a|b||]", "no \"@\"")]
    [InlineData("<a@b, c@d", "[|a|b||][|c|d||]", "\">\" is missing")]
    [InlineData("\"open <a@b>", "[|open <a@b>|||]", "does not end")]
    [InlineData("G: a@b, c@d", "G:[|a|b||][|c|d||]", "does not end in \";\"")]
    [InlineData("G: a@b ) , c@d;, e@f", "G:[|a|b||][|c|d||][|e|f||]", "cannot stand in a group")]
    [InlineData("<@x a@b>", "[|a|b|@x|]", "route")]
    [InlineData("a@[1.2.3", "[|a|[1.2.3]||]", "does not end in \"]\"")]
    [InlineData("(open", "", null)]
    public void What_is_wrong_with_addresses_is_said_and_the_rest_understood(string body, string shown, string? problem)
    {
        var list = AddressList.Parse(body);
        Assert.Equal(shown, Show(list));
        Assert.Equal(problem is null, list.Problem is null);
        Assert.Contains(problem ?? "", list.Problem ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"a b\"@c", "\"a b\"@c")]
    [InlineData("\"a\\\"\\\\\"@c", "\"a\\\"\\\\\"@c")]
    [InlineData("\"plain\"@c", "plain@c")]
    [InlineData("\"\"@c", "\"\"@c")]
    [InlineData("\".\"@c", "\".\"@c")]
    [InlineData("Ann <a@c>", "a@c")]
    public void An_address_alone_is_quoted_where_it_must_be(string body, string addrSpec) =>
        Assert.Equal(addrSpec, Assert.Single(AddressList.Parse(body).Mailboxes).AddrSpec);

    [Fact]
    public void Nothing_in_angle_brackets_is_shown_as_nothing() =>
        Assert.Equal("Ann <>", Assert.Single(AddressList.Parse("Ann <>").Addresses).ToString());

    [Fact]
    public void An_unknown_charset_in_a_name_is_noted() =>
        Assert.Single(AddressList.Parse("=?x-none?Q?a=E4?= <a@b>").Notes);

    [Property]
    public bool Any_text_has_addresses_that_can_be_shown(string body) => Show(AddressList.Parse(body ?? "")).Length >= 0;

    [Property(MaxTest = 300)]
    public void What_is_written_of_a_mailbox_is_read_as_the_same(FsCheck.NonEmptyString local)
    {
        var text = new string([.. local.Get.Where(character => character is >= ' ' and <= '~')]);
        var written = $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"@example.com";
        var mailbox = Assert.Single(AddressList.Parse(written).Mailboxes);
        Assert.Equal(text, mailbox.LocalPart);
        Assert.Equal(text, Assert.Single(AddressList.Parse(mailbox.AddrSpec).Mailboxes).LocalPart);
    }
}
