using System.Text;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Tests.Peers;
using SmtpInspector.Tui.Records;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tests.Tui;

/// <summary>Conversations as the screen knows them, made of transcripts.</summary>
static class Conversations
{
    static string Folder => Path.Combine(Repository.Folder, "transcripts");

    /// <summary>Every sample transcript, by its path below <c>transcripts/</c>.</summary>
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.smtp", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    /// <summary>The conversation of a transcript that a test writes out.</summary>
    public static Conversation Of(string transcript) => Of(Document(transcript));

    /// <summary>The conversation of a sample.</summary>
    /// <param name="name">Its path below <c>transcripts/</c>.</param>
    public static Conversation OfFile(string name) => Of(DocumentOfFile(name));

    /// <summary>The conversation of a transcript, to its end.</summary>
    public static Conversation Of(TranscriptDocument document)
    {
        var conversation = Conversation.Start(document.StartState());
        foreach (var heard in Heard(document))
        {
            conversation = conversation.Hear(heard);
        }

        return conversation;
    }

    /// <summary>A transcript as a record, read to its end.</summary>
    public static (RecordIndex Index, Conversation Read) Indexed(TranscriptDocument document, int? blockSize = null)
    {
        var index = blockSize is { } size ? RecordIndex.Of(document, size) : RecordIndex.Of(document);
        var conversation = index.Start;
        RecordReader.Read(index, (read, _) => conversation = read, TestContext.Current.CancellationToken);
        return (index, conversation);
    }

    /// <summary>What the screen would hear of a transcript, one thing after the other.</summary>
    public static IEnumerable<Heard> Heard(TranscriptDocument document)
    {
        foreach (var observed in Replay.Of(document))
        {
            yield return SmtpInspector.Tui.Transcript.Heard.Of(observed);
        }
    }

    /// <summary>A transcript that a test writes out.</summary>
    public static TranscriptDocument Document(string transcript) => TranscriptDocument.Parse(Encoding.UTF8.GetBytes(transcript));

    /// <summary>A sample.</summary>
    /// <param name="name">Its path below <c>transcripts/</c>.</param>
    public static TranscriptDocument DocumentOfFile(string name) => TranscriptDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name)));
}
