using System.Text;
using SmtpInspector.Kept;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Kept;

public sealed class KeptConversationsTests : IDisposable
{
    const string Refused = """
        # SMTP transcript 1
        peer: mail.example.org:587
        tls: starttls

        * connected address=192.0.2.1:25
        S: 220 mx.test ESMTP
        C: EHLO me.test
        S: 250-mx.test
        S: 250 AUTH PLAIN
        C: AUTH PLAIN AGFsaWNlAHNlY3JldHdvcmQ=
        S: 235 fine
        C: MAIL FROM:<a@b.test>
        S: 250 ok
        C: RCPT TO:<nobody@b.test>
        S: 550 no such user
        C: QUIT
        S: 221 bye
        * closed by=client clean=yes
        """;

    readonly TemporaryDirectory _folder = new();
    readonly ManualTime _time = new();

    KeptConversations Kept => KeptConversations.Open(Path.Combine(_folder.Path, "state"), _time);

    [Fact]
    public void The_list_tells_server_time_outcome_and_what_was_counted()
    {
        _time.Advance(TimeSpan.FromDays(20000));
        Keep("mail.example.org:587", Refused);

        var one = Assert.Single(Kept.List());
        Assert.Equal("mail.example.org:587", one.Peer);
        Assert.Equal("starttls", one.Tls);
        Assert.Equal(_time.GetUtcNow(), one.Began);
        Assert.Equal(KeptOutcome.Quit, one.Outcome);
        Assert.Equal((5, 1, 0), (one.Summary.Commands, one.Summary.Refused, one.Summary.Accepted));
        Assert.Equal("2024-10-04T00-00-00Z-mail.example.org-587.smtp", Path.GetFileName(one.Path));
    }

    [Fact]
    public void What_is_counted_is_what_the_judge_finds_in_the_file()
    {
        Keep("mail.example.org:587", Refused);
        var one = Assert.Single(Kept.List());
        var document = TranscriptDocument.Parse(File.ReadAllBytes(one.Path));
        var again = Replay.Of(document).SelectMany(observed => observed.Entries.ToArray()).Aggregate(default(KeptSummary), (summary, entry) => summary.With(entry));
        Assert.Equal(one.Summary, again);
    }

    [Fact]
    public void No_credential_is_kept()
    {
        Keep("mx.test:25", Refused);
        var text = File.ReadAllText(Assert.Single(Kept.List()).Path);
        Assert.Contains("C: AUTH PLAIN {secret:plain}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AGFsaWNl", text, StringComparison.Ordinal);
    }

    [Fact]
    public void While_it_goes_on_the_file_is_whole_after_every_event_and_the_counts_are_those_so_far()
    {
        using var recording = Kept.TryBegin("mx.test:25", "none", Fail)!;
        var commands = 0;
        foreach (var observed in Replay.Of(Document(Refused)))
        {
            recording.Take(observed);
            recording.Flush();
            commands += observed.Entries.Count(entry => entry is Protocol.Judgement.Entry.Command);
            _ = TranscriptDocument.Parse(File.ReadAllBytes(recording.Path));
            var listed = Assert.Single(Kept.List());
            Assert.Equal(commands, listed.Summary.Commands);
            Assert.True(listed.Outcome is KeptOutcome.GoingOn || observed.Event is Protocol.Conversation.ConversationEvent.Closed);
        }
    }

    [Fact]
    public void A_program_that_was_killed_leaves_one_that_is_cut_off()
    {
        Keep("mx.test:25", Refused.Replace("* closed by=client clean=yes", "", StringComparison.Ordinal));
        Assert.Equal(KeptOutcome.CutOff, Assert.Single(Kept.List()).Outcome);
    }

