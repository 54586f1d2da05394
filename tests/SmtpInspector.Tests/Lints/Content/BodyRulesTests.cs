using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Lints.Content;

namespace SmtpInspector.Tests.Lints.Content;

public class BodyRulesTests
{
    const string Base64 = "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n";
    static readonly ContentContext EightBit = new() { EightBitMimeOffered = true, Body = BodyKind.EightBitMime };

    [Theory]
    [InlineData("")]
    [InlineData("aGVsbG8=\r\n")]
    [InlineData("aGVs\r\nbG8=\r\n\r\n")]
    [InlineData("aG\r\nVsbG8\r\n=\r\n")]
    [InlineData("aA=\r\n=\r\n")]
    [InlineData(" aGVs \t bG8= \r\n")]
    public void Sound_base64_is_silent(string body) => Assert.Empty(Lint.Of(Lint.Message(Base64, body)));

    [Theory]
    [InlineData("aGVs!G8=\r\n", 4, "outside the base64 alphabet")]
    [InlineData("aGVsbG8\r\n", 7, "fewer than four")]
    [InlineData("aGVsbA=\r\n", 7, "fewer than four")]
    [InlineData("aGVs=\r\n", 4, "no group of four ends")]
    [InlineData("a===\r\n", 1, "no group of four ends")]
    [InlineData("aGVsbG8=aGVs\r\n", 8, "data follow")]
    [InlineData("aGVsbG8=\r\n-- \r\nlist footer\r\n", 0, "outside the base64 alphabet")]
    public void Unsound_base64_is_marked_where_it_goes_wrong(string body, int column, string what)
    {
        var finding = Lint.OfRule(FindingId.MimeBase64Invalid, Lint.Message(Base64, body))[0];
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains(what, finding.Message, StringComparison.Ordinal);
        Assert.Equal(column, finding.Where!.Value.Start);
    }

    [Fact]
    public void Base64_is_judged_only_in_the_part_that_is_base64()
    {
        var content = Lint.Message(
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "not base64!\r\n--b\r\n\r\nnor this!\r\n--b\r\n" + Base64 + "\r\naGVs\r\n--b--\r\nnor this!\r\n");
        Assert.Empty(Lint.Of(content));
    }

    public static TheoryData<string, string> Fitting => new()
    {
        { "Content-Type: text/plain; charset=utf-8\r\n", "gr\u00C3\u00BC\u00C3\u009Fe\r\n" },
        { "Content-Type: text/html; charset=\"UTF-8\"\r\n", "\u00E2\u0082\u00AC\r\n" },
        { "Content-Type: text/plain; charset=iso-8859-1\r\n", "gr\u00FC\u00DFe\r\n" },
        { "Content-Type: text/html\r\n", "gr\u00FC\u00DFe\r\n" },
        { "Content-Type: image/png\r\n", "gr\u00FC\u00DFe\r\n" },
        { "Content-Type: text/plain; charset=us-ascii\r\n", "gruesse\r\n" },
        { "", "gr\u00FC\u00DFe\r\n" },
        { "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n", "=C3=BC=C3=\r\n=9F\r\n" },
        { "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n", "w7z\r\nDnw==\r\n" },
        { "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: x-unknown\r\n", "gr\u00FC\u00DFe\r\n" },
    };

    [Theory, MemberData(nameof(Fitting))]
    public void Octets_that_fit_their_charset_are_silent(string fields, string body) =>
        Assert.Empty(Lint.OfRule(FindingId.MimeCharsetMismatch, Lint.Message(fields, body), EightBit));

    public static TheoryData<string, string, string> Unfitting => new()
    {
        { "Content-Type: text/plain; charset=utf-8\r\n", "gr\u00FC\u00DFe\r\n", "\u00FC\u00DFe" },
        { "Content-Type: text/plain; charset=us-ascii\r\n", "gr\u00FC\u00DFe\r\n", "\u00FC\u00DFe" },
        { "Content-Type: text/plain\r\n", "gr\u00C3\u00BC\u00C3\u009Fe\r\n", "\u00C3\u00BC\u00C3\u009Fe" },
        { "MIME-Version: 1.0\r\n", "\u00FC\r\n\u00DF\r\n", "\u00FC" },
        { "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n", "a =C3\r\n=9F\r\n", "a =C3" },
        { "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: quoted-printable\r\n", "=C3=BC\r\n", "=C3=BC" },
        { "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n", "/w==\r\n", "/w==" },
        { "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n", "YcM=\r\n", "" },
    };

    [Theory, MemberData(nameof(Unfitting))]
    public void Octets_that_do_not_fit_their_charset_are_found_once_a_part(string fields, string body, string marked)
    {
        var content = Lint.Message(fields, body);
        var finding = Assert.Single(Lint.Of(content, EightBit));
        Assert.Equal((FindingId.MimeCharsetMismatch, Severity.Warning), (finding.Id, finding.Severity));
        Assert.Equal(marked, Lint.Marked(content, finding));
    }

    [Fact]
    public void Columns_count_a_doubled_dot_as_it_stands_on_the_wire()
    {
        var content = Lint.Message(Base64, "..aGVs\r\n");
        Assert.Equal(".", Lint.Marked(content, Assert.Single(Lint.Of(content))));
        Assert.Equal(1, Assert.Single(Lint.Of(content)).Where!.Value.Start);
    }

    [Fact]
    public void An_embedded_message_is_not_judged()
    {
        var content = Lint.Message(
            "Content-Type: multipart/report; boundary=b\r\n",
            "--b\r\nContent-Type: message/rfc822\r\n\r\n" + Base64 + "\r\n!\r\n--b\r\n" + Base64 + "\r\n?\r\n--b--\r\n");
        Assert.Single(Lint.Of(content));
    }

    [Fact]
    public void A_line_too_long_to_hold_is_judged_in_pieces()
    {
        var content = Lint.Message("Content-Type: text/plain; charset=utf-8\r\n", new string('\u00C3', 1) + string.Concat(Enumerable.Repeat("\u00BC\u00C3", 4000)) + "\u00BC\r\n");
        Assert.Equal([FindingId.MessageLineTooLong], Lint.Of(content, EightBit).Select(finding => finding.Id));
    }
}
