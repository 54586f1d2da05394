using System.Text;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Golden;

/// <summary>A file dropped into <c>transcripts/</c> is a test: beside it stands what the judge must say of it.</summary>
public class GoldenTranscriptTests
{
    static string Folder => Path.Combine(Repository.Folder, "transcripts");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.smtp", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void A_transcript_gets_the_findings_that_stand_beside_it(string name)
    {
        var file = Path.Combine(Folder, name);
        var beside = Path.ChangeExtension(file, ".findings");
        var found = TranscriptFindings.Render(File.ReadAllBytes(file));
        if (Environment.GetEnvironmentVariable("ACCEPT_FINDINGS") == "1")
        {
            File.WriteAllText(beside, found);
        }

        Assert.True(File.Exists(beside), $"{name} has no file of findings beside it. They are:\n{found}");
        Assert.Equal(File.ReadAllText(beside), found);
    }

    [Theory, MemberData(nameof(Files))]
    public void How_the_octets_arrive_changes_no_finding(string name)
    {
        var file = File.ReadAllBytes(Path.Combine(Folder, name));

        Assert.Equal(TranscriptFindings.Render(file), TranscriptFindings.RenderInPieces(file, 1));
        Assert.Equal(TranscriptFindings.Render(file), TranscriptFindings.RenderInPieces(file, 7));
    }

    [Fact]
    public void Every_rule_has_a_transcript_of_its_name_that_shows_it()
    {
        foreach (var rule in Catalogue.Rules)
        {
            var file = Path.Combine(Folder, "rules", rule.Name + ".smtp");

            Assert.True(File.Exists(file), $"transcripts/rules/{rule.Name}.smtp is missing.");
            Assert.True(
                TranscriptFindings.Render(File.ReadAllBytes(file)).Split('\n').Any(line => line.Contains($" {rule.Name} ", StringComparison.Ordinal)),
                $"transcripts/rules/{rule.Name}.smtp does not show its rule.");
        }
    }

    [Fact]
    public void A_file_of_findings_stands_beside_a_transcript()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.findings", SearchOption.AllDirectories))
        {
            Assert.True(File.Exists(Path.ChangeExtension(file, ".smtp")), file);
        }
    }

    [Fact]
    public void No_transcript_of_a_rule_holds_octets_a_reader_could_not_see() =>
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Folder, "rules"), "*.smtp"),
            file => Assert.DoesNotContain(File.ReadAllText(file, Encoding.UTF8), character => char.IsControl(character) && character != '\n'));
}
