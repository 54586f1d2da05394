using System.Text;

namespace SmtpInspector.Tests.Grammar;

public class ParameterTests
{
    [Theory]
    [InlineData("SIZE")]
    [InlineData("SIZE=")]
    [InlineData("SIZE=10k")]
    [InlineData("SIZE=-1")]
    [InlineData("SIZE=123456789012345678901")]
    [InlineData("BODY")]
    [InlineData("BODY=8BIT")]
    [InlineData("SMTPUTF8=yes")]
    [InlineData("RET=ALL")]
    [InlineData("RET")]
    [InlineData("ENVID=a+b")]
    [InlineData("ENVID=a+2")]
    [InlineData("ENVID=a+2b")]
    [InlineData("ENVID=a+00")]
    [InlineData("AUTH=e=mc2@example.com")]
    [InlineData("AUTH=user")]
    [InlineData("AUTH")]
    [InlineData("BY=120")]
    [InlineData("BY=;R")]
    [InlineData("BY=1234567890;R")]
    [InlineData("BY=120;X")]
    [InlineData("BY=120;RX")]
    [InlineData("HOLDFOR=0")]
    [InlineData("HOLDFOR=1234567890")]
    [InlineData("HOLDUNTIL=tomorrow")]
    [InlineData("HOLDUNTIL=2030-13-01T09:00:00Z")]
    [InlineData("HOLDUNTIL=2030-01-01T09:00:00")]
    [InlineData("MT-PRIORITY=10")]
    [InlineData("MT-PRIORITY=-0")]
    [InlineData("MT-PRIORITY=+1")]
    [InlineData("REQUIRETLS=1")]
    [InlineData("NOTIFY=NEVER")]
    [InlineData("=5")]
    [InlineData("S_ZE=5")]
    [InlineData("-SIZE=5")]
    [InlineData("X=a=b")]
    public void A_parameter_of_MAIL_written_wrong_is_found(string parameter) =>
        Assert.Equal("parameter-syntax", Assert.Single(Read.Findings($"MAIL FROM:<a@b.example> {parameter}")).Rule);

    [Theory]
    [InlineData("NOTIFY")]
    [InlineData("NOTIFY=ALWAYS")]
    [InlineData("NOTIFY=NEVER,SUCCESS")]
    [InlineData("NOTIFY=,")]
    [InlineData("ORCPT=a@b.example")]
    [InlineData("ORCPT=;a@b.example")]
    [InlineData("ORCPT=rfc 822;a@b.example")]
    [InlineData("ORCPT=rfc822;a+b@b.example")]
    [InlineData("SIZE=5")]
    public void A_parameter_of_RCPT_written_wrong_is_found(string parameter) =>
        Assert.Contains(Read.Findings($"RCPT TO:<a@b.example> {parameter}"), found => found.Rule == "parameter-syntax");

    [Theory]
    [InlineData("MAIL FROM:<> SIZE=1 SIZE=1", "parameter-duplicate error 20-24")]
    [InlineData("MAIL FROM:<> body=7BIT SIZE=1 BODY=7BIT", "parameter-duplicate error 30-34")]
    [InlineData("MAIL FROM:<> X=1 x=2", "parameter-duplicate error 17-18")]
    public void A_parameter_given_twice_is_found(string line, string found) => Assert.Equal(found, Read.Summary(line));

    [Theory]
    [InlineData("MAIL FROM:<>  SIZE=1", "command-syntax error 12-14")]
    [InlineData("MAIL FROM:<> SIZE=1\tRET=FULL", "command-syntax error 19-20")]
    [InlineData("MAIL FROM:<> SIZE = 1", "parameter-syntax error 13-17, parameter-syntax error 18-19")]
    [InlineData("MAIL FROM:<> SIZE=1é", "parameter-syntax error 18-21")]
    public void One_space_parts_parameters_and_none_stands_inside(string line, string found) =>
        Assert.Equal(found, Read.Summary(line));

    [Theory]
    [InlineData(100, "")]
    [InlineData(101, "parameter-syntax warning 19-120")]
    public void An_ENVID_has_up_to_100_characters(int length, string found) =>
        Assert.Equal(found, Read.Summary("MAIL FROM:<> ENVID=" + new string('x', length)));

    [Fact]
    public void Tens_of_thousands_of_parameters_are_read()
    {
        var line = new StringBuilder("MAIL FROM:<>");
        for (var i = 0; i < 30_000; i++)
        {
            line.Append(" X").Append(i);
        }

        Assert.Empty(Read.Findings(line.ToString()));
    }
}
