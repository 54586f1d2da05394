using System.Text;
using SmtpInspector.Cli;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Tui.Exporting;
using SmtpInspector.Tui.Records;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Records;

/// <summary>What becomes of a large transcript that is open when its file is deleted, written anew, or cut off.</summary>
public sealed class ChangedFileTests : IDisposable
{
    readonly string _path = Path.Combine(Path.GetTempPath(), $"smtp-inspector-{Guid.NewGuid():N}.smtp");

    public void Dispose() => File.Delete(_path);

    static byte[] Talk(string word) => Encoding.UTF8.GetBytes(
        "S: 220 hi\nC: EHLO c\nS: 250 hi\nC: MAIL FROM:<a@b.example>\nS: 250 ok\nC: RCPT TO:<b@b.example>\nS: 250 ok\nC: DATA\nS: 354 go\n"
        + string.Concat(Enumerable.Range(0, 100).Select(number => $"C: line {number} {word}\n")) + "C: .\nS: 250 taken\n"
        + string.Concat(Enumerable.Range(0, 100).Select(number => $"C: NOOP {number} {word}\nS: 250 ok {word}\n")));

    (RecordIndex Index, SmtpInspector.Tui.Transcript.Conversation Read) Open(byte[] file)
    {
        File.WriteAllBytes(_path, file);
        return Conversations.Indexed(TranscriptDocument.Parse(TranscriptFile.Open(_path)), 8);
    }

    [Fact]
    public void A_file_that_is_held_open_is_read_as_one_in_memory()
    {
        var (index, read) = Open(Talk("word"));
        var whole = Conversations.Of(TranscriptDocument.Parse(Talk("word")));
        File.Delete(_path);

        Assert.Equal(whole.Items.Select(ItemText.Of), read.Items.Select(ItemText.Of));
        Assert.Equal(whole.Items.Select(ItemText.Of), Enumerable.Range(0, read.Items.Count).Select(number => ItemText.Of(read.Items[number])));
        Assert.False(index.HasChanged);
    }

    [Fact]
    public void What_is_appended_changes_nothing()
    {
        var (index, read) = Open(Talk("word"));
        File.AppendAllText(_path, "C: QUIT\n");

        Assert.Equal(index.Count, read.Events.Count);
        Assert.Contains("word", ItemText.Of(read.Items[^1]), StringComparison.Ordinal);
        Assert.False(index.HasChanged);
    }

    [Theory]
    [InlineData("sword")]
    [InlineData("lord")]
    public void What_was_written_anew_is_never_shown_as_what_was_read(string word)
    {
        var (index, read) = Open(Talk("word"));
        File.WriteAllBytes(_path, Talk(word));

        Assert.Equal(Enumerable.Range(0, read.Items.Count), read.Items.Select(item => item.Number));
        Assert.All(read.Items.Skip(40), item => Assert.Contains("changed since it was opened", item.Entry!.ToString(), StringComparison.Ordinal));
        Assert.True(index.HasChanged);
    }

    [Fact]
    public void A_file_that_was_cut_off_says_so_in_the_places_that_are_gone_and_is_not_exported()
    {
        var (index, read) = Open(Talk("word"));
        File.WriteAllBytes(_path, Talk("word")[..100]);
        var page = new TalkPage { Id = 1, Name = "x", Stage = Stage.Record, Record = index, Conversation = read };

        Assert.Contains("changed since it was opened", ItemText.Of(read.Items[^1]), StringComparison.Ordinal);
        Assert.Throws<UsageException>(() => Exports.Write(page, 0, Stream.Null));
        Assert.Contains("changed since it was opened", ScreenHarness.On(page with { List = SmtpInspector.Terminal.Views.ListView.Following }, 160, 50).Text, StringComparison.Ordinal);
    }
}
