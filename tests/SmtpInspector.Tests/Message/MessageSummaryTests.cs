using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Tests.Message;

public class MessageSummaryTests
{
    const string Content =
        "Date: Sun, 22 Nov 2026 10:00:00 +0100\r\nFrom: =?utf-8?q?J=C3=B6rg?= <j@example.com>\r\nTo: Team: a@b, c@d;\r\nCc: e@f\r\n"
        + "Message-ID: <1@example.com>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n =?utf-8?q?_an_alle?=\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + "--b\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\n\r\nplain\r\n--i\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>\r\n--i--\r\n"
        + "--b\r\nContent-Type: application/pdf; name=old.pdf\r\nContent-Disposition: attachment;\r\n filename*=utf-8''%C3%A4.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\naGVs\r\n"
        + "--b\r\nContent-Type: image/png; name=logo.png\r\nContent-Disposition: inline\r\n\r\nx\r\n"
        + "--b\r\nContent-Type: text/csv; name=\"data.csv\"\r\n\r\n1\r\n--b--\r\n";

    [Fact]
    public void A_summary_says_what_a_list_of_messages_shows()
    {
        var summary = MessageSummary.Of(Octets.Read(Content));
        Assert.Equal(Content.Length, summary.Octets);
        Assert.Equal(Content.Count(character => character == '\n'), summary.Lines);
        Assert.Equal("Gr\u00FC\u00DFe an alle", summary.Subject);
        Assert.Equal("J\u00F6rg <j@example.com>", Assert.Single(summary.From).ToString());
        Assert.Equal("Team: a@b, c@d;", Assert.Single(summary.To).ToString());
        Assert.Equal("e@f", Assert.Single(summary.Cc).ToString());
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(1)), summary.Date!.Value.Value);
        Assert.Equal("<1@example.com>", summary.MessageId);
    }

    [Fact]
    public void The_outline_has_a_line_for_each_part() => Assert.Equal(
        ["0  multipart/mixed", "1 1 multipart/alternative", "2 1.1 text/plain", "2 1.2 text/html", "1 2 application/pdf", "1 3 image/png", "1 4 text/csv"],
        MessageSummary.Of(Octets.Read(Content)).Parts.Select(part => $"{part.Depth} {part.Number} {part.MediaType}"));

    [Theory]
    [InlineData(0, "multipart/mixed, 423 octets")]
    [InlineData(3, "1.2 text/html; charset=utf-8, 3 octets")]
    [InlineData(4, "2 application/pdf, base64, 4 octets, \"\u00E4.pdf\"")]
    public void A_line_of_the_outline_says_what_the_part_is(int index, string line) =>
        Assert.Equal(line, MessageSummary.Of(Octets.Read(Content)).Parts[index].ToString());

    [Fact]
    public void What_is_to_be_kept_apart_is_an_attachment() => Assert.Equal(
        ["\u00E4.pdf base64 4", "data.csv  1"],
        MessageSummary.Of(Octets.Read(Content)).Attachments.Select(part => $"{part.FileName} {part.Encoding} {part.Octets}"));

    [Fact]
    public void A_message_that_says_nothing_has_an_empty_summary()
    {
        var summary = MessageSummary.Of(Octets.Read(""));
        Assert.Equal((0, 0, "", "", null), (summary.Octets, summary.Lines, summary.Subject, summary.MessageId, summary.Date));
        Assert.Empty(summary.From);
        Assert.Equal("text/plain", Assert.Single(summary.Parts).MediaType);
    }
}
