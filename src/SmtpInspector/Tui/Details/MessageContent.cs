using System.Runtime.CompilerServices;
using SmtpInspector.Protocol.Message;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>The structure of a transaction's message, read once.</summary>
/// <param name="Message">What was read.</param>
/// <param name="Octets">The size of what was sent, without doubled dots and the final one.</param>
/// <param name="IsPart">Whether only its beginning was read, because it is still on its way.</param>
sealed record MessageContent(MimeMessage Message, long Octets, bool IsPart)
{
    // What grows is read anew with each line: as much as holds any header.
    const long MostOfUnfinished = 256 * 1024;

    static readonly ConditionalWeakTable<Log<ShownLine>, MessageContent> Shown = [];
    static readonly ConditionalWeakTable<Log<ShownLine>, MessageContent> Redacted = [];

    /// <summary>The message of a transaction that has content.</summary>
    public static MessageContent Of(Transaction transaction, bool keepSecrets) =>
        (keepSecrets ? Shown : Redacted).GetValue(transaction.Contents[^1].Lines, _ => Read(transaction.Contents, keepSecrets));

    static MessageContent Read(IReadOnlyList<TranscriptItem> contents, bool keepSecrets)
    {
        var reader = new MessageReader();
        var (octets, isPart) = (0L, contents[^1].Entry is null);
        foreach (var item in contents)
        {
            var count = item.Lines.Count - (item.EndsWithDot ? 1 : 0);
            for (var i = 0; i < count && !(isPart && octets > MostOfUnfinished); i++)
            {
                // RFC 5321 §4.5.2: the first dot of a line was put there for transport.
                var line = item.Lines[i];
                var dot = item.IsDotStuffed && line.Wire.Bytes.Span is [(byte)'.', ..] && item.BeginsLine(i) ? 1 : 0;
                octets += line.Wire.Bytes.Length - dot;
                reader.Feed(line.Bytes(keepSecrets).Span[dot..]);
            }
        }

        return new MessageContent(reader.Complete(), octets, isPart);
    }
}
