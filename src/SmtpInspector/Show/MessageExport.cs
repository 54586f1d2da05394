using System.Buffers;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Show;

/// <summary>The messages of a conversation, each as a file of its own.</summary>
static class MessageExport
{
    /// <summary>
    /// Every message that was sent whole, in order: the octets of an .eml, neither more nor less than what the server was to
    /// take for the message, its line endings included.
    /// </summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="keepSecrets">Whether a credential that stands in a message stays in it.</param>
    public static IEnumerable<byte[]> All(IEnumerable<ExportItem> conversation, bool keepSecrets)
    {
        var chunks = new List<ExportItem>();
        foreach (var item in conversation)
        {
            switch (item.Entry)
            {
                case Entry.Data { IsChunk: false, IsComplete: true }:
                    yield return Of([item], keepSecrets);
                    break;
                case Entry.Data { IsChunk: true }:
                    chunks.Add(item);
                    break;
                case Entry.Reply { To: { Verb: Verb.Bdat, IsLastChunk: true } } when chunks.Count > 0:
                    // RFC 3030 §2: LAST ends the message, also with a chunk of no octets.
                    yield return Of(chunks, keepSecrets);
                    chunks.Clear();
                    break;
                case Entry.Command { Verb: Verb.Mail or Verb.Rset or Verb.Ehlo or Verb.Helo }:
                    // RFC 3030 §2: what came before was given up.
                    chunks.Clear();
                    break;
            }
        }
    }

    /// <summary>One message, of the contents it was sent in: one of DATA, or its chunks.</summary>
    public static byte[] Of(IEnumerable<ExportItem> contents, bool keepSecrets)
    {
        var message = new ArrayBufferWriter<byte>();
        foreach (var octets in contents.SelectMany(content => content.MessageOctets(keepSecrets)))
        {
            message.Write(octets.Span);
        }

        return message.WrittenSpan.ToArray();
    }
}
