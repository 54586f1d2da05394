using SmtpInspector.Tests.Net.Support;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>The exit statuses scripts rely on, each with its line on standard error.</summary>
public class ExitStatusTests(PostfixPeer postfix, OpenSmtpdPeer openSmtpd)
{
    [Theory]
    [InlineData("connect")]
    [InlineData("connect", "localhost:25", "--frobnicate")]
    [InlineData("connect", "localhost:25", "--tls", "perhaps")]
    [InlineData("connect", "localhost:99999")]
    [InlineData("connect", "ses:")]
    [InlineData("connect", "localhost:25", "--ca", "/nonexistent/ca.pem")]
    [InlineData("frobnicate")]
    public async Task Wrong_usage_is_2(params string[] arguments) => Explained(2, await ProgramUnderTest.RunAsync("", arguments));

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("name.that.does.not.exist.invalid:25")]
    [InlineData("unix:/nonexistent/socket")]
    public async Task No_connection_is_3(string target) =>
        Explained(3, await ProgramUnderTest.RunAsync("EHLO me\n", "connect", target, "--tls", "none"));

    [Fact]
    public async Task A_certificate_that_does_not_verify_is_4_and_nothing_is_sent()
    {
        await postfix.StartAsync();
        await using var server = ScriptedServer.Play(StartTls(TestAuthority.SelfSigned()), HearTheRest());

        Explained(4, await ProgramUnderTest.RunAsync("EHLO me\n", "connect", postfix.Implicit, "--tls", "implicit"));
        Explained(4, await ProgramUnderTest.RunAsync("EHLO me\n", "connect", server.Endpoint, "--tls", "implicit"));

        Assert.Equal("", await server.DoneAsync());
    }

    [Fact]
    public async Task Another_name_than_the_certificates_is_4()
    {
        await postfix.StartAsync();

        var ended = await ProgramUnderTest.RunAsync(
            "EHLO me\n", "connect", postfix.Implicit, "--tls", "implicit", "--ca", postfix.CaFile, "--server-name", "mail.example.org");

        Explained(4, ended);
        Assert.Contains("mail.example.org", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starttls_that_is_not_offered_is_4_where_it_was_asked_for()
    {
        await openSmtpd.StartAsync();

        Explained(4, await ProgramUnderTest.RunAsync("EHLO me\nMAIL FROM:<a@b>\n", "connect", openSmtpd.Plain, "--tls", "starttls"));
    }

    [Fact]
    public async Task Tls_to_a_port_that_speaks_in_the_clear_is_4_and_says_what_to_try()
    {
        await postfix.StartAsync();

        var ended = await ProgramUnderTest.RunAsync("EHLO me\n", "connect", postfix.Plain, "--tls", "implicit");

        Explained(4, ended);
        Assert.Contains("--tls starttls", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Insecure_goes_on_and_the_problem_stays_flagged()
    {
        await postfix.StartAsync();

        var ended = await ProgramUnderTest.RunAsync("EHLO me\n", "connect", postfix.Implicit, "--tls", "implicit", "--insecure");

        ended.Expect(0);
        Assert.Contains(ended.Lines, line => line.StartsWith("* ", StringComparison.Ordinal) && line.Contains("not verified", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_server_that_closes_too_early_is_5()
    {
        await using var server = ScriptedServer.Play(Say("220 hi"), Hear("EHLO"), HangUp());

        Explained(5, await ProgramUnderTest.RunAsync("EHLO me\nNOOP\n", "connect", server.Endpoint, "--tls", "none"));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_5_after_the_time_out()
    {
        await using var server = ScriptedServer.Play(Say("220 hi"), HearTheRest());

        Explained(5, await ProgramUnderTest.RunAsync("EHLO me\n", "connect", server.Endpoint, "--tls", "none", "--timeout", "1"));
    }

    [Fact]
    public async Task A_bad_reply_before_the_close_is_1()
    {
        await using var server = ScriptedServer.Play(Say("220 hi"), Hear("EHLO"), Say("502 no"), HangUp());

        (await ProgramUnderTest.RunAsync("EHLO me\nNOOP\n", "connect", server.Endpoint, "--tls", "none")).Expect(1);
    }

    [Fact]
    public async Task A_421_is_1_and_nothing_more_is_sent()
    {
        await using var server = ScriptedServer.Play(Say("220 hi"), Hear("EHLO"), Say("421 4.3.2 closing"), HearTheRest());

        (await ProgramUnderTest.RunAsync("EHLO me\nNOOP\n", "connect", server.Endpoint, "--tls", "none")).Expect(1);

        Assert.Equal("EHLO me\r\n", await server.DoneAsync());
    }

    [Fact]
    public async Task A_script_that_is_no_transcript_is_6_with_its_place()
    {
        await using var server = ScriptedServer.Play(Say("220 hi"), HearTheRest());

        var ended = await ProgramUnderTest.RunAsync("C: EHLO me\nC%: %GG\n", "connect", server.Endpoint, "--tls", "none", "--script");

        Explained(6, ended);
        Assert.Contains("line 2, column 5", ended.Error, StringComparison.Ordinal);
    }

    static void Explained(int status, ChildProcess.Ended ended)
    {
        ended.Expect(status);
        Assert.NotEmpty(ended.Error.Trim());
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }
}
