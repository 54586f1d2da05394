using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Tests.Grammar;

public class PathTests
{
    [Theory]
    [InlineData("MAIL", "command-syntax error 4-4")]
    [InlineData("MAIL ", "command-syntax error 4-4")]
    [InlineData("MAIL FROM", "command-syntax error 9-9")]
    [InlineData("MAIL FROM:", "command-syntax error 10-10")]
    [InlineData("MAIL FROM: <a@b.example>", "command-syntax error 10-11")]
    [InlineData("MAIL FROM :<a@b.example>", "command-syntax error 9-10")]
    [InlineData("MAIL FROM : <a@b.example>", "command-syntax error 9-10, command-syntax error 11-12")]
    [InlineData("MAIL FROM <a@b.example>", "command-syntax error 9-9")]
    [InlineData("MAIL FROM<a@b.example>", "command-syntax error 9-9")]
    [InlineData("MAIL <a@b.example>", "command-syntax error 5-5")]
    [InlineData("MAIL a@b.example", "command-syntax error 5-16")]
    [InlineData("MAIL FROMAGE:<a@b.example>", "command-syntax error 5-13")]
    [InlineData("MAIL TO:<a@b.example>", "command-syntax error 5-8")]
    [InlineData("MAIL  FROM:<a@b.example>", "command-syntax error 4-6")]
    [InlineData("RCPT FROM:<a@b.example>", "command-syntax error 5-10")]
    [InlineData("RCPT TO: <a@b.example>", "command-syntax error 8-9")]
    [InlineData("RCPT TO :<a@b.example>", "command-syntax error 7-8")]
    public void What_stands_wrong_before_the_path_is_found(string line, string found) => Assert.Equal(found, Read.Summary(line));

    [Theory]
    [InlineData("MAIL FROM:a@b.example", "command-syntax error 10-21")]
    [InlineData("MAIL FROM:a@b.example SIZE=1", "command-syntax error 10-21")]
    [InlineData("MAIL FROM:a@b.example AUTH=<>", "command-syntax error 10-21")]
    [InlineData("MAIL FROM:a@b.example>", "command-syntax error 10-10")]
    [InlineData("MAIL FROM:<a@b.example", "command-syntax error 22-22")]
    [InlineData("MAIL FROM:<a@b.example SIZE=1", "command-syntax error 22-22")]
    [InlineData("MAIL FROM:Ann <a@b.example>", "command-syntax error 10-14")]
    [InlineData("MAIL FROM:<a@b.example>SIZE=1", "command-syntax error 23-23")]
    [InlineData("MAIL FROM:<<a@b.example>>", "command-syntax error 11-12, command-syntax error 24-24, parameter-syntax error 24-25")]
    [InlineData("RCPT TO:a@b.example", "command-syntax error 8-19")]
    [InlineData("RCPT TO:<>", "command-syntax error 8-10")]
    [InlineData("MAIL FROM:<Postmaster>", "command-syntax error 21-21")]
    public void Brackets_that_are_missing_or_too_many_are_found(string line, string found) =>
        Assert.Equal(found, Read.Summary(line));

