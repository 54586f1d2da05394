using SmtpInspector.Tui.Searching;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tests.Tui.Searching;

public class ItemFilterTests
{
    static readonly Conversation Sample = Conversations.Of(
        "S: 220 mx.example.org ESMTP\nC: EHLO me.example\nS: 250-mx.example.org\nS: 250 AUTH PLAIN\nC: MAIL FROM: <a@b.example>\nS: 250 ok\nC: RCPT TO:<x@y.example>\nS: 550 5.1.1 no such user\nC: QUIT\nS: 221 bye\n");

    static int[] Let(string filter)
    {
        var (parsed, error) = ItemFilter.Parse(filter, keepSecrets: false);
        Assert.Null(error);
        return [.. parsed!.Among(Sample, 0, Sample.Items.Count, TestContext.Current.CancellationToken)];
    }

    [Theory]
    [InlineData("c:", 4)]
    [InlineData("s:", 5)]
    [InlineData("5xx", 1)]
    [InlineData("550", 1)]
    [InlineData("2xx", 4)]
    [InlineData("2xx bye", 1)]
    [InlineData("auth", 1)]
    [InlineData("/^rcpt|^quit/", 2)]
    [InlineData("c: example", 3)]
    [InlineData("nothing-holds-this", 0)]
    public void Every_word_must_hold(string filter, int count) => Assert.Equal(count, Let(filter).Length);

    [Fact]
    public void Findings_are_found_by_their_weight()
    {
        Assert.Equal(Sample.Items.Where(item => item.Findings.Any(finding => finding.Severity == Protocol.Findings.Severity.Error)).Select(item => item.Number), Let("!"));
        Assert.NotEmpty(Let("!"));
        Assert.Superset(Let("!").ToHashSet(), Let("i").ToHashSet());
    }

    [Fact]
    public void An_expression_that_is_none_is_said()
    {
        var (filter, error) = ItemFilter.Parse("/(/", keepSecrets: false);
        Assert.Null(filter);
        Assert.StartsWith("no regular expression", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_typed_shows_all(string text) => Assert.Equal((null, null), ItemFilter.Parse(text, keepSecrets: false));
}
