using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Talking;

public class ExactOctetsTests
{
    [Theory]
    [InlineData("NOOP", "4E4F4F50")]
    [InlineData(@"a\r\n\t\0\\b", "610D0A09005C62")]
    [InlineData(@"\x00\xfF\x9b", "00FF9B")]
    [InlineData("é€😀", "C3A9E282ACF09F9880")]
    [InlineData("", "")]
    public void Text_and_escapes_become_octets(string text, string hex) =>
        Assert.Equal(hex, Convert.ToHexString(ExactOctets.Parse(text).Octets!));

    [Theory]
    [InlineData(@"a\")]
    [InlineData(@"\q")]
    [InlineData(@"\x")]
    [InlineData(@"\x1")]
    [InlineData(@"\xg0")]
    public void What_means_nothing_is_said_and_not_guessed(string text)
    {
        var (octets, error) = ExactOctets.Parse(text);
        Assert.Null(octets);
        Assert.Contains("\\", error!, StringComparison.Ordinal);
    }
}
