using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Records;

/// <summary>The page of a conversation that is over: a transcript to read.</summary>
static class RecordPage
{
    /// <summary>Has a file read, and opened as a page of its own.</summary>
    public static Effect Read(string path) =>
        new Effect.ReadFile(path, static (model, name, document) => Open(model, name, document, keepSecrets: false));

    /// <summary>Opens it, at its top.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="document">The transcript.</param>
    /// <param name="keepSecrets">Whether credentials are shown.</param>
    public static Step Open(Model model, string name, TranscriptDocument document, bool keepSecrets)
    {
        var id = model.NextConversation;
        var index = RecordIndex.Of(document);
        var page = new TalkPage
        {
            Id = id,
            Name = name,
            Stage = Stage.Record,
            Focus = Focus.Transcript,
            List = ListView.Start,
            IsReading = true,
            KeepSecrets = keepSecrets,
            Header = document.Header,
            Record = index,
            Conversation = index.Start,
        };
        return new Step(model.Open(page) with { NextConversation = id + 1 }, [new Effect.Read(id, index)]);
    }
}
