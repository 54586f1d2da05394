using SmtpInspector.Protocol.Conversation;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>The content of a message, or a chunk of it.</summary>
static class ContentPlace
{
    public static Statement What(Entry.Data data) => data.IsChunk
        ? new($"A chunk of the message: {PlaceWords.Count(data.Bytes, "octet")}, counted, not ended by a dot.", "RFC 3030 §2")
        : new($"The content of the message: {PlaceWords.Count(data.Lines, "line")}, {PlaceWords.Count(data.Bytes, "octet")}, up to the line of one dot.", "RFC 5321 §4.1.1.4");

    public static IEnumerable<Statement> Here(Entry.Data data, SessionState before)
    {
        yield return before.Transaction is { RecipientCount: > 0 and var count } transaction
            ? new(
                $"It is sent from {PlaceWords.Address(transaction.Shown)} to {PlaceWords.Count(count, "recipient")}, as MAIL and RCPT said; what its header says in From and To decides nothing about that.",
                "RFC 5321 §2.3.1")
            : new("Header, empty line, body: to SMTP all of it is content, and none of it a command.", "RFC 5321 §2.3.1");
        if (!data.IsComplete)
        {
            yield return new("The conversation ended within it: without its end the server must not take it for a message.", "RFC 5321 §4.1.1.4");
        }
        else if (!data.IsChunk)
        {
            yield return new("A dot that begins a line of it was doubled on the wire, so that it is not taken for the end.", "RFC 5321 §4.5.2");
        }
    }
}
