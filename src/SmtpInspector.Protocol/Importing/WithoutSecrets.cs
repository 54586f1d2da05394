using System.Buffers;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Protocol.Importing;

/// <summary>A transcript without the credentials in it, as one that somebody wrote by hand or kept with them may have.</summary>
public static class WithoutSecrets
{
    /// <summary>The same file, line for line, but for those with a credential; the file itself where there is none.</summary>
    public static ReadOnlyMemory<byte> Of(TranscriptDocument document)
    {
        var judge = new ConversationJudge(document.StartState());
        var replaced = new Dictionary<int, byte[]>();
        var reader = document.OpenReader();

        // A line of the file may hold several of the wire, or a piece of one: the writer has to see all of them.
        var writer = new TranscriptWriter();
        var written = new ArrayBufferWriter<byte>();
        var (line, hasSecret) = (0, false);
        while (reader.Read() is { } happened)
        {
            _ = judge.Apply(happened);
            if (reader.Line != line)
            {
                (line, hasSecret) = (reader.Line, false);
                written.ResetWrittenCount();
            }

            if (happened is ConversationEvent.Line said)
            {
                writer.Write(said with { Own = false }, judge.Secrets, written);
                hasSecret |= judge.Secrets.Count > 0;
            }

            if (hasSecret)
            {
                replaced[line] = written.WrittenSpan.ToArray();
            }
        }

        return replaced.Count == 0 ? document.File : Replace(document.File, replaced, judge.KnownSecrets);
    }

    static byte[] Replace(ReadOnlyMemory<byte> file, Dictionary<int, byte[]> replaced, KnownSecrets known)
    {
        var output = new ArrayBufferWriter<byte>();
        for (var number = 1; !file.IsEmpty; number++)
        {
            var end = file.Span.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? file : file[..end];
            file = file[line.Length..];
            output.Write(replaced.TryGetValue(number, out var other) ? other : WithoutKnown(line, known));
        }

        return output.WrittenSpan.ToArray();
    }

    // A comment or a note may repeat what was sent.
    static byte[] WithoutKnown(ReadOnlyMemory<byte> line, KnownSecrets known) =>
        line.Span.TrimStart(" \t"u8) is [(byte)'#' or (byte)'*', ..] && Encoding.UTF8.GetString(line.Span) is var text && known.Hide(text) is var hidden && hidden != text
            ? Encoding.UTF8.GetBytes(hidden)
            : line.ToArray();
}
