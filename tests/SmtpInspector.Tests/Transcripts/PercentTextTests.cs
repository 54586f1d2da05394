using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Tests.Transcripts;

public class PercentTextTests
{
    [Theory]
    [InlineData("NOOP", "4E4F4F50")]
    [InlineData("a%0D%0a%00%25b", "610D0A002562")]
    [InlineData("%00%fF%9b", "00FF9B")]
    [InlineData("a\\r", "615C72")]
    [InlineData("é€😀", "C3A9E282ACF09F9880")]
    [InlineData("", "")]
    public void Text_and_escapes_become_octets(string text, string hex) =>
        Assert.Equal(hex, Convert.ToHexString(PercentText.TryDecode(text)!));

    [Theory]
    [InlineData("a%")]
    [InlineData("%1")]
    [InlineData("%g0")]
    [InlineData("%0g")]
    [InlineData("%25%")]
    public void A_sign_without_two_digits_is_not_guessed(string text) => Assert.Null(PercentText.TryDecode(text));
}
