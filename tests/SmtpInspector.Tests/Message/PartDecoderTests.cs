using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Tests.Message;

public class PartDecoderTests
{
    static DecodedText Decode(string content) => PartDecoder.Decode(Octets.Read(content).Root, Octets.Of(content));

    static DecodedText DecodeAs(string encoding, string body) =>
        Decode($"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}");

    [Theory]
    [InlineData("7bit", "a\r\nb\r\n", "a\nb\n")]
    [InlineData("8bit", "gr\u00C3\u00BCn\r\n", "gr\u00FCn\n")]
    [InlineData("binary", "a\nb", "a\nb")]
    [InlineData("quoted-printable", "Now's the time =\r\nfor all folk to come=\r\n to the aid of their country.", "Now's the time for all folk to come to the aid of their country.")]
    [InlineData("quoted-printable", "=C3=bc  \t\r\n= \r\n=3D=\n!\n", "\u00FC\n=!\n")]
    [InlineData("quoted-printable", "end=", "end")]
    [InlineData("base64", "Z3LDvA==\r\n", "gr\u00FC")]
    [InlineData("base64", "Z3\r\n LDv\tA=\r\n=", "gr\u00FC")]
    [InlineData("base64", "YQ0KYg0K", "a\nb\n")]
    public void A_transfer_encoding_is_undone(string encoding, string body, string text)
    {
        var decoded = DecodeAs(encoding, body);
        Assert.Equal(text, decoded.Text);
        Assert.Empty(decoded.Notes);
    }

    [Theory]
    [InlineData("quoted-printable", "a=b=4", "a=b=4", "Of 2 \"=\"")]
    [InlineData("base64", "Z3L!DvA==", "gr\u00FC", "outside the base64 alphabet")]
    [InlineData("base64", "YQ==Yg==", "ab", "data follow")]
    [InlineData("base64", "YWJ", "", "fewer than four")]
    [InlineData("base64", "=YWJj", "abc", "no group of four")]
    [InlineData("x-uuencode", "begin 644 a", "begin 644 a", "\"x-uuencode\" is not known")]
    [InlineData("8bit", "gr\u00FCn", "gr\\xFCn", "1 octet does not fit")]
    public void What_is_unsound_is_decoded_as_far_as_possible_and_said(string encoding, string body, string text, string note)
    {
        var decoded = DecodeAs(encoding, body);
        Assert.Equal(text, decoded.Text);
        Assert.Contains(note, Assert.Single(decoded.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("charset=us-ascii", "a", "a", 0)]
    [InlineData("charset=ISO-8859-1", "\u00A4\u00E4", "\u00A4\u00E4", 0)]
    [InlineData("charset=iso-8859-15", "\u00A4\u00E4", "\u20AC\u00E4", 0)]
    [InlineData("charset=Windows-1252", "\u0080\u00E4", "\u20AC\u00E4", 0)]
    [InlineData("charset=cp1252", "\u0080", "\u20AC", 0)]
    [InlineData("charset=gb18030", "\u00C4\u00E3", "\u4F60", 0)]
    [InlineData("charset=shift_jis", "\u0082\u00B1", "\u3053", 0)]
    [InlineData("charset=utf-16le", "a\0", "a", 0)]
    [InlineData("charset=x-unknown", "a\u00E4", "a\\xE4", 1)]
    [InlineData("charset=us-ascii", "\u00E4", "\\xE4", 1)]
    [InlineData("format=flowed", "\u00C3\u00A4", "\u00E4", 1)]
    [InlineData("format=fixed", "\u00E4", "\\xE4", 1)]
    public void A_charset_is_undone(string parameter, string body, string text, int notes)
    {
        var decoded = Decode($"Content-Type: text/plain; {parameter}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}");
        Assert.Equal(text, decoded.Text);
        Assert.Equal(notes, decoded.Notes.Count);
    }

    [Theory]
    [InlineData("a \r\nb\r\nc\r\n", "a b\nc\n")]
    [InlineData("> a \r\n> b\r\n>> c \r\n> d\r\n", "> a b\n>> c \n> d\n")]
    [InlineData("a \r\n-- \r\nb\r\n", "a \n-- \nb\n")]
    [InlineData(" From me \r\n >no quote\r\n", "From me >no quote\n")]
    [InlineData("a \r\n", "a \n")]
    [InlineData("a ", "a ")]
    [InlineData("\r\n\r\na", "\n\na")]
    [InlineData(">\r\n>a\r\n", "> \n> a\n")]
    public void Flowed_lines_are_joined_to_paragraphs(string body, string text) =>
        Assert.Equal(text, Decode($"Content-Type: text/plain; format=flowed\r\n\r\n{body}").Text);

    [Fact]
    public void With_DelSp_the_space_of_a_soft_break_goes() =>
        Assert.Equal("ab\n", Decode("Content-Type: text/plain; format=Flowed; DelSp=Yes\r\n\r\na \r\nb\r\n").Text);

    [Fact]
    public void A_long_body_is_decoded_to_a_limit_and_that_is_said()
    {
        var decoded = Decode($"A: b\r\n\r\n{new string('x', PartDecoder.MostOctets + 1)}");
        Assert.Equal(PartDecoder.MostOctets, decoded.Text.Length);
        Assert.Contains("Only the first", Assert.Single(decoded.Notes), StringComparison.Ordinal);
    }

    [Property]
    public void Base64_in_lines_of_any_length_gives_the_octets_back(byte[] octets, byte length)
    {
        var lines = Convert.ToBase64String(octets).Chunk(1 + (length % 80)).Select(line => new string(line));
        var body = string.Join("\r\n", lines);
        var part = Octets.Read($"Content-Transfer-Encoding: base64\r\n\r\n{body}").Root;
        var notes = new List<string>();
        Assert.Equal(octets, PartDecoder.DecodeTransfer(part, Octets.Of(body), notes));
        Assert.Empty(notes);
    }

    [Property]
    public void Quoted_printable_gives_the_octets_back(byte[] octets, byte width)
    {
        var encoded = string.Concat(octets.Select(octet => octet is > 32 and < 127 and not (byte)'='
            ? ((char)octet).ToString()
            : $"={octet.ToString("X2", CultureInfo.InvariantCulture)}"));
        var body = Folded(encoded, 3 + (width % 73));
        var part = Octets.Read($"Content-Transfer-Encoding: quoted-printable\r\n\r\n{body}").Root;
        var notes = new List<string>();
        Assert.Equal(octets, PartDecoder.DecodeTransfer(part, Octets.Of(body), notes));
        Assert.Empty(notes);
    }

    // Soft line breaks that cut no "=XX".
    static string Folded(string encoded, int width)
    {
        var folded = new StringBuilder();
        var column = 0;
        for (var i = 0; i < encoded.Length;)
        {
            var length = encoded[i] == '=' ? 3 : 1;
            if (column + length > width)
            {
                folded.Append("=\r\n");
                column = 0;
            }

            folded.Append(encoded, i, length);
            column += length;
            i += length;
        }

        return folded.ToString();
    }
}
