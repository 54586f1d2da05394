using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Tests.Peers;
using static SmtpInspector.Tests.Peers.ServerStep;

namespace SmtpInspector.Tests.Reliability;

/// <summary>Files that cannot be written, or no longer, or are gone.</summary>
public class FullDiskTests
{
    static readonly ServerStep[] Noops = [Say("220 mx.example.com ESMTP"), Hear("NOOP"), Say("250 one"), Hear("NOOP"), Say("250 two"), Hear("QUIT"), Say("221 bye"), HearTheRest()];

    [Theory]
    [InlineData("/dev/full", "No space left")]
    [InlineData("/sys/saved.smtp", "denied")]
    [InlineData("/nonexistent/saved.smtp", "Could not find")]
    [InlineData(".", "denied")]
    public async Task A_transcript_that_cannot_be_begun_is_said_before_anything_is_sent(string path, string says)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "these paths are Linux's");
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Noops);

        var ended = await ProgramUnderTest.RunAsync(home, Octets.Of("NOOP\n"), "connect", server.Endpoint, "--tls", "none", "--save", path);

        Assert.Contains($"--save {path}: ", ended.Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains(says, ended.Error, StringComparison.Ordinal);
        Assert.Equal("", ended.Output);
    }

    [Fact]
    public async Task A_disk_that_fills_up_ends_the_recording_and_not_the_conversation()
    {
        using var home = new TestHome();
        await using var disk = await SmallDisk.MountAsync(home.Path("disk"));
        await using var server = ScriptedServer.Play(
            Say("220 mx.example.com ESMTP"), Hear("NOOP"), Say("250 " + new string('x', 100)), Hear("NOOP"), Say("250 " + new string('y', 30_000)), Hear("NOOP"), Say("250 three"), Hear("QUIT"), Say("221 bye"), HearTheRest());

        var ended = await ProgramUnderTest.RunAsync(
            home, Octets.Of("NOOP\nNOOP\nNOOP\n"), "connect", server.Endpoint, "--tls", "none", "--save", Path.Combine(disk.Folder, "saved.smtp"));

        Assert.Single(ended.Expect(0).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line.Contains("incomplete from here on", StringComparison.Ordinal));
        Assert.Contains("S: 250 three", ended.Output, StringComparison.Ordinal);
        Assert.Contains("S: 221 bye", ended.Output, StringComparison.Ordinal);
        if (disk.CanBeReadAgain)
        {
            var saved = TranscriptDocument.Parse(File.ReadAllBytes(Path.Combine(disk.Folder, "saved.smtp"))).Events().OfType<ConversationEvent.Line>().ToList();
            Assert.Equal("250 " + new string('x', 100), Octets.Text(saved[2].Wire.Content.Span));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    public async Task An_output_that_takes_no_more_ends_the_run_with_a_sentence_and_the_transcript_has_what_was_said(string option)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Noops);

        var ended = await ChildProcess.RunAsync(
            "/bin/sh",
            ["-c", $"exec '{ProgramUnderTest.Executable}' connect {server.Endpoint} --tls none --save saved.smtp {option} > /dev/full"],
            Octets.Of("NOOP\nNOOP\n"),
            home.Environment,
            home.Folder);

        Assert.StartsWith("smtp-inspector: The output takes no more: No space left on device", ended.Expect(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.NotEmpty(TranscriptDocument.Parse(File.ReadAllBytes(home.Path("saved.smtp"))).Events());
    }

    [Theory]
    [InlineData("show", "saved.smtp")]
    [InlineData("show", "saved.smtp", "--json")]
    [InlineData("explain", "550")]
    [InlineData("serve", "--list")]
    [InlineData("--help")]
    public async Task No_verb_dies_of_a_full_output(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        using var home = new TestHome();
        home.Write("saved.smtp", "S: 220 mx.example.com\nC: QUIT\nS: 221 bye\n");

        var ended = await ChildProcess.RunAsync(
            "/bin/sh", ["-c", $"exec '{ProgramUnderTest.Executable}' {string.Join(' ', arguments)} > /dev/full"], [], home.Environment, home.Folder);

        Assert.NotEqual(0, ended.Status);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.Contains("No space left", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_folder_that_cannot_be_written_is_no_reason_to_fail()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/sys is Linux's");
        using var home = new TestHome();
        await using var server = ScriptedServer.Play(Noops);
        await using var terminal = await PtySession.StartAsync(
            home, (100, 30), new Dictionary<string, string?> { ["XDG_STATE_HOME"] = "/sys" }, ProgramUnderTest.Executable, "connect", server.Endpoint, "--tls", "none", "--line");

        await terminal.UntilAsync("S: 220 ");
        await terminal.TypeLineAsync("NOOP");
        await terminal.UntilAsync("S: 250 one");
        await terminal.TypeLineAsync("NOOP");
        await terminal.UntilAsync("S: 250 two");
        await terminal.TypeLineAsync("QUIT");

        Assert.Equal(0, await terminal.EndAsync());
        Assert.DoesNotContain("   at ", await terminal.ScrollbackAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transcript_that_was_deleted_is_written_anew_and_lacks_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows does not delete a file that is open.");
            return;
        }

        using var home = new TestHome();
        await using var server = ScriptedServer.Play(
            [.. Noops[..3], Do(() => File.Delete(home.Path("saved.smtp"))), .. Noops[3..]]);

        var ended = await ProgramUnderTest.RunAsync(home, Octets.Of("NOOP\nNOOP\n"), "connect", server.Endpoint, "--tls", "none", "--save", "saved.smtp");

        Assert.Contains("was deleted while it was being written: it was written anew", ended.Expect(0).Error, StringComparison.Ordinal);
        var text = File.ReadAllText(home.Path("saved.smtp"));
        foreach (var line in (string[])["220 mx.example.com ESMTP\n", "250 one\n", "250 two\n", "221 bye\n", "closed by=client clean=yes\n"])
        {
            Assert.Contains(line, text, StringComparison.Ordinal);
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(home.Path("saved.smtp")));
    }

    [Fact]
    public async Task A_transcript_whose_folder_is_gone_is_said_to_be_gone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not delete a file that is open");
        using var home = new TestHome();
        Directory.CreateDirectory(home.Path("folder"));
        await using var server = ScriptedServer.Play([.. Noops[..3], Do(() => Directory.Delete(home.Path("folder"), recursive: true)), .. Noops[3..]]);

        var ended = await ProgramUnderTest.RunAsync(home, Octets.Of("NOOP\nNOOP\n"), "connect", server.Endpoint, "--tls", "none", "--save", "folder/saved.smtp");

        Assert.Contains("was deleted while it was being written, and cannot be written anew", ended.Expect(0).Error, StringComparison.Ordinal);
        Assert.Contains("S: 221 bye", ended.Output, StringComparison.Ordinal);
    }
}
