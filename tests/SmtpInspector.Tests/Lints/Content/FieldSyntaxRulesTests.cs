using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Lints.Content;

namespace SmtpInspector.Tests.Lints.Content;

public class FieldSyntaxRulesTests
{
    public static TheoryData<string, string, string> Broken => new()
    {
        { Lint.Message("Subject2 : x\r\n"), " ", "RFC 5322 §2.2" },
        { Lint.Message("X-A: b\r\n \r\n c\r\n"), " ", "RFC 5322 §3.2.2" },
        { Lint.Message("X-A: b\r\n\t \r\n"), "\t ", "RFC 5322 §3.2.2" },
        { Lint.Message("X-A: b\u0007c\r\n"), "\u0007", "RFC 5322 §2.2" },
        { Lint.CleanFields + "Hello Bob,\r\nhow are you?\r\n", "", "RFC 5322 §2.1" },
        { Lint.CleanFields + "From me to you\r\n\r\nx\r\n", "From ", "RFC 5322 §2.2" },
        { Lint.Message("Content-Type: text\r\n"), "text", "RFC 2045 §5.1" },
        { Lint.Message("Content-Type: text/plain; charset\r\n"), "text/plain; charset", "RFC 2045 §5.1" },
        { Lint.Message("Content-Type: text/plain; name=a b.txt\r\n"), "text/plain; name=a b.txt", "RFC 2045 §5.1" },
        { Lint.Message("Content-Disposition: ;filename=a\r\n"), ";filename=a", "RFC 2183 §2" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_line_that_is_no_field_as_it_must_be_is_marked(string content, string marked, string reference)
    {
        var finding = Assert.Single(Lint.Of(content));
        Assert.Equal((FindingId.MessageHeaderSyntax, Severity.Warning, reference), (finding.Id, finding.Severity, finding.Reference));
        Assert.Equal(marked, Lint.Marked(content, finding));
    }

    public static TheoryData<string> Whole =>
    [
        Lint.CleanFields,
        Lint.Message("X-Empty:\r\nX-Folded:\r\n one\r\n\ttwo\r\nX!#$%&'*+-^_`{|}~: odd name\r\n"),
        Lint.Message("X-Tab:\ta\tb\r\n", ""),
        Lint.Message("Content-Type: text/plain; charset=us-ascii (Plain text)\r\n"),
        Lint.Message("Content-Type: text/plain; charset=utf-8;\r\n"),
        Lint.Message("Content-Disposition: attachment;\r\n filename=\"a b.txt\"\r\n"),
    ];

    [Theory, MemberData(nameof(Whole))]
    public void A_header_that_is_written_as_it_must_be_is_silent(string content) => Assert.Empty(Lint.Of(content));

    [Fact]
    public void A_name_that_begins_with_a_doubled_dot_is_marked_where_it_stands_on_the_wire()
    {
        var content = Lint.Message("..x : y\r\n");
        Assert.Equal(new Columns(5, 3, 4), Assert.Single(Lint.Of(content)).Where);
    }

    [Fact]
    public void Content_that_does_not_begin_with_a_field_is_not_judged_as_a_message() =>
        Assert.Empty(Lint.Of("Hello Bob,\r\nSubject: not one\r\nDate: nor this\r\n\r\n=?x?\r\n"));

    static readonly ContentContext EightBit = new() { EightBitMimeOffered = true, Body = BodyKind.EightBitMime };

    [Theory]
    [InlineData("S\u00C3\u00BCd", false, true)]
    [InlineData("S\u00C3\u00BCd", true, false)]
    [InlineData("S\u00FCd", true, true)]
    [InlineData("Sud", false, false)]
    public void Octets_over_127_in_a_header_need_SMTPUTF8_and_to_be_UTF_8(string word, bool smtpUtf8, bool isFound)
    {
        var content = Lint.Message($"X-Town: {word}\r\n");
        Assert.Equal(isFound, Lint.OfRule(FindingId.MessageHeaderSyntax, content, EightBit with { SmtpUtf8 = smtpUtf8 }).Count == 1);
    }

    [Fact]
    public void Where_no_octets_over_127_are_allowed_at_all_one_rule_says_so()
    {
        var finding = Assert.Single(Lint.Of(Lint.Message("X-Town: S\u00FCd\r\n")));
        Assert.Equal(FindingId.Message8bit, finding.Id);
    }
}
