using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Tests.Peers.Matrix;

/// <summary>
/// Every real server through every scenario. <c>docs/peers.md</c> lists each finding of the judge against one, with the section and
/// the octets, and nothing else may be found. Run once with <c>ACCEPT_PEERS=1</c> to write it, and read what was written.
/// </summary>
public class PeerMatrixTests(PostfixPeer postfix, EximPeer exim, OpenSmtpdPeer openSmtpd, ChasquidPeer chasquid)
{
    [Theory]
    [InlineData("Postfix", "user", "plain login cram-md5 PIPELINING CHUNKING")]
    [InlineData("Exim", "user", "plain login cram-md5 PIPELINING CHUNKING")]
    [InlineData("OpenSMTPD", "user", "plain login")]
    [InlineData("chasquid", "user@loop.test", "plain PIPELINING")]
    public async Task The_judge_finds_nothing_against_a_server_but_what_is_listed(string name, string user, string offers)
    {
        LoopbackPeer server = name switch { "Postfix" => postfix, "Exim" => exim, "OpenSMTPD" => openSmtpd, _ => chasquid };
        await server.StartAsync();
        var found = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var scenario in MatrixScenario.All)
        {
            if ((scenario.Needs ?? scenario.Options.LastOrDefault()) is { } needed && !offers.Split(' ').Contains(needed))
            {
                continue;
            }

            foreach (var row in ServerFindings.Of(await RecordAsync(server, user, scenario)))
            {
                var line = FormattableString.Invariant($"| `{row.Rule}` | {row.Severity} | {row.Reference} | {row.To} | `{row.Line.Replace("|", "\\|", StringComparison.Ordinal)}` |");
                (found.TryGetValue(line, out var scenarios) ? scenarios : found[line] = new(StringComparer.Ordinal)).Add(scenario.Name);
            }
        }

        PeersPage.Keep(name, "findings", found.Count == 0 ? "Nothing.\n" : $"""
            | rule | severity | section | answer to | octets | in |
            | --- | --- | --- | --- | --- | --- |
            {string.Join('\n', found.Select(static row => $"{row.Key} {Scenarios(row.Value)} |"))}

            """);
    }

    static string Scenarios(SortedSet<string> names) => names.Count > 3
        ? string.Create(CultureInfo.InvariantCulture, $"{names.Count} scenarios")
        : string.Join("; ", names);

    static async Task<TranscriptDocument> RecordAsync(LoopbackPeer server, string user, MatrixScenario scenario)
    {
        using var home = new TestHome();
        var environment = home.Environment;
        environment["SMTP_INSPECTOR_PASSWORD"] = "secret";
        var (target, tls) = scenario.Door switch
        {
            MatrixDoor.Implicit => (server.Implicit, "implicit"),
            MatrixDoor.StartTls => (server.StartTls, "starttls"),
            MatrixDoor.StartTlsByHand => (server.StartTls, "none"),
            _ => (server.Plain, "none"),
        };
        var saved = home.Path("talk.smtp");
        var ended = await ChildProcess.RunAsync(
            ProgramUnderTest.Executable,
            [
                "run", home.Write("script.smtp", scenario.Script), target, "--tls", tls, "--ca", server.CaFile, "--save", saved,
                "--user", user, "--timeout", "120", .. scenario.Options,
            ],
            environment: environment);

        // Refusals are what half of the scenarios are about, and some servers hang up on them. No connection, no TLS, no
        // script: that would be the test's failure.
        Assert.True(ended.Status is 0 or 1 or 5, $"{scenario.Name}: {ended.Status}\n{ended.Error}\n{ended.Output[^Math.Min(2000, ended.Output.Length)..]}");
        Assert.DoesNotContain("Unhandled", ended.Error, StringComparison.Ordinal);
        var document = TranscriptDocument.Parse(await File.ReadAllBytesAsync(saved));
        Assert.True(document.Events().Last(static happened => happened is not ConversationEvent.Note) is ConversationEvent.Closed or ConversationEvent.Failed);
        return document;
    }
}
