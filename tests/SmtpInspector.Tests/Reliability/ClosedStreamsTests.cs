using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Reliability;

/// <summary>The program started without one of its three streams, as a shell does with <c>&lt;&amp;-</c>, and daemons do.</summary>
public class ClosedStreamsTests
{
    [Fact]
    public async Task Without_standard_input_there_are_no_lines_to_send()
    {
        var (ended, heard) = await ConnectAsync("<&-", Say("220 mx.example.com ESMTP"), Hear("QUIT"), Say("221 bye"), HearTheRest());

        Assert.Equal("QUIT\r\n", heard);
        Assert.EndsWith("S: 221 bye\n* closed by the client\n", ended.Expect(0).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">&-", "")]
    [InlineData("2>&-", "* connect")]
    [InlineData(">&- 2>&-", "")]
    public async Task Without_an_output_the_conversation_goes_on_and_its_status_counts(string without, string output)
    {
        var (ended, heard) = await ConnectAsync(
            without, Say("220 mx.example.com ESMTP"), Hear("NOOP"), Say("250 ok"), Hear("RSET"), Say("550 no"), Hear("QUIT"), Say("221 bye"), HearTheRest());

        Assert.Equal("NOOP\r\nRSET\r\nQUIT\r\n", heard);
        Assert.StartsWith(output, ended.Expect(1).Output, StringComparison.Ordinal);
        Assert.Equal("", ended.Error);
    }

    [Theory]
    [InlineData("show - <&-", 0)]
    [InlineData("import - <&-", 0)]
    [InlineData("credentials plain ann <&-", 2)]
    [InlineData("explain 550 >&-", 0)]
    [InlineData("explain what-is-this 2>&-", 2)]
    [InlineData("--help >&-", 0)]
    public async Task Every_verb_ends_as_if_the_stream_were_empty(string commandLine, int status)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no shell");
        using var home = new TestHome();
        (await ShellAsync(home, commandLine)).Expect(status);
    }

    static async Task<(ChildProcess.Ended Program, string Heard)> ConnectAsync(string without, params ServerStep[] steps)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no shell");
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(steps);
        var ended = await ShellAsync(home, $"connect {server.Endpoint} --tls none {without}");
        return (ended, await server.DoneAsync());
    }

    static Task<ChildProcess.Ended> ShellAsync(TestHome home, string commandLine) => ChildProcess.RunAsync(
        "/bin/sh", ["-c", $"exec '{ProgramUnderTest.Executable}' {commandLine}"], Octets.Of("NOOP\nRSET\n"), home.Environment, home.Folder);
}