    [Theory]
    [InlineData("<root>", 5, 5)]
    [InlineData("<@b.example>", 1, 1)]
    [InlineData("<a@>", 3, 3)]
    [InlineData("<a b@c.example>", 2, 3)]
    [InlineData("< a@c.example>", 1, 2)]
    [InlineData("<a@c.example >", 12, 13)]
    [InlineData("<.a@c.example>", 1, 2)]
    [InlineData("<a.@c.example>", 2, 3)]
    [InlineData("<a..b@c.example>", 3, 4)]
    [InlineData("<a,b@c.example>", 2, 3)]
    [InlineData("<a(x)@c.example>", 2, 3)]
    [InlineData("<a\\b@c.example>", 2, 3)]
    [InlineData("<a@b@c.example>", 4, 5)]
    [InlineData("<\"a@c.example>", 1, 13)]
    [InlineData("<\"a\"b@c.example>", 4, 5)]
    [InlineData("<\"a\tb\"@c.example>", 3, 4)]
    [InlineData("<a@.example>", 3, 4)]
    [InlineData("<a@b..example>", 5, 6)]
    [InlineData("<a@b.example.>", 12, 13)]
    [InlineData("<a@-b.example>", 3, 4)]
    [InlineData("<a@b-.example>", 4, 5)]
    [InlineData("<a@b.example->", 12, 13)]
    [InlineData("<a@b/c.example>", 4, 5)]
    [InlineData("<a@[300.0.2.1]>", 3, 14)]
    [InlineData("<a@[192.0.2]>", 3, 12)]
    [InlineData("<a@[::1]>", 3, 8)]
    [InlineData("<a@192.0.2.1]>", 12, 13)]
    [InlineData("<@a.example>", 1, 1)]
    [InlineData("<@a.example:>", 12, 12)]
    [InlineData("<@a,b:c@d.example>", 4, 5)]
    [InlineData("<@a,:c@d.example>", 3, 4)]
    [InlineData("<@a..b:c@d.example>", 4, 5)]
    public void A_mailbox_that_is_none_is_found_at_its_first_flaw(string path, int start, int end)
    {
        Assert.Equal($"command-syntax error {start + 8}-{end + 8}", Read.Summary("RCPT TO:" + path));
        Assert.Equal($"command-syntax error {start + 10}-{end + 10}", Read.Summary("MAIL FROM:" + path));
    }

    [Fact]
    public void An_underscore_in_a_mail_domain_is_a_warning() =>
        Assert.Equal("command-syntax warning 12-13", Read.Summary("RCPT TO:<a@b_c.example>"));

    [Fact]
    public void Octets_that_are_no_UTF8_are_found()
    {
        Read.Command([.. "RCPT TO:<"u8, 0xC3, .. "@b.example>"u8], out var inLocalPart);
        Assert.Equal("command-syntax", Assert.Single(inLocalPart).Rule);
        Read.Command([.. "RCPT TO:<a@"u8, 0xFF, .. ".example>"u8], out var inDomain);
        Assert.Equal("command-syntax", Assert.Single(inDomain).Rule);
    }

    [Theory]
    [InlineData(64, "")]
    [InlineData(65, "local-part-too-long warning 9-74")]
    public void A_local_part_has_at_most_64_octets(int length, string found) =>
        Assert.Equal(found, Read.Summary($"RCPT TO:<{new string('a', length)}@b.example>"));

    [Theory]
    [InlineData(255, "path-too-long warning 8-267")]
    [InlineData(256, "path-too-long warning 8-268, domain-too-long warning 11-267")]
    public void A_domain_has_at_most_255_octets(int length, string found) =>
        Assert.Equal(found, Read.Summary($"RCPT TO:<a@{DomainOf(length)}>"));

    [Theory]
    [InlineData(252, "")]
    [InlineData(253, "path-too-long warning 8-265")]
    public void A_path_has_at_most_256_octets_with_its_brackets(int domainLength, string found) =>
        Assert.Equal(found, Read.Summary($"RCPT TO:<a@{DomainOf(domainLength)}>"));

    [Theory]
    [InlineData("MAIL FROM: <a@b.example>", "a@b.example")]
    [InlineData("MAIL FROM:a@b.example SIZE=1", "a@b.example")]
    [InlineData("MAIL FROM <a@b.example>", "a@b.example")]
    [InlineData("MAIL TO:<a@b.example>", "a@b.example")]
    [InlineData("MAIL FROM:Ann <a@b.example>", "a@b.example")]
    [InlineData("MAIL FROM:<a@b.example SIZE=1", "a@b.example")]
    public void The_mailbox_is_read_in_spite_of_a_mistake_around_it(string line, string mailbox) =>
        Assert.Equal(mailbox, Read.Command<Command.Mail>(line).Path?.Mailbox?.ToString());

    static string DomainOf(int length)
    {
        var labels = string.Join('.', Enumerable.Repeat(new string('d', 50), (length / 51) + 1));
        return labels[..length].TrimEnd('.').PadRight(length, 'e');
    }
}
