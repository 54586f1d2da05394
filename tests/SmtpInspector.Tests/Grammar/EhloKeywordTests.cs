using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Tests.Grammar;

public class EhloKeywordTests
{
    [Theory]
    [InlineData("8BITMIME", "8BITMIME", "")]
    [InlineData("SIZE", "SIZE", "")]
    [InlineData("SIZE 0", "SIZE", "0")]
    [InlineData("size 35882577", "SIZE", "35882577")]
    [InlineData("AUTH PLAIN LOGIN", "AUTH", "PLAIN|LOGIN")]
    [InlineData("AUTH=PLAIN LOGIN", "AUTH", "PLAIN|LOGIN")]
    [InlineData("auth=", "AUTH", "")]
    [InlineData("Ok", "OK", "")]
    [InlineData("X-EXPS GSSAPI NTLM", "X-EXPS", "GSSAPI|NTLM")]
    [InlineData("STARTTLS ", "STARTTLS", "")]
    public void A_keyword_line_of_a_real_server_is_read(string text, string keyword, string values)
    {
        var line = Parse(text);
        Assert.True(line.Is(keyword));
        Assert.True(line.IsWellFormed);
        Assert.Equal(values, string.Join('|', line.Values));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" SIZE")]
    [InlineData("SIZE=100")]
    [InlineData("SI_ZE")]
    [InlineData("-SIZE")]
    [InlineData("SIZE  100")]
    [InlineData("SIZE\t100")]
    [InlineData("HELP ü")]
    public void What_is_no_keyword_line_is_said_to_be_none(string text) => Assert.False(Parse(text).IsWellFormed);

    [Theory]
    [InlineData("SIZE", null)]
    [InlineData("SIZE 0", 0L)]
    [InlineData("SIZE 35882577", 35882577L)]
    [InlineData("SIZE 99999999999999999999", long.MaxValue)]
    [InlineData("SIZE big", null)]
    public void The_number_of_SIZE_is_read(string text, long? number) => Assert.Equal(number, Parse(text).Number);

    [Fact]
    public void Values_are_compared_in_any_case_and_know_their_columns()
    {
        var line = Parse("AUTH=PLAIN login");
        Assert.True(line.HasEquals);
        Assert.True(line.Offers("LOGIN"));
        Assert.False(line.Offers("CRAM-MD5"));
        Assert.Equal(5, line.Values[0].Start);
        Assert.Equal(11, line.Values[1].Start);
    }

    [Property]
    public void Any_octets_make_a_line(byte[] text) => Assert.InRange(EhloKeyword.Parse(text).Keyword.Length, 0, text.Length);

    static EhloKeyword Parse(string text) => EhloKeyword.Parse(Encoding.UTF8.GetBytes(text));
}
