using System.Globalization;
using System.Text.Json;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Show;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Golden;

public class GoldenJsonTests
{
    static string Folder => Path.Combine(Repository.Folder, "transcripts");

    public static TheoryData<string> Files => GoldenTranscriptTests.Files;

    [Theory, MemberData(nameof(Files))]
    public void JSON_tells_of_a_transcript_what_its_findings_say(string name)
    {
        var file = Path.Combine(Folder, name);
        using var output = new MemoryStream();
        var hasErrors = TranscriptShow.PrintJson(TranscriptDocument.Parse(File.ReadAllBytes(file)), output, keepSecrets: false);
        output.Position = 0;

        var told = new List<string>();
        using var reader = new StreamReader(output);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            foreach (var finding in json.RootElement.TryGetProperty("findings", out var findings) ? findings.EnumerateArray() : [])
            {
                told.Add(string.Create(CultureInfo.InvariantCulture, $"{finding.GetProperty("rule")} {finding.GetProperty("severity")}"));
                Assert.NotEmpty(finding.GetProperty("message").GetString()!);
                Assert.NotEmpty(finding.GetProperty("reference").GetString()!);
            }
        }

        var expected = File.ReadAllLines(Path.ChangeExtension(file, ".findings")).Select(line => line.Split(' ', 2)[1]).ToList();
        Assert.Equal(expected.Order(), told.Order());
        Assert.Equal(expected.Exists(line => line.EndsWith(" error", StringComparison.Ordinal)), hasErrors);
    }
}
