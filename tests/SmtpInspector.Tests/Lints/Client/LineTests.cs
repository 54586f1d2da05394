namespace SmtpInspector.Tests.Lints.Client;

public class LineTests
{
    [Fact]
    public void A_bare_LF_is_found_at_its_place() =>
        Assert.Equal(["NOOP: command-bare-lf error 4-5"], Judged.AfterHello("C%: NOOP%0A\nS: 250 ok\n"));

    [Fact]
    public void A_bare_LF_behind_an_answer_to_a_challenge_is_found() =>
        Assert.Equal(["AUTH: command-bare-lf error 4-5"], Judged.AfterHello("C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC%: dQ==%0A\nS: 334 UGFzc3dvcmQ6\n"));

    [Theory]
    [InlineData(512, false)]
    [InlineData(513, true)]
    public void A_command_line_has_at_most_512_octets(int octets, bool isFound) =>
        Assert.Equal(
            isFound ? ["NOOP: command-line-too-long warning 511-511"] : [],
            Judged.AfterHello($"C: NOOP {new string('x', octets - 7)}\nS: 250 ok\n"));

    [Theory]
    [InlineData("", 512)]
    [InlineData("SIZE", 538)]
    [InlineData("8BITMIME", 529)]
    [InlineData("BINARYMIME", 528)]
    [InlineData("AUTH PLAIN", 1012)]
    [InlineData("SMTPUTF8", 522)]
    [InlineData("DSN", 622)]
    public void An_extension_that_is_offered_makes_room_on_MAIL(string extension, int limit)
    {
        var hello = extension.Length == 0
            ? "S: 220 foo.com\nC: EHLO bar.com\nS: 250-foo.com\nS: 250 XLONG\n"
            : $"S: 220 foo.com\nC: EHLO bar.com\nS: 250-foo.com\nS: 250-XLONG\nS: 250 {extension}\n";
        Assert.Empty(Judged.Commands(hello + Mail(limit)));
        Assert.Equal("MAIL: command-line-too-long warning", Assert.Single(Judged.Commands(hello + Mail(limit + 1)))[..35]);
    }

    [Fact]
    public void DSN_makes_room_on_RCPT()
    {
        var orcpt = "ORCPT=rfc822;" + new string('x', 480);
        Assert.Empty(Judged.AfterHello($"C: MAIL FROM:<>\nS: 250 ok\nC: RCPT TO:<a@foo.com> {orcpt} NOTIFY=SUCCESS\nS: 250 ok\n"));
    }

    [Fact]
    public void AUTH_with_an_initial_response_is_a_command_line_and_its_answer_is_none()
    {
        var response = Convert.ToBase64String(new byte[600]);
        Assert.Equal(
            ["AUTH: command-line-too-long warning 512-812"],
            Judged.Commands("S: 220 foo.com\nC: EHLO bar.com\nS: 250-foo.com\nS: 250 AUTH GSSAPI\n" + $"C: AUTH GSSAPI {response[..799]}=\nS: 334 \nC: {response}\nS: 235 ok\n"));
    }

    static string Mail(int octets) => $"C: MAIL FROM:<> XLONG={new string('x', octets - 21)}\nS: 250 ok\n";
}
