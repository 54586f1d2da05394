using System.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tests.Peers;
using SmtpInspector.Tui.Details;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tests.Tui.Details;

/// <summary>Tabs as text, for tests.</summary>
static class TabText
{
    /// <summary>Where the texts that tabs are held against stand.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Folder, "tests", "SmtpInspector.Tests", "Tui", "Details", "Golden");

    /// <summary>A conversation with one of everything.</summary>
    public static Conversation Session { get; } = Conversations.Of(File.ReadAllText(Path.Combine(Folder, "session.smtp")));

    /// <summary>All lines of a tab.</summary>
    public static string Of(Conversation conversation, TranscriptItem? item, string tab, int width, Look look, bool keepSecrets = false) =>
        Of(DetailTabs.All.Single(named => named.Name == tab).Lines(new DetailSubject(conversation, item, keepSecrets), look, width));

    /// <summary>All lines.</summary>
    public static string Of(ITextLines lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(lines[i].ToString().TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The item whose first line, or whose name where it has none, begins so; the last of several.</summary>
    public static TranscriptItem Item(Conversation conversation, string beginning)
    {
        for (var i = conversation.Count - 1; i >= 0; i--)
        {
            var item = conversation[i];
            var text = item.Lines.Count > 0 ? Encoding.UTF8.GetString(item.Lines[0].Content(keepSecrets: true).Span) : ItemWords.Name(item);
            if (text.StartsWith(beginning, StringComparison.Ordinal))
            {
                return item;
            }
        }

        throw new ArgumentException($"No item begins with \"{beginning}\".", nameof(beginning));
    }
}
