using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Tests.Lints.Content;

public class MimeRulesTests
{
    const string Multipart = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n";

    public static TheoryData<string, string> Missing => new()
    {
        { Lint.Message("Content-Type: multipart/mixed\r\n"), "has no boundary parameter" },
        { Lint.Message("Content-Type: multipart/mixed; boundary=\"\"\r\n"), "has no boundary parameter" },
        { Lint.Message(Multipart), "does not occur" },
        { Lint.Message(Multipart, "--bb\r\n\r\nx\r\n--bb--\r\n"), "does not occur" },
        { Lint.Message(Multipart, " --b\r\n\r\nx\r\n"), "does not occur" },
        { Lint.Message(Multipart, "--b\r\n\r\nx\r\n"), "do not end" },
        { Lint.Message(Multipart, "--b\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\n\r\nx\r\n--b--\r\n"), "do not end" },
        { Lint.Message(Multipart, "--b\r\nContent-Type: multipart/alternative; boundary=i\r\n--b--\r\n"), "does not occur" },
    };

    [Theory, MemberData(nameof(Missing))]
    public void A_missing_boundary_is_found(string content, string what)
    {
        var finding = Assert.Single(Lint.Of(content));
        Assert.Equal((FindingId.MimeBoundaryMissing, Severity.Warning), (finding.Id, finding.Severity));
        Assert.Contains(what, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("multipart/", Lint.Marked(content, finding), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--b\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("preamble\r\n--b  \r\n\r\nx\r\n--b--\t\r\nepilogue\r\n--b\r\n")]
    [InlineData("--b\r\n--b--")]
    [InlineData("--b\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\n\r\nx\r\n--i--\r\n\r\n--b--\r\n")]
    [InlineData("--b\r\nContent-Type: message/rfc822\r\n\r\nContent-Type: multipart/mixed; boundary=gone\r\nDate: no\r\n\r\ncut off\r\n--b--\r\n")]
    public void A_multipart_with_its_boundaries_is_silent(string body) => Assert.Empty(Lint.Of(Lint.Message(Multipart, body)));

    [Theory]
    [InlineData("x-uuencode")]
    [InlineData("8-bit")]
    [InlineData("utf-8")]
    [InlineData("base64;")]
    public void An_unknown_encoding_is_found(string encoding)
    {
        var content = Lint.Message($"Content-Transfer-Encoding: {encoding}\r\n");
        var finding = Assert.Single(Lint.Of(content));
        Assert.Equal((FindingId.MimeEncodingUnknown, Severity.Warning), (finding.Id, finding.Severity));
        Assert.Equal(encoding, Lint.Marked(content, finding));
    }

    [Theory]
    [InlineData("7bit")]
    [InlineData("8BIT")]
    [InlineData("Binary")]
    [InlineData("Quoted-Printable")]
    [InlineData("BASE64 (comment)")]
    public void The_five_encodings_are_silent_in_any_case(string encoding) =>
        Assert.Empty(Lint.Of(Lint.Message($"Content-Transfer-Encoding: {encoding}\r\n", "aGVsbG8=\r\n")));

    [Theory]
    [InlineData("multipart/mixed; boundary=b", "--b\r\n\r\n--b--\r\n")]
    [InlineData("message/rfc822", "Subject: x\r\n\r\n")]
    public void What_holds_parts_must_not_be_encoded(string type, string body)
    {
        var finding = Assert.Single(Lint.Of(Lint.Message($"Content-Type: {type}\r\nContent-Transfer-Encoding: base64\r\n", body)));
        Assert.Equal((FindingId.MimeEncodingUnknown, "RFC 2045 §6.4"), (finding.Id, finding.Reference));
    }
}
