using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Tests.Grammar;

public class XTextTests
{
    [Theory]
    [InlineData("e+3Dmc2@example.com", "e=mc2@example.com")]
    [InlineData("a+2Bb", "a+b")]
    [InlineData("", "")]
    [InlineData("a+2", "a+2")]
    [InlineData("a+zz", "a+zz")]
    public void Hex_pairs_stand_for_octets(string text, string decoded) =>
        Assert.Equal(decoded, Encoding.ASCII.GetString(XText.Decode(Encoding.ASCII.GetBytes(text))));

    [Property]
    public void What_was_encoded_is_decoded_again(byte[] octets)
    {
        var encoded = Encoding.ASCII.GetBytes(XText.Encode(octets));
        Assert.Equal(-1, XText.IndexOfBad(encoded));
        Assert.Equal(octets, XText.Decode(encoded));
    }
}
