using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Tests.Message;

public class EncodedWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" plain  text ", " plain  text ")]
    [InlineData("=?US-ASCII?Q?Keith_Moore?=", "Keith Moore")]
    [InlineData("=?ISO-8859-1?q?Keld_J=F8rn_Simonsen?=", "Keld J\u00F8rn Simonsen")]
    [InlineData("=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=  =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=", "If you can read this you understand the example.")]
    [InlineData("=?iso-8859-1?Q?a?= b", "a b")]
    [InlineData("a =?iso-8859-1?Q?b?=", "a b")]
    [InlineData("=?iso-8859-1?Q?a?=\t =?iso-8859-1?Q?b?= c", "ab c")]
    [InlineData("=?iso-8859-1?Q?a?= =?iso-8859-2?Q?_b?=", "a b")]
    [InlineData("=?utf-8?q?=e2=82?= =?UTF-8?B?rA==?=", "\u20AC")]
    [InlineData("=?utf-8*de?q?=c3=a4?=", "\u00E4")]
    [InlineData("=?iso-8859-15?q?=A4?= =?windows-1252?q?=80?= =?koi8-r?q?=C1?=", "\u20AC\u20AC\u0430")]
    [InlineData("=?iso-2022-jp?b?GyRCJDMbKEI=?=", "\u3053")]
    [InlineData("=?utf8?q?=C3=A4?= =?latin1?q?=E4?=", "\u00E4\u00E4")]
    public void Encoded_words_are_decoded_and_joined(string text, string decoded)
    {
        var result = EncodedWords.Decode(text);
        Assert.Equal(decoded, result.Text);
        Assert.Empty(result.Notes);
    }

    [Theory]
    [InlineData("=?utf-8?Q?a b?=")]
    [InlineData("(=?utf-8?Q?a?=)")]
    [InlineData("x=?utf-8?Q?a?=")]
    [InlineData("=?utf-8?Q?a?=x")]
    [InlineData("=?utf-8?Q?a?==?utf-8?Q?b?=")]
    [InlineData("=?utf-8?Q?a=?=")]
    [InlineData("=?utf-8?Q?=4?=")]
    [InlineData("=?utf-8?B?w6Q?=")]
    [InlineData("=?utf-8?B?w-Q=?=")]
    [InlineData("=?utf-8?X?a?=")]
    [InlineData("=??Q?a?=")]
    [InlineData("=?utf-8?Q??=")]
    [InlineData("=?utf-8?Q?a?")]
    [InlineData("=?utf-8?Q?")]
    [InlineData("=?=")]
    [InlineData("=?")]
    public void What_is_no_encoded_word_stays_as_it_is(string text) => Assert.Equal(text, EncodedWords.Decode(text).Text);

    [Theory]
    [InlineData("=?x-none?Q?a=E4?=", "a\\xE4", "\"x-none\" is not known")]
    [InlineData("=?utf-7?Q?+AOQ-?=", "+AOQ-", "\"utf-7\" is not known")]
    [InlineData("=?1252?Q?=80?=", "\\x80", "\"1252\" is not known")]
    [InlineData("=?utf-8?Q?a=E4?=", "a\\xE4", "1 octet does not fit")]
    [InlineData("=?us-ascii?Q?=E4=F6?=", "\\xE4\\xF6", "2 octets do not fit")]
    public void What_cannot_be_decoded_is_shown_as_octets_and_said(string text, string decoded, string note)
    {
        var result = EncodedWords.Decode(text);
        Assert.Equal(decoded, result.Text);
        Assert.Contains(note, Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    [Property]
    public void What_is_encoded_with_Q_is_decoded_to_the_same(FsCheck.NonEmptyString text)
    {
        var sound = Sound(text.Get);
        var encoded = string.Concat(Encoding.UTF8.GetBytes(sound).Select(octet =>
            char.IsAsciiLetterOrDigit((char)octet) ? ((char)octet).ToString() : octet == ' ' ? "_" : $"={octet.ToString("X2", CultureInfo.InvariantCulture)}"));
        Assert.Equal(sound, EncodedWords.Decode($"=?utf-8?Q?{encoded}?=").Text);
    }

    [Property]
    public void What_is_encoded_with_B_in_words_of_any_size_is_decoded_to_the_same(FsCheck.NonEmptyString text, byte size)
    {
        var sound = Sound(text.Get);
        var words = Encoding.UTF8.GetBytes(sound).Chunk(1 + (size % 40)).Select(octets => $"=?utf-8?B?{Convert.ToBase64String(octets)}?=");
        Assert.Equal(sound, EncodedWords.Decode(string.Join("\t ", words)).Text);
    }

    // Without lone surrogates, which are no text.
    static string Sound(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) is { Length: > 0 } sound ? sound : "x";
}
