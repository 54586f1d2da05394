using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Lints.Content;

namespace SmtpInspector.Tests.Lints.Content;

public class OctetRulesTests
{
    static readonly string Longest = new('x', 998);

    public static TheoryData<string, FindingId, int, int, int> Broken => new()
    {
        { Longest + "x\r\n", FindingId.MessageLineTooLong, 0, 998, 999 },
        { "a\r\n." + Longest + "x\r\n", FindingId.MessageLineTooLong, 1, 999, 1000 },
        { Longest + "xyz", FindingId.MessageLineTooLong, 0, 998, 1001 },
        { "a\nb\r\n", FindingId.MessageBareLf, 0, 1, 2 },
        { "a\r\n\n", FindingId.MessageBareLf, 1, 0, 1 },
        { "a\rb\r\n", FindingId.MessageBareCr, 0, 1, 2 },
        { "a\r\r\n", FindingId.MessageBareCr, 0, 1, 2 },
        { "a\r", FindingId.MessageBareCr, 0, 1, 2 },
        { "a\r\nab\u00E4\r\n", FindingId.Message8bit, 1, 2, 3 },
        { "a\0\r\n", FindingId.MessageNul, 0, 1, 2 },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_rule_about_octets_marks_the_place(string content, FindingId rule, int line, int start, int end)
    {
        var finding = Assert.Single(Lint.Of(content));
        Assert.Equal(rule, finding.Id);
        Assert.Equal(new Columns(line, start, end), finding.Where);
        Assert.Equal(Catalogue.Of(rule).Severity, finding.Severity);
    }

    public static TheoryData<string> Whole => new()
    {
        "",
        "\r\n",
        "Blah blah blah...\r\n...etc. etc. etc.\r\n",
        Longest + "\r\n",
        "." + Longest + "\r\n",
        Longest,
        "no ending at all",
        "\t\x01\x7F\r\n",
    };

    [Theory, MemberData(nameof(Whole))]
    public void Content_without_a_header_and_with_whole_lines_is_silent(string content) => Assert.Empty(Lint.Of(content));

    [Fact]
    public void Without_stuffing_a_leading_dot_counts_as_an_octet_of_the_line() =>
        Assert.Equal(FindingId.MessageLineTooLong, Assert.Single(Lint.Of("." + Longest + "\r\n", dotStuffed: false)).Id);

    public static TheoryData<bool?, BodyKind?, bool> EightBit => new()
    {
        { true, BodyKind.EightBitMime, false },
        { null, BodyKind.EightBitMime, false },
        { null, null, false },
        { true, null, false },
        { true, BodyKind.BinaryMime, false },
        { true, BodyKind.SevenBit, true },
        { null, BodyKind.SevenBit, true },
        { false, BodyKind.EightBitMime, true },
        { false, null, true },
    };

    [Theory, MemberData(nameof(EightBit))]
    public void Octets_over_127_need_the_offer_and_the_declaration(bool? offered, BodyKind? body, bool isFound)
    {
        var context = new ContentContext { EightBitMimeOffered = offered, Body = body };
        Assert.Equal(isFound, Lint.OfRule(FindingId.Message8bit, "\u00E4\r\n", context).Count == 1);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 5)]
    public void BINARYMIME_with_BDAT_silences_the_rules_about_lines_and_octets(bool bdat, int count)
    {
        var context = new ContentContext { EightBitMimeOffered = false, Body = BodyKind.BinaryMime, Bdat = bdat };
        Assert.Equal(count, Lint.Of(Longest + "x\r\na\nb\rc\0\u00FF\r\n", context, dotStuffed: false).Count);
    }

    [Fact]
    public void Only_the_first_three_occurrences_are_reported_and_the_last_says_how_many_there_are()
    {
        var findings = Lint.Of("a\nb\nc\nd\n");
        Assert.Equal([0, 1, 2], findings.Select(finding => finding.Where!.Value.Line));
        Assert.DoesNotContain("in all", findings[1].Message, StringComparison.Ordinal);
        Assert.EndsWith("(4 such places in all)", findings[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_occurrences_need_no_total() =>
        Assert.DoesNotContain("in all", Lint.Of("a\nb\nc\n")[2].Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("From: j\u00C3\u00BCrgen@example.com\r\n\r\nhello\r\n", null)]
    [InlineData("From: j\u00C3\u00BCrgen@example.com\r\n\r\nh\u00C3\u00A4llo\r\n", 2)]
    [InlineData("h\u00C3\u00A4llo\r\n", 0)]
    public void SMTPUTF8_allows_octets_over_127_in_the_header_and_not_in_the_body(string content, int? line) =>
        Assert.Equal(
            line,
            Lint.OfRule(FindingId.Message8bit, content, new ContentContext { SmtpUtf8 = true }).SingleOrDefault()?.Where?.Line);
}
