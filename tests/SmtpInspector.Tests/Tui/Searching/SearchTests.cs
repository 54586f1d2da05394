using SmtpInspector.Tui.Searching;

namespace SmtpInspector.Tests.Tui.Searching;

public class SearchTests
{
    static readonly string Sample = "S: 220 mx.example.org ESMTP\nC: EHLO me.example\nS: 250-mx.example.org\nS: 250 AUTH PLAIN\nC: AUTH PLAIN AHVzZXIAc2VjcmV0\nS: 235 ok\nC%: NOOP%0A\nS: 250 ok\n";

    static int[] Found(string query, bool keepSecrets = false) =>
        [.. Conversations.Of(Sample).Items.Where(item => Search.Parse(query).Search!.Holds(item, keepSecrets)).Select(item => item.Number)];

    [Theory]
    [InlineData("ehlo", new[] { 1 })]
    [InlineData("EHLO", new[] { 1 })]
    [InlineData("Ehlo", new int[0])]
    [InlineData("mx.example", new[] { 0, 2 })]
    [InlineData("x 4f500a", new[] { 5 })]
    [InlineData("x 4F 50 0A", new[] { 5 })]
    public void Capitals_mean_themselves_and_octets_are_found(string query, int[] numbers) => Assert.Equal(numbers, Found(query));

    [Fact]
    public void A_credential_is_not_found_unless_it_is_shown()
    {
        Assert.Empty(Found("AHVzZXIAc2VjcmV0"));
        Assert.Single(Found("AHVzZXIAc2VjcmV0", keepSecrets: true));
    }

    [Theory]
    [InlineData("x 0")]
    [InlineData("x 0g")]
    [InlineData("x ")]
    public void Octets_that_are_none_are_said(string query) => Assert.NotNull(Search.Parse(query).Error);

    [Fact]
    public void On_the_screen_it_goes_round_and_says_so()
    {
        var screen = ScreenHarness.Talking(Sample).Press("Esc", "/").Type("mx").Press("Enter");
        Assert.Contains("of 2", screen.Text, StringComparison.Ordinal);
        screen.Press("n", "n");
        Assert.Contains("from the top again", screen.Text, StringComparison.Ordinal);
        screen.Press("Esc");
        Assert.Null(((SmtpInspector.Tui.Talking.TalkPage)screen.Model.Page).Search);
    }
}
