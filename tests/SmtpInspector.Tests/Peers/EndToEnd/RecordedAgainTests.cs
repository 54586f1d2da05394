namespace SmtpInspector.Tests.Peers.EndToEnd;

/// <summary>What was recorded from a real server runs again, and every reply is as it is written: mistakes, refusals, AUTH and all.</summary>
public class RecordedAgainTests(PostfixPeer postfix, EximPeer exim, OpenSmtpdPeer openSmtpd, ChasquidPeer chasquid)
{
    public static TheoryData<string> Recordings =>
        [.. Directory.GetFiles(Path.Combine(Repository.Folder, "transcripts"), "*.smtp")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name.Split('-')[0] is "postfix" or "exim" or "opensmtpd" or "chasquid")];

    [Theory, MemberData(nameof(Recordings))]
    public async Task A_recording_runs_again(string name)
    {
        LoopbackPeer server = name.Split('-')[0] switch { "postfix" => postfix, "exim" => exim, "chasquid" => chasquid, _ => openSmtpd };
        await server.StartAsync();
        var file = Path.Combine(Repository.Folder, "transcripts", name + ".smtp");
        var text = File.ReadAllText(file);
        var target = text.Contains("\ntls: implicit\n", StringComparison.Ordinal)
            ? name.EndsWith("-idle", StringComparison.Ordinal) ? postfix.SesImplicit : server.Implicit
            : text.Contains("\ntls: starttls\n", StringComparison.Ordinal) ? server.StartTls : server.Plain;
        using var home = new TestHome();
        var environment = home.Environment;
        environment["SMTP_INSPECTOR_PASSWORD"] = name.EndsWith("-auth-refused", StringComparison.Ordinal) ? "wrong" : "secret";

        var ended = await ChildProcess.RunAsync(
            ProgramUnderTest.Executable, ["run", file, target, "--ca", server.CaFile, "--user", server is ChasquidPeer ? "user@loop.test" : "user"], environment: environment);

        ended.Expect(0);
        Assert.Contains(ended.Lines, line => line.StartsWith("* verdict: all ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reply_that_differs_is_said_and_the_run_goes_on()
    {
        await postfix.StartAsync();
        using var home = new TestHome();
        var script = home.Write("script", """
            S: 220 a
            C: EHLO client.test
            S: 250 b
            C: VRFY nobody@loop.test
            S: 251 5.1.1 c
            C: NOOP
            S: 250 2.1.7 d
            C: QUIT
            S: 221 2.0.0 e

            """);

        var ended = await ChildProcess.RunAsync(
            ProgramUnderTest.Executable, ["run", script, postfix.Plain, "--tls", "none"], environment: home.Environment);

        ended.Expect(1);
        Assert.Contains("* expected 251, got 550", ended.Lines);
        Assert.Contains("* expected 250 2.1.7, got 250 2.0.0", ended.Lines);
        Assert.Contains(ended.Lines, line => line.StartsWith("S: 221 ", StringComparison.Ordinal));
        Assert.Contains("* verdict: 2 of 5 replies are not as written", ended.Lines);
    }
}
