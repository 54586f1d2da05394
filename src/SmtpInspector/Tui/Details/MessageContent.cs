using System.Runtime.CompilerServices;
using SmtpInspector.Protocol.Message;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>The structure of a transaction's message, read once.</summary>
/// <param name="Message">What was read.</param>
/// <param name="Octets">The size of what was sent, without doubled dots and the final one.</param>
/// <param name="IsPart">Whether only its beginning was read, because it is still on its way.</param>
/// <param name="Text">The beginning of its first text; null where it has none.</param>
sealed record MessageContent(MimeMessage Message, long Octets, bool IsPart, MessageContent.Beginning? Text)
{
    // What grows is read anew with each line: as much as holds any header.
    const long MostOfUnfinished = 256 * 1024;

    const int MostOfText = 8 * 1024;

    static readonly ConditionalWeakTable<Log<ShownLine>, MessageContent> Shown = [];
    static readonly ConditionalWeakTable<Log<ShownLine>, MessageContent> Redacted = [];

    /// <summary>The beginning of a text.</summary>
    /// <param name="Part">The part it is the body of.</param>
    /// <param name="Decoded">Its lines, ended by LF.</param>
    /// <param name="IsCut">Whether it goes on.</param>
    public sealed record Beginning(MimePart Part, DecodedText Decoded, bool IsCut);

    /// <summary>The message of a transaction that has content.</summary>
    public static MessageContent Of(Transaction transaction, bool keepSecrets) =>
        (keepSecrets ? Shown : Redacted).GetValue(transaction.Contents[^1].Lines, _ => Read(transaction.Contents, keepSecrets));

    static MessageContent Read(IReadOnlyList<TranscriptItem> contents, bool keepSecrets)
    {
        var reader = new MessageReader();
        var (octets, isPart) = (0L, contents[^1].Entry is null);
        foreach (var (line, dot) in Lines(contents, isPart))
        {
            octets += line.Wire.Bytes.Length - dot;
            reader.Feed(line.Bytes(keepSecrets).Span[dot..]);
        }

        var message = reader.Complete();
        return new MessageContent(message, octets, isPart, ReadText(message, contents, isPart, keepSecrets));
    }

    static Beginning? ReadText(MimeMessage message, IReadOnlyList<TranscriptItem> contents, bool isPart, bool keepSecrets)
    {
        if (message.Root.All().FirstOrDefault(part => part.ContentType.Type == "text" && part.Body.Length > 0) is not { } text)
        {
            return null;
        }

        var body = new List<byte>();
        var at = 0L;
        var end = Math.Min(text.Body.End, text.Body.Start + MostOfText);
        foreach (var (line, dot) in Lines(contents, isPart))
        {
            // Whole lines, so that no encoded group is cut; the last one may belong to the boundary in part.
            var octets = line.Bytes(keepSecrets).Span[dot..];
            var (from, to) = (Math.Max(text.Body.Start - at, 0), Math.Min(text.Body.End - at, octets.Length));
            if (from < to)
            {
                body.AddRange(octets[(int)from..(int)to]);
            }

            at += octets.Length;
            if (at >= end)
            {
                break;
            }
        }

        return new Beginning(text, PartDecoder.DecodeBody(text, body.ToArray()), IsCut: body.Count < text.Body.Length);
    }

    // Each line with the number of octets that were put before it for transport (RFC 5321 §4.5.2).
    static IEnumerable<(ShownLine Line, int Dot)> Lines(IReadOnlyList<TranscriptItem> contents, bool isPart)
    {
        var octets = 0L;
        foreach (var item in contents)
        {
            var count = item.Lines.Count - (item.EndsWithDot ? 1 : 0);
            for (var i = 0; i < count && !(isPart && octets > MostOfUnfinished); i++)
            {
                var line = item.Lines[i];
                octets += line.Wire.Bytes.Length;
                yield return (line, item.IsDotStuffed && line.Wire.Bytes.Span is [(byte)'.', ..] && item.BeginsLine(i) ? 1 : 0);
            }
        }
    }
}
