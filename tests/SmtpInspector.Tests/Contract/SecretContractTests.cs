using System.Text;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Contract.Conversing;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Contract;

public class SecretContractTests
{
    const string Password = "hunter2secret";
    const string User = "dXNlcg==";

    static readonly string EncodedPassword = Convert.ToBase64String(Encoding.ASCII.GetBytes(Password));
    static readonly string Plain = Convert.ToBase64String(Encoding.ASCII.GetBytes($"\0user\0{Password}"));

    [Theory]
    [InlineData("504 unknown mechanism")]
    [InlineData("530 TLS first")]
    [InlineData("250 ok")]
    [InlineData("354 go")]
    [InlineData("hello")]
    [InlineData("235 come in")]
    public async Task When_AUTH_gets_no_challenge_its_answers_are_skipped_redacted_and_that_is_said(string reply)
    {
        var heard = await NothingLeaksAsync(
            $"EHLO me\nAUTH LOGIN\n{User}\n{EncodedPassword}\nMAIL FROM:<a@b.example>\n",
            [.. Introduced, .. Answer("AUTH", reply), .. Answer("MAIL", "250 ok"), .. Farewell],
            status: 1,
            says: "skipped");

        Assert.Equal("EHLO me\r\nAUTH LOGIN\r\nMAIL FROM:<a@b.example>\r\nQUIT\r\n", heard);
    }

    [Theory]
    [InlineData("535 5.7.8 no")]
    [InlineData("235 come in")]
    [InlineData("501 what")]
    public async Task When_a_step_ends_the_exchange_the_password_is_not_sent_as_a_command(string reply)
    {
        var heard = await NothingLeaksAsync(
            $"EHLO me\nAUTH LOGIN\n{User}\n{EncodedPassword}\nNOOP\n",
            [.. Introduced, .. Answer("AUTH", "334 VXNlcm5hbWU6"), .. Answer(User, reply), .. Answer("NOOP", "250 ok"), .. Farewell],
            status: 1,
            says: "skipped");

        Assert.Equal($"EHLO me\r\nAUTH LOGIN\r\n{User}\r\nNOOP\r\nQUIT\r\n", heard);
    }

    [Fact]
    public async Task After_an_exchange_that_is_through_every_line_is_sent()
    {
        var talked = await ConnectAsync(
            $"EHLO me\nAUTH PLAIN {Plain}\nXFOO\n", [.. Introduced, .. Answer("AUTH", "235 ok"), .. Answer("XFOO", "250 ok"), .. Farewell]);

        talked.Expect(0);
    }

    [Fact]
    public Task An_echo_of_the_credential_in_any_form_is_redacted() => NothingLeaksAsync(
        $"EHLO me\nAUTH PLAIN {Plain}\n",
        [.. Introduced, .. Answer("AUTH", $"535 5.7.8 {Password} {Plain} ({EncodedPassword})"), .. Farewell],
        status: 1);

    [Fact]
    public Task The_same_secret_outside_AUTH_is_redacted() => NothingLeaksAsync(
        $"EHLO me\nAUTH PLAIN\n{Plain}\nNOOP {Password}\nDATA\nIt is {Password} or {EncodedPassword}\n.\n{Password}\n",
        [
            .. Introduced, .. Answer("AUTH", "334 "), .. Answer(Plain, "235 ok"), .. Answer("NOOP", $"250 {Password}"), .. Answer("DATA", "354 go"),
            HearUntil("."), Say($"250 {Password}"), .. Answer(Password, $"500 {EncodedPassword}?"), .. Farewell,
        ],
        status: 1);

    [Fact]
    public Task A_cancelled_exchange_and_one_that_the_server_drops_leak_nothing() => NothingLeaksAsync(
        $"EHLO me\nAUTH LOGIN\n*\nNOOP\nAUTH LOGIN\n{User}\n{EncodedPassword}\nNOOP\n",
        [
            .. Introduced, .. Answer("AUTH", "334 VXNlcm5hbWU6"), .. Answer("*", "501 cancelled"), .. Answer("NOOP", "250 ok"),
            .. Answer("AUTH", "334 VXNlcm5hbWU6"), .. Answer(User, "334 UGFzc3dvcmQ6"), Hear(EncodedPassword), HangUp(),
        ],
        status: 1);

    [Fact]
    public async Task A_credential_in_pieces_is_redacted_piece_by_piece()
    {
        var half = Plain.Length / 2;
        var talked = await RunAsync(
            $"C: EHLO me\nC%: AUTH PLAIN {Plain[..half].Replace("=", "%3D", StringComparison.Ordinal)}\nC%: {Plain[half..].Replace("=", "%3D", StringComparison.Ordinal)}%0D%0A\n",
            [.. Introduced, .. Answer("AUTH", "235 ok"), .. Farewell],
            "--save",
            "saved.smtp");

        var everything = talked.Expect(0).Program.Output + talked.Saved;
        Assert.Contains($"AUTH PLAIN {Plain}\r\n", talked.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain(Plain[..half], everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Plain[half..], everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_keeps_secrets_is_its_owners_alone_even_where_it_was_not_before()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no mode bits.");
            return;
        }

        using var home = new TestHome();
        var path = home.Write("saved.smtp", "");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await using var server = ScriptedServer.Play([.. Introduced, .. Answer("AUTH", "235 ok"), .. Farewell]);

        (await ProgramUnderTest.RunAsync(
            home, Octets.Of($"EHLO me\nAUTH PLAIN {Plain}\n"), "connect", $"127.0.0.1:{server.Port}", "--tls", "none", "--save", path, "--keep-secrets")).Expect(0);

        Assert.Contains(Plain, await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    // Both outputs, the saved file, and what is shown of it.
    static async Task<string> NothingLeaksAsync(string input, ServerStep[] steps, int status, string says = "")
    {
        var heard = "";
        foreach (var options in (string[][])[[], ["--json"]])
        {
            var talked = (await ConnectAsync(input, steps, [.. options, "--save", "saved.smtp"])).Expect(status);
            var saved = Encoding.UTF8.GetBytes(talked.Saved);
            var shown = (await ShowAsync(saved)).Expect(0).Output + (await ShowAsync(saved, "--json")).Expect(0).Output;
            foreach (var output in (string[])[talked.Program.Output, talked.Program.Error, talked.Saved, shown])
            {
                Assert.DoesNotContain(Password, output, StringComparison.Ordinal);
                Assert.DoesNotContain(EncodedPassword, output, StringComparison.Ordinal);
                Assert.DoesNotContain(Plain, output, StringComparison.Ordinal);
            }

            Assert.Contains(says, talked.Program.Output, StringComparison.Ordinal);
            heard = talked.Heard;
        }

        return heard;
    }
}
