using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Peers.Matrix;

/// <summary>
/// <c>openssl s_server</c> through every scenario of TLS. <c>docs/peers.md</c> lists what was agreed, how each ended and what the
/// judge found against the server. Run once with <c>ACCEPT_PEERS=1</c> to write it, and read what was written.
/// </summary>
public partial class OpenSslMatrixTests
{
    [Fact]
    public async Task The_judge_finds_nothing_against_openssl_but_what_is_listed()
    {
        var ends = new List<string>();
        var found = new List<string>();
        foreach (var scenario in OpenSslScenario.All)
        {
            var (ended, document) = await RecordAsync(scenario);
            var tls = document?.Events().OfType<ConversationEvent.TlsStarted>().LastOrDefault()?.Session;
            var agreed = tls is null ? "-" : $"{tls.Protocol}, {tls.Cipher}";
            var options = string.Join(' ', $"{scenario.Server} {scenario.Client}".Split(' ', StringSplitOptions.RemoveEmptyEntries));
            ends.Add(FormattableString.Invariant(
                $"| {scenario.Name} | {(options.Length == 0 ? "" : $"`{options}`")} | {agreed} | {ended.Status} | {Settled(ended.Error)} |"));
            found.AddRange((document is null ? [] : ServerFindings.Of(document)).Select(row =>
                $"| `{row.Rule}` | {row.Severity} | {row.Reference} | {row.To} | `{row.Line}` | {scenario.Name} |"));
        }

        const string Name = "openssl s_server";
        PeersPage.Keep(Name, "ends", $"""
            | scenario | options | agreed | exit | the program says |
            | --- | --- | --- | --- | --- |
            {string.Join('\n', ends)}

            """);
        PeersPage.Keep(Name, "findings", found.Count == 0 ? "Nothing.\n" : $"""
            | rule | severity | section | answer to | octets | in |
            | --- | --- | --- | --- | --- | --- |
            {string.Join('\n', found)}

            """);
    }

    static async Task<(ChildProcess.Ended, TranscriptDocument?)> RecordAsync(OpenSslScenario scenario)
    {
        using var home = new TestHome();
        using var own = TestAuthority.SelfSigned();
        using var key = own.GetECDsaPrivateKey();
        var client = scenario.Client
            .Replace("CERT", home.Write("own.pem", own.ExportCertificatePem() + "\n"), StringComparison.Ordinal)
            .Replace("KEY", home.Write("own.key", key!.ExportPkcs8PrivateKeyPem() + "\n"), StringComparison.Ordinal);
        await using var server = await OpenSslServerPeer.StartWithCommandsAsync(
            scenario.Certificate, scenario.Server.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var saved = home.Path("talk.smtp");
        await using var program = ProgramUnderTest.Start(
            home,
            [
                "run", home.Write("script.smtp", Script(scenario)), server.Endpoint, "--tls", "implicit", "--ca", server.CaFile,
                "--save", saved, "--timeout", "60", .. client.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ]);
        var answering = new OpenSslReplies(server, scenario).AnswerAsync();
        var ended = await program.EndAsync();
        await server.KillAsync();
        var message = await answering;
        Assert.DoesNotContain("Unhandled", ended.Error, StringComparison.Ordinal);
        if (ended.Status == 0)
        {
            // Not an octet of the message got lost on the way.
            Assert.Equal((scenario.Lines * 1000L) + 8, message);
        }

        return (ended, File.Exists(saved) ? TranscriptDocument.Parse(await File.ReadAllBytesAsync(saved)) : null);
    }

    static string Script(OpenSslScenario scenario) => $"""
        C: EHLO client.test
        C: MAIL FROM:<sender@client.test>
        C: RCPT TO:<user@openssl.test>
        C: DATA
        C: A: b
        C:
        {string.Join('\n', Enumerable.Repeat($"C: {new string('m', 998)}", scenario.Lines))}
        C: .
        C: NOOP

        """;

    static string Settled(string error) => Port().Replace(error, "…").Trim().Replace("\n", " ", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=localhost:|127\.0\.0\.1:)\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Port();
}
