using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Tui.Records;

/// <summary>The events of a transcript.</summary>
sealed class DocumentEvents(TranscriptReader reader) : IEventSource
{
    public bool CanBranch => reader.IsAtLine;

    public ulong Sum => reader.Sum;

    public ConversationEvent? Read() => reader.Read();

    public IEventSource Branch() => new DocumentEvents(reader.Branch());
}
