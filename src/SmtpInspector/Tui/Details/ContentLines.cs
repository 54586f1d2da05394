using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>What the lines of a message's content are.</summary>
static class ContentLines
{
    extension(TranscriptItem item)
    {
        /// <summary>Whether it is a chunk of BDAT, or what there is of one.</summary>
        public bool IsChunk => item.Entry is Entry.Data data ? data.IsChunk : item.Kind == ItemKind.Content && item.Before.Content == ContentMode.Chunk;

        /// <summary>Whether its lines have a dot before their own (RFC 5321 §4.5.2).</summary>
        public bool IsDotStuffed => item.Kind == ItemKind.Content && !item.IsChunk;

        /// <summary>Whether a line begins with one of its lines, which may be a piece of one.</summary>
        public bool BeginsLine(int number) => number == 0 || item.Lines[number - 1].Wire.IsComplete;

        /// <summary>Whether its last line is the dot that ends the content (RFC 5321 §4.1.1.4).</summary>
        public bool EndsWithDot => item is { Entry: Entry.Data { IsComplete: true, IsChunk: false }, Lines.Count: > 0 };
    }
}