    [Theory]
    [InlineData("* error kind=connect message=refused", KeptOutcome.NoConnection)]
    [InlineData("S: 220 hi\n* error kind=timeout message=late\n* closed by=client clean=no", KeptOutcome.TimedOut)]
    [InlineData("* error kind=tls message=bad\n* closed by=client clean=no", KeptOutcome.TlsFailed)]
    [InlineData("S: 220 hi\n* closed by=server clean=no\n* error kind=closed message=gone", KeptOutcome.ServerClosed)]
    [InlineData("S: 220 hi\n* closed by=client clean=no", KeptOutcome.Left)]
    [InlineData("S: 220 hi\n* closed by=server clean=no\n* connecting host=a port=25\n* connected address=192.0.2.1:25\nS: 220 hi\nC: QUIT\nS: 221 bye\n* closed by=client clean=yes", KeptOutcome.Quit)]
    public void Every_way_to_end_has_its_name(string conversation, object outcome)
    {
        Keep("mx.test:25", conversation);
        Assert.Equal(outcome, Assert.Single(Kept.List()).Outcome);
    }

    [Fact]
    public void The_newest_hundred_stay_but_one_in_use_stays_too()
    {
        var first = Kept.TryBegin("first.test:25", "none", Fail)!;
        for (var i = 0; i < KeptConversations.Most + 5; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            Keep("mx.test:25", "S: 220 hi");
        }

        var listed = Kept.List();
        Assert.Equal(KeptConversations.Most + 1, listed.Count);
        Assert.Equal(listed.OrderByDescending(one => one.Began).Select(one => one.Path), listed.Select(one => one.Path));
        Assert.Equal("first.test:25", listed[^1].Peer);

        first.Dispose();
        Keep("mx.test:25", "S: 220 hi");
        Assert.Equal(KeptConversations.Most, Kept.List().Count);
        Assert.DoesNotContain(Kept.List(), one => one.Peer == "first.test:25");
    }

    [Fact]
    public void Two_that_begin_in_the_same_second_have_two_files()
    {
        Keep("mx.test:25", "S: 220 one");
        Keep("mx.test:25", "S: 220 other");
        Assert.Equal(["other", "one"], Kept.List().Select(one => File.ReadAllText(one.Path).TrimEnd().Split(' ')[^1]));
    }

    [Theory]
    [InlineData("[2001:db8::1]:25", "2001-db8-1-25")]
    [InlineData("unix:/run/mail.sock", "unix-run-mail.sock")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("", "server")]
    public void A_name_stays_in_its_folder(string peer, string name)
    {
        Keep(peer, "S: 220 hi");
        var path = Assert.Single(Kept.List()).Path;
        Assert.Equal(Kept.Folder, Path.GetDirectoryName(path));
        Assert.EndsWith($"Z-{name}.smtp", path, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_and_files_are_the_users_alone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Keep("mx.test:25", "S: 220 hi");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Kept.Folder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Kept.List()[0].Path));
        }
    }

    [Fact]
    public void What_is_no_transcript_is_not_listed_and_no_folder_is_an_empty_list()
    {
        Assert.Empty(Kept.List());
        Directory.CreateDirectory(Kept.Folder);
        File.WriteAllText(Path.Combine(Kept.Folder, "notes.smtp"), "# SMTP transcript 9\n");
        File.WriteAllText(Path.Combine(Kept.Folder, "empty.smtp"), "");
        Assert.Empty(Kept.List());
    }

    [Fact]
    public void Where_nothing_can_be_kept_that_is_said_and_the_conversation_goes_on()
    {
        var file = _folder.File("state");
        File.WriteAllText(file, "in the way");
        string? said = null;
        Assert.Null(KeptConversations.Open(file).TryBegin("mx.test:25", "none", message => said = message));
        Assert.StartsWith("This conversation is not kept: ", said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    void Keep(string peer, string conversation)
    {
        using var recording = Kept.TryBegin(peer, "starttls", Fail);
        foreach (var observed in Replay.Of(Document(conversation)))
        {
            recording!.Take(observed);
        }
    }

    static TranscriptDocument Document(string text) => TranscriptDocument.Parse(Encoding.UTF8.GetBytes(text + "\n"));

    static void Fail(string message) => Assert.Fail(message);
}
