using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Lints.Content;

namespace SmtpInspector.Tests.Lints.Content;

public class EnvelopeRuleTests
{
    static readonly ContentContext Same = new() { ReversePath = "<ann@example.com>", Recipients = ["<bob@example.org>"] };

    public static TheoryData<ContentContext> Silent =>
    [
        Same,
        new ContentContext(),
        Same with { ReversePath = "ANN@EXAMPLE.COM.", Recipients = ["Bob@Example.Org"] },
        Same with { ReversePath = "<@relay.example:ann@example.com>" },
        Same with { ReversePath = "" },
        Same with { ReversePath = "<>" },
        Same with { ReversePath = "\"ann\"@example.com" },
    ];

    [Theory, MemberData(nameof(Silent))]
    public void The_same_addresses_need_no_word(ContentContext context) => Assert.Empty(Lint.Of(Lint.Message(""), context));

    [Theory]
    [InlineData("<bounces@example.net>", "<bob@example.org>", "bounces@example.net")]
    [InlineData("<ann@example.com>", "<list@example.net>", "list@example.net")]
    [InlineData("<ann@example.com>", "<Postmaster>", "Postmaster")]
    public void Other_addresses_are_worth_knowing_and_normal(string reversePath, string recipient, string named)
    {
        var finding = Assert.Single(Lint.Of(Lint.Message(""), new ContentContext { ReversePath = reversePath, Recipients = [recipient] }));
        Assert.Equal((FindingId.MessageEnvelopeDiffers, Severity.Info), (finding.Id, finding.Severity));
        Assert.Contains(named, finding.Message, StringComparison.Ordinal);
        Assert.Contains("That is normal", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blind_copy_and_a_recipient_of_another_transaction_are_both_told()
    {
        var content = Lint.Message("Cc: carl@example.net\r\n");
        var context = Same with { Recipients = ["bob@example.org", "blind@example.org"] };
        var message = Assert.Single(Lint.Of(content, context)).Message;
        Assert.StartsWith("RCPT named \"blind@example.org\", the header does not; the header names \"carl@example.net\", RCPT did not.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Sender_that_is_the_reverse_path_is_the_same_address() =>
        Assert.Empty(Lint.Of(Lint.Message("Sender: secretary@example.com\r\n"), Same with { ReversePath = "<secretary@example.com>" }));

    [Fact]
    public void A_header_without_recipients_contradicts_nothing() =>
        Assert.Empty(Lint.Of(Lint.Message("").Replace("bob@example.org", "undisclosed-recipients:;", StringComparison.Ordinal), Same));

    [Fact]
    public void Ten_thousand_recipients_are_compared_at_once()
    {
        string[] recipients = [.. Enumerable.Range(0, 10_000).Select(i => $"r{i}@example.org")];
        var to = string.Join(",\r\n ", recipients);
        var content = Lint.Message("").Replace("bob@example.org", to, StringComparison.Ordinal);
        Assert.Empty(Lint.Of(content, new ContentContext { ReversePath = "ann@example.com", Recipients = recipients }));
    }
}
