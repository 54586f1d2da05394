using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Tests.Lints.Content;

public class HeaderRulesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("From: a@example.com\r\nMessage-ID: <1@x>\r\n", "Date")]
    [InlineData("Date: Mon, 7 Sep 2026 09:41:07 +0200\r\nMessage-ID: <1@x>\r\n", "From")]
    [InlineData("Subject: x\r\n", "Date,From")]
    [InlineData("DATE: Mon, 7 Sep 2026 09:41:07 +0200\r\nfrom: a@example.com\r\n", "")]
    public void A_header_without_Date_or_From_is_told_which_is_missing(string header, string missing)
    {
        var messages = Lint.OfRule(FindingId.MessageHeaderMissing, header + "\r\nhello\r\n").Select(finding => finding.Message).ToList();
        Assert.Equal(missing.Split(',', StringSplitOptions.RemoveEmptyEntries), messages.Select(message => message.Split(' ')[4]));
    }

    [Fact]
    public void A_header_too_large_to_keep_is_not_said_to_lack_what_was_not_kept()
    {
        var large = string.Concat(Enumerable.Range(0, 300).Select(_ => $"X-Filler: {new string('x', 900)}\r\n"));
        Assert.Empty(Lint.Of("X-First: 1\r\n" + large + "\r\nhello\r\n"));
    }

    public static TheoryData<string> Once =>
        ["Date", "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Message-ID", "In-Reply-To", "References", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-ID", "Content-Description"];

    [Theory, MemberData(nameof(Once))]
    public void A_field_with_a_maximum_of_one_is_found_when_it_occurs_again(string name)
    {
        var content = $"X: y\r\n{name}: 1\r\n{name.ToUpperInvariant()}: 2\r\n\r\nhello\r\n";
        var finding = Assert.Single(Lint.OfRule(FindingId.MessageHeaderDuplicate, content));
        Assert.Equal(new Columns(2, 0, name.Length), finding.Where);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Empty(Lint.OfRule(FindingId.MessageHeaderDuplicate, $"X: y\r\n{name}: 1\r\nX-{name}: 2\r\n\r\nhello\r\n"));
    }

    [Theory]
    [InlineData("Received")]
    [InlineData("Comments")]
    [InlineData("Keywords")]
    [InlineData("Resent-To")]
    [InlineData("X-Anything")]
    [InlineData("DKIM-Signature")]
    public void Other_fields_may_occur_again(string name) =>
        Assert.Empty(Lint.OfRule(FindingId.MessageHeaderDuplicate, Lint.Message($"{name}: 1\r\n{name}: 2\r\n")));

    [Fact]
    public void A_missing_Message_ID_is_worth_knowing()
    {
        var finding = Assert.Single(Lint.Of("Date: Mon, 7 Sep 2026 09:41:07 +0200\r\nFrom: a@example.com\r\n\r\nhello\r\n"));
        Assert.Equal((FindingId.MessageIdMissing, Severity.Info), (finding.Id, finding.Severity));
    }

    [Fact]
    public void A_Bcc_field_is_worth_knowing()
    {
        var finding = Assert.Single(Lint.Of(Lint.Message("Bcc: secret@example.net\r\n")));
        Assert.Equal((FindingId.MessageBccPresent, Severity.Info), (finding.Id, finding.Severity));
        Assert.Equal("Bcc", Lint.Marked(Lint.Message("Bcc: secret@example.net\r\n"), finding));
    }
}
