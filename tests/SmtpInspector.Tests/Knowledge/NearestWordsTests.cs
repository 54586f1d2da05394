using FsCheck.Xunit;
using SmtpInspector.Protocol.Knowledge;

namespace SmtpInspector.Tests.Knowledge;

public class NearestWordsTests
{
    [Theory]
    [InlineData("STARTLS", "STARTTLS")]
    [InlineData("starttsl", "STARTTLS")]
    [InlineData("EHOL", "EHLO")]
    [InlineData("PIPELINE", "PIPELINING")]
    [InlineData("message-bare", "message-bare-lf")]
    [InlineData("greylist", "greylisting")]
    [InlineData("cram-md4", "CRAM-MD5")]
    [InlineData("x.8.1", "X.1.1")]
    public void A_typing_error_suggests_what_was_meant(string typed, string meant)
    {
        Assert.Null(Explainer.Explain(typed));
        Assert.Contains(meant, Explainer.Nearest(typed));
    }

    [Theory]
    [InlineData("reply-bare-lfs", "reply-bare-lf")]
    [InlineData("data-bdat-mixd", "data-bdat-mixed")]
    [InlineData("auth-without-tl", "auth-without-tls")]
    public void A_misspelt_rule_is_no_line_that_begins_with_a_verb(string typed, string meant) => A_typing_error_suggests_what_was_meant(typed, meant);

    [Theory]
    [InlineData("qqqqqqqqqq")]
    [InlineData("zzzz")]
    [InlineData("9.9.9")]
    public void Where_nothing_is_near_the_least_far_are_suggested(string typed)
    {
        Assert.Null(Explainer.Explain(typed));
        Assert.NotEmpty(Explainer.Nearest(typed));
    }

    [Fact]
    public void An_unknown_code_suggests_codes() => Assert.All(Explainer.Nearest("299"), word => Assert.Matches("^[2x]", word));

    [Fact]
    public void Nothing_suggests_nothing() => Assert.Empty(Explainer.Nearest(""));

    [Property]
    public bool At_most_five_words_are_suggested_and_each_is_known(string? text)
    {
        var nearest = Explainer.Nearest(text ?? "");
        return nearest.Count <= 5
            && nearest.Distinct().Count() == nearest.Count
            && nearest.All(word => Explainer.Explain(word) is not null);
    }

    [Fact]
    public void What_begins_alike_is_suggested_in_the_order_of_the_tables()
    {
        var nearest = Explainer.Nearest("message-header");

        Assert.Equal(["message-header-missing", "message-header-duplicate", "message-header-syntax"], nearest);
    }
}
