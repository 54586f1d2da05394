namespace SmtpInspector.Tests.Peers;

public class ChildProcessTests
{
    static readonly byte[] AllOctets = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

    [Fact]
    public async Task Octets_go_in_and_come_out_unchanged()
    {
        var ended = await ChildProcess.RunAsync(PeerTool.Require("cat"), [], AllOctets);

        Assert.Equal(AllOctets, ended.Expect(0).OutputOctets);
    }

    [Fact]
    public async Task The_status_and_both_outputs_are_kept_apart()
    {
        var ended = await ChildProcess.RunAsync(PeerTool.Require("sh"), ["-c", "echo out; echo err >&2; exit 3"]);

        Assert.Equal((3, "out\n", "err\n"), (ended.Status, ended.Output, ended.Error));
        Assert.ThrowsAny<Exception>(() => ended.Expect(0));
    }

    [Fact]
    public async Task Input_can_be_given_as_the_output_comes()
    {
        await using var child = ChildProcess.Start(PeerTool.Require("cat"), []);

        await child.WriteAsync("one\n");
        await child.UntilAsync("one\n");
        await child.WriteAsync("two\n");
        await child.UntilAsync("two\n");
        child.CloseInput();

        Assert.Equal("one\ntwo\n", (await child.EndAsync()).Output);
    }

    [Fact]
    public async Task The_home_is_empty_and_its_own()
    {
        using var home = new TestHome();

        var ended = await ChildProcess.RunAsync(
            PeerTool.Require("sh"), ["-c", "echo $HOME $XDG_CONFIG_HOME; pwd; find . -type f"], environment: home.Environment, directory: home.Folder);

        Assert.Equal($"{home.Folder} {home.Path("config")}\n{home.Folder}\n", ended.Output);
    }
}
