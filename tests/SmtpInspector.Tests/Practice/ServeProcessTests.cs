using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Practice;

/// <summary><c>serve</c> as a process, as scripts use it.</summary>
public class ServeProcessTests
{
    [Theory, InlineData("TERM"), InlineData("INT"), InlineData("HUP"), InlineData("QUIT")]
    public async Task A_signal_ends_it_with_0(string signal)
    {
        using var home = new TestHome();
        await using var serve = ProgramUnderTest.Start(home, "serve", "--ca-out", "ca.pem");
        await serve.UntilAsync("password: ");
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", await File.ReadAllTextAsync(home.Path("ca.pem")), StringComparison.Ordinal);
        (await ChildProcess.RunAsync(PeerTool.Require("kill"), ["-s", signal, serve.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])).Expect(0);
        var ended = (await serve.EndAsync()).Expect(0);
        Assert.Equal(5, ended.Lines.Length);
        Assert.Equal("", ended.Error);
    }

    [Fact]
    public async Task It_goes_on_when_nobody_reads_its_list_any_more()
    {
        using var home = new TestHome();
        var script = $"'{ProgramUnderTest.Executable}' serve --verbose > >(head -n 4 > announcement) & pid=$!; until [ \"$(wc -l < announcement)\" = 4 ]; do sleep 0.1; done; "
            + "port=$(sed -n 's/.*:\\([0-9]*\\) (STARTTLS)/\\1/p' announcement); "
            + "for i in 1 2; do exec 3<>/dev/tcp/127.0.0.1/$port; read -r line <&3; echo \"$line\"; echo QUIT >&3; exec 3>&-; sleep 0.2; done; kill $pid; wait $pid; echo $?";
        var ended = (await ChildProcess.RunAsync(PeerTool.Require("bash"), ["-c", script], environment: home.Environment, directory: home.Folder)).Expect(0);
        Assert.Equal(3, ended.Lines.Count(line => line.StartsWith("220 ", StringComparison.Ordinal) || line == "0"));
    }
}
