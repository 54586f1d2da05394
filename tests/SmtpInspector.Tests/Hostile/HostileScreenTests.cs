using System.Text;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Hostile.LineModePlay;

namespace SmtpInspector.Tests.Hostile;

/// <summary>The same rows on the full screen.</summary>
public class HostileScreenTests
{
    public static TheoryData<string> Rows => Names(row => !row.IsSlow && !row.IsWrittenAhead);

    [Theory, MemberData(nameof(Rows))]
    public async Task Comes_to_the_same_end_and_the_terminal_gets_nothing_of_it(string name)
    {
        var row = HostileRows.All.Single(candidate => candidate.Name == name);
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(row.Steps);
        string[] options = [.. row.Arguments(home).Where(option => option != "--password-stdin")];

        var shown = new OutputBuffer();
        server.Client = shown;
        var run = await Task.Run(() => ScreenRun.Run(
            home, server.Endpoint, row, shown, row.Options.Contains("--password-stdin") ? "hunter2secret" : null, options));
        var (said, heard) = await server.WholeAsync();

        var context = $"{run.Message}\n{run.Screen}";
        Assert.True(row.Status == run.Status, $"status {run.Status} instead of {row.Status}: {context}");
        var json = Encoding.UTF8.GetString(run.Json);
        Assert.True(row.Findings == LineModePlay.Rules(json), $"found \"{LineModePlay.Rules(json)}\" instead of \"{row.Findings}\": {context}");
        Harmless(run.Screen);
        Complete(row, run.Saved, said, heard);
    }
}
