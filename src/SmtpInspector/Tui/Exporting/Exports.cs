using System.Buffers;
using System.Text;
using SmtpInspector.Json;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Show;
using SmtpInspector.Tui.Talking;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Exporting;

/// <summary>A conversation on the screen in the forms in which it leaves the program. Credentials are left out unless the screen shows them.</summary>
static class Exports
{
    /// <summary>The forms in which a whole conversation is saved.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["Transcript", "Markdown", "JSON Lines", "Message (.eml)"];

    /// <summary>The usual ending of a file's name, by <see cref="Formats"/>.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".smtp", ".md", ".jsonl", ".eml"];

    /// <summary>The whole conversation in one of the <see cref="Formats"/>; null where there is no message to save.</summary>
    public static byte[]? Render(TalkPage page, int format) => format switch
    {
        0 => TranscriptOf(page),
        1 => Encoding.UTF8.GetBytes(MarkdownOf(page)),
        2 => JsonOf(page),
        _ => MessageExport.All(Items(page), page.KeepSecrets) is [.., var last] ? last : null,
    };

    /// <summary>The conversation as Markdown.</summary>
    public static string MarkdownOf(TalkPage page) => ConversationMarkdown.Render(page.Header, Items(page), page.KeepSecrets);

    /// <summary>An item for an export; null while it is not complete.</summary>
    public static ExportItem? Item(TranscriptItem item) => item.Entry is { } entry
        ? new ExportItem(entry, [.. item.Lines.Select(line => new ExportLine(line.Wire, line.Secrets))]) : null;

    static IEnumerable<ExportItem> Items(TalkPage page) => page.Conversation.Items.Select(Item).OfType<ExportItem>();

    static byte[] TranscriptOf(TalkPage page)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write(Encoding.UTF8.GetBytes(page.Header.Render()));
        var writer = new TranscriptWriter();
        foreach (var happened in page.Conversation.Events)
        {
            writer.Write(happened.Event, page.KeepSecrets ? [] : happened.Secrets, output);
        }

        return output.WrittenSpan.ToArray();
    }

    static byte[] JsonOf(TalkPage page)
    {
        var output = new ArrayBufferWriter<byte>();
        var json = new EntryJson(page.KeepSecrets);
        foreach (var item in page.Conversation.Items)
        {
            if (item.Entry is { } entry && json.TryRender(entry, out var line))
            {
                output.Write(line.Span);
            }
        }

        return output.WrittenSpan.ToArray();
    }
}
