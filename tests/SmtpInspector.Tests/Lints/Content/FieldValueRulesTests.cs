using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Tests.Lints.Content;

public class FieldValueRulesTests
{
    static string WithDate(string date) => Lint.Message("").Replace("Mon, 7 Sep 2026 09:41:07 +0200", date, StringComparison.Ordinal);

    [Theory]
    [InlineData("Mon, 7 Sep 2026 09:41:07 +0200")]
    [InlineData("7 Sep 2026 09:41 -0000")]
    [InlineData("Mon, 07 Sep 2026 23:59:60 +0000 (UTC)")]
    [InlineData("mon,  7  SEP  2026  09:41:07  +1400")]
    public void A_date_as_the_standard_writes_it_is_silent(string date) => Assert.Empty(Lint.Of(WithDate(date)));

    [Theory]
    [InlineData("Mon, 7 Sep 2026 09:41:07 GMT")]
    [InlineData("Mon, 7 Sep 26 09:41:07 +0200")]
    [InlineData("Mon (day), 7 Sep 2026 09:41:07 +0200")]
    public void An_obsolete_date_is_worth_knowing(string date)
    {
        var finding = Assert.Single(Lint.Of(WithDate(date)));
        Assert.Equal((FindingId.MessageDateSyntax, Severity.Info), (finding.Id, finding.Severity));
    }

    [Theory]
    [InlineData("2026-09-07T09:41:07+02:00")]
    [InlineData("Tue, 7 Sep 2026 09:41:07 +0200")]
    [InlineData("Mon, 7 Sep 2026 9:41:07 +0200")]
    [InlineData("Mon, 7 Sep 2026 09:41:07 +02:00")]
    [InlineData("Mon, 7 Sep 2026 09:41:07")]
    [InlineData("Mon, 7 September 2026 09:41:07 +0200")]
    [InlineData("Mon, 31 Feb 2026 09:41:07 +0200")]
    [InlineData("Mon, 7 Sep 2026 24:00:00 +0200")]
    [InlineData("Mon, 7 Sep 2026 09:41:07 +0260")]
    [InlineData("")]
    public void A_date_that_is_none_is_found_and_marked(string date)
    {
        var content = WithDate(date);
        var finding = Assert.Single(Lint.Of(content));
        Assert.Equal((FindingId.MessageDateSyntax, Severity.Warning), (finding.Id, finding.Severity));
        Assert.Equal(date, Lint.Marked(content, finding));
    }

    [Theory]
    [InlineData("Message-ID: <1@example.com>", false)]
    [InlineData("Message-ID:\r\n <1@example.com> (comment)", false)]
    [InlineData("Message-ID: <odd-but-bracketed>", false)]
    [InlineData("Message-ID: 1@example.com", true)]
    [InlineData("Message-ID: <>", true)]
    [InlineData("Message-ID: <1@example.com> <2@example.com>", true)]
    public void A_Message_ID_stands_alone_in_angle_brackets(string field, bool isFound)
    {
        var content = Lint.Message("").Replace("Message-ID: <1@example.com>", field, StringComparison.Ordinal);
        Assert.Equal(isFound, Lint.OfRule(FindingId.MessageHeaderSyntax, content).Count == 1);
    }

    [Theory]
    [InlineData("To: undisclosed-recipients:;", false)]
    [InlineData("To: A: b@c, d@e;, , <f@g>", false)]
    [InlineData("To: John Q. Public <a@b>", false)]
    [InlineData("To: \"a b\"@c (comment)", false)]
    [InlineData("To:", false)]
    [InlineData("To: J\u00F6rg <a@b>", false)]
    [InlineData("To: root", true)]
    [InlineData("To: a@b; c@d", true)]
    [InlineData("To: a@b c@d", true)]
    [InlineData("To: Doe, John <a@b>", true)]
    [InlineData("To: <a@b", true)]
    public void A_list_of_addresses_is_one(string field, bool isFound)
    {
        var content = Lint.Message("").Replace("To: bob@example.org", field, StringComparison.Ordinal);
        Assert.Equal(isFound, Lint.OfRule(FindingId.MessageHeaderSyntax, content).Count == 1);
    }

    [Fact]
    public void An_empty_From_is_found() => Assert.Single(
        Lint.Of(Lint.Message("").Replace("From: Ann <ann@example.com>", "From:", StringComparison.Ordinal)),
        finding => finding.Id == FindingId.MessageHeaderSyntax);
}
