using System.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Exporting;

public sealed class LongSavingTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("smtp-inspector-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_long_conversation_is_saved_whole_without_its_credentials_and_nothing_is_left_beside_it()
    {
        var text = new StringBuilder("# SMTP transcript 1\n\nS: 220 mx.example.org\nC: AUTH PLAIN AGZyZWQAc2VjcmV0LXdvcmQ=\nS: 235 ok\n");
        for (var i = 0; i < 11_000; i++)
        {
            text.Append("C: NOOP ").Append(i).Append("\nS: 250 ok\n");
        }

        text.Append("S: 250 secret-word\n");
        var (index, read) = Conversations.Indexed(Conversations.Document(text.ToString()));
        var path = Path.Combine(_folder, "saved.smtp");
        var screen = ScreenHarness.On(new TalkPage
        {
            Id = 1,
            Name = "long.smtp",
            Stage = Stage.Record,
            Focus = Focus.Transcript,
            List = ListView.Start,
            Record = index,
            Conversation = read,
        }).Press("Ctrl-S", "Ctrl-U").Type(path).Press("Enter");
        _ = await screen.RunAsync();

        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Equal(
            text.ToString().Replace("AGZyZWQAc2VjcmV0LXdvcmQ=", "{secret:plain}", StringComparison.Ordinal).Replace("secret-word", "{secret:plain}", StringComparison.Ordinal),
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }
}
