using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Tests.Message;

public class CharsetTests
{
    static readonly string[] Names =
        [.. Encoding.GetEncodings().Concat(CodePagesEncodingProvider.Instance.GetEncodings()).Select(encoding => encoding.Name).Distinct(), "no-such", "", "\0", "utf-7"];

    [Property(MaxTest = 1000)]
    public bool Any_octets_in_any_charset_are_text(byte[] octets, ushort index) =>
        Charset.Decode(Names[index % Names.Length], octets).Text is not null;

    [Property]
    public bool What_does_not_fit_is_counted_and_shown_octet_for_octet(byte[] octets)
    {
        var decoded = Charset.Decode("us-ascii", octets);
        var over = octets.Count(octet => octet > 127);
        return decoded.Text.Length == octets.Length + (3 * over) && decoded.Notes.Count == (over > 0 ? 1 : 0);
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("us-ascii")]
    [InlineData("ISO-8859-1")]
    [InlineData("iso-8859-15")]
    [InlineData("Windows-1252")]
    [InlineData("koi8-r")]
    [InlineData("iso-2022-jp")]
    [InlineData("gb18030")]
    public void The_usual_charsets_are_known(string name) => Assert.True(Charset.IsKnown(name));

    [Theory]
    [InlineData("utf-16", "FEFF00E4", "\u00E4")]
    [InlineData("UTF-16", "FFFEE400", "\u00E4")]
    [InlineData("utf-16", "00E4", "\u00E4")]
    [InlineData("utf-16", "FEFF", "")]
    [InlineData("utf-16le", "E400", "\u00E4")]
    [InlineData("cp1251", "CF", "\u041F")]
    [InlineData("CP-1250", "E8", "\u010D")]
    public void A_name_or_a_mark_says_what_the_octets_mean(string name, string hex, string text) =>
        Assert.Equal(text, Charset.Decode(name, Convert.FromHexString(hex)).Text);

    [Theory]
    [InlineData("x-unknown")]
    [InlineData("utf-7")]
    [InlineData("1252")]
    [InlineData("")]
    public void Others_are_said_to_be_unknown(string name) => Assert.False(Charset.IsKnown(name));
}
