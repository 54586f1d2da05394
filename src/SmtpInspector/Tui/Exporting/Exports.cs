using System.Buffers;
using System.Text;
using SmtpInspector.Json;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Show;
using SmtpInspector.Tui.Talking;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Exporting;

/// <summary>A conversation on the screen in the forms in which it leaves the program. Credentials are left out unless the screen shows them.</summary>
static class Exports
{
    // So much is put together before it is written.
    const int Piece = 64 * 1024;

    /// <summary>The forms in which a whole conversation is saved.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["Transcript", "Markdown", "JSON Lines", "Message (.eml)"];

    /// <summary>The usual ending of a file's name, by <see cref="Formats"/>.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".smtp", ".md", ".jsonl", ".eml"];

    /// <summary>Writes the whole conversation in one of the <see cref="Formats"/>.</summary>
    /// <returns>False where there is no message to save.</returns>
    /// <exception cref="UsageException">The file it is read from has changed underneath: what was written is not the conversation.</exception>
    public static bool Write(TalkPage page, int format, Stream output)
    {
        var isThere = Render(page, format, output);
        return page.Record is not { HasChanged: true } ? isThere
            : throw new UsageException("The file has changed since it was opened: open it anew to export it.");
    }

    /// <summary>The conversation as Markdown.</summary>
    public static string MarkdownOf(TalkPage page) => ConversationMarkdown.Render(page.Header, Items(page), page.KeepSecrets);

    /// <summary>An item for an export; null while it is not complete.</summary>
    public static ExportItem? Item(TranscriptItem item) => item.Entry is { } entry
        ? new ExportItem(entry, [.. item.Lines.Select(line => new ExportLine(line.Wire, line.Secrets))]) : null;

    static IEnumerable<ExportItem> Items(TalkPage page) => page.Conversation.Items.Select(Item).OfType<ExportItem>();

    static bool Render(TalkPage page, int format, Stream output)
    {
        switch (format)
        {
            case 0:
                WriteTranscript(page, output);
                return true;
            case 1:
                output.Write(Encoding.UTF8.GetBytes(MarkdownOf(page)));
                return true;
            case 2:
                WriteJson(page, output);
                return true;
            default:
                var last = MessageExport.All(Items(page), page.KeepSecrets).LastOrDefault();
                output.Write(last);
                return last is not null;
        }
    }

    static void WriteTranscript(TalkPage page, Stream output)
    {
        var piece = new ArrayBufferWriter<byte>(Piece);
        piece.Write(Encoding.UTF8.GetBytes(page.Header.Render()));
        var writer = new TranscriptWriter();
        foreach (var happened in page.Conversation.Events)
        {
            writer.Write(happened.Event, page.KeepSecrets ? [] : happened.Secrets, piece);
            if (piece.WrittenCount >= Piece)
            {
                output.Write(piece.WrittenSpan);
                piece.ResetWrittenCount();
            }
        }

        output.Write(piece.WrittenSpan);
    }

    static void WriteJson(TalkPage page, Stream output)
    {
        var json = new EntryJson(page.KeepSecrets);
        foreach (var item in page.Conversation.Items)
        {
            if (item.Entry is { } entry && json.TryRender(entry, out var line))
            {
                output.Write(line.Span);
            }
        }
    }
}
