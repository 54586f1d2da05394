using SmtpInspector.Protocol.Importing;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Importing;

public class ImportCommandTests
{
    static string Folder => Path.Combine(Repository.Folder, "transcripts", "imports");

    static string Swaks => Path.Combine(Folder, "swaks-auth-plain.log");

    static string SwaksTranscript => File.ReadAllText(Path.ChangeExtension(Swaks, ".smtp"));

    [Fact]
    public async Task It_prints_a_transcript()
    {
        Assert.Equal(SwaksTranscript, (await ProgramUnderTest.RunAsync("", "import", Swaks)).Expect(0).Output);
        Assert.Equal(SwaksTranscript, (await ProgramUnderTest.RunAsync(File.ReadAllText(Swaks), "import", "-")).Expect(0).Output);
    }

    [Fact]
    public async Task It_writes_a_file_for_its_owner_alone_and_keeps_what_was_there()
    {
        using var home = new TestHome();
        var file = Path.Combine(home.Folder, "talk.smtp");
        await File.WriteAllTextAsync(file, "old");
        (await ProgramUnderTest.RunAsync(home, [], "import", Swaks, "-o", file)).Expect(0);
        Assert.Equal(SwaksTranscript, await File.ReadAllTextAsync(file));
        Assert.Equal("old", await File.ReadAllTextAsync(file + "~"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_transcript_goes_through_as_it_is()
    {
        var file = Path.ChangeExtension(Swaks, ".smtp");
        Assert.Equal(SwaksTranscript, (await ProgramUnderTest.RunAsync("", "import", file)).Expect(0).Output);
    }

    [Fact]
    public async Task Show_takes_a_recording_directly_and_hides_what_it_shows()
    {
        var shown = (await ProgramUnderTest.RunAsync("", "show", "--strict", Swaks)).Expect(0).Output;
        Assert.Contains("AUTH PLAIN {secret:plain}", shown, StringComparison.Ordinal);
        Assert.Contains("the judge found nothing to say", shown, StringComparison.Ordinal);
        Assert.Contains("AG1hbGxvcnkAeHl6enktcGx1Z2gtNDI=", (await ProgramUnderTest.RunAsync("", "show", "--keep-secrets", Swaks)).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_takes_a_recording_directly_and_compares_the_replies()
    {
        // The practice server greets and offers otherwise than Postfix, but answers with the same codes.
        var recording = "=== Trying mx.example.org:25...\n<-  220 mx\n -> EHLO client.example.com\n<-  250 mx\n -> NOOP\n<-  250 OK\n -> QUIT\n<** 521 no\n";
        var ran = (await ProgramUnderTest.RunAsync(recording, "run", "-", "practice")).Expect(1).Output;
        Assert.Contains("expected 521, got 221", ran, StringComparison.Ordinal);
        Assert.Contains("1 of 4 replies is not as written", ran, StringComparison.Ordinal);
        (await ProgramUnderTest.RunAsync(recording.Replace("<** 521", "<-  221", StringComparison.Ordinal), "run", "-", "practice")).Expect(0);
    }

    [Fact]
    public async Task A_recording_on_standard_input_is_a_script_too() =>
        (await ProgramUnderTest.RunAsync("220 mx\nEHLO client.example.com\n250 mx\nQUIT\n221 bye\n", "connect", "practice", "--script")).Expect(0);

    [Fact]
    public async Task The_list_has_every_format_with_the_way_to_record_it()
    {
        var list = (await ProgramUnderTest.RunAsync("", "import", "--list")).Expect(0).Output;
        Assert.All(ImportFormats.All, format => Assert.Contains($"{format.Name,-10}", list, StringComparison.Ordinal));
        Assert.All(ImportFormats.All, format => Assert.Contains(format.Recording, list, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_conversation_is_6_with_its_place_and_the_formats()
    {
        var refused = (await ProgramUnderTest.RunAsync("Dear sir,\nwe regret.\n", "import", "-")).Expect(6);
        Assert.Contains("line 1, column 1", refused.Error, StringComparison.Ordinal);
        Assert.Contains("swaks", refused.Error, StringComparison.Ordinal);
        Assert.Empty(refused.Output);
        (await ProgramUnderTest.RunAsync("Dear sir,\n", "import", "-", "--format", "swaks")).Expect(6);
        (await ProgramUnderTest.RunAsync("Dear sir,\n", "show", "-")).Expect(6);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import /nonexistent/file")]
    [InlineData("import - --format outlook")]
    [InlineData("import - --number 0")]
    public async Task Wrong_usage_is_2(string arguments) => (await ProgramUnderTest.RunAsync("220 mx\n", arguments.Split(' '))).Expect(2);

    [Fact]
    public async Task A_file_of_several_conversations_says_so()
    {
        const string Log = "Connected to smtp://a:25/\nS: 220 a\nC: QUIT\nConnected to smtp://b:25/\nS: 220 b\n";
        Assert.Contains("2 conversations", (await ProgramUnderTest.RunAsync(Log, "import", "-")).Expect(0).Error, StringComparison.Ordinal);
        Assert.Contains("peer: b:25", (await ProgramUnderTest.RunAsync(Log, "import", "-", "--number", "2")).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_has_a_row_for_every_format()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "importing.md"));
        Assert.All(ImportFormats.All, format => Assert.Contains($"| `{format.Name}` |", page, StringComparison.Ordinal));
    }
}
