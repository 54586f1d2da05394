using System.Text;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using static SmtpInspector.Tests.Fuzzing.Judging;

namespace SmtpInspector.Tests.Fuzzing;

/// <summary>What is read from files that anybody may have written.</summary>
static partial class FuzzTargets
{
    static FuzzTarget[] Files =>
    [
        new("a file is read, or refused with a place in it", 4000, Transcript, file => _ = Read(file)),
        new("noise is read, or refused with a place in it", 4000, Noise, file => _ = Read(file)),
        new("what was written is read again as it was", 1500, Transcript, WritingKeepsEverything),
        new("a recording cut anywhere lacks its last line at the most", 1500, Transcript, CutRecordingsAreRead),
        new("every transcript falls into groups of a script", 1500, Transcript, file => _ = Read(file) is { } document ? ScriptGroup.Of(document.Events()).Sum(group => group.Steps.Count + group.Replies.Count) : 0),
    ];

    static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(200)];
        random.NextBytes(noise);
        return random.Next(2) == 0 ? noise : [.. noise.Select(octet => octet < 200 ? (byte)"CS%:* #[].0123{}<>=\"\\\r\n"[octet % 23] : octet)];
    }

    static void WritingKeepsEverything(byte[] file)
    {
        if (Read(file) is not { } document)
        {
            return;
        }

        // Times are kept to the millisecond.
        var events = document.Events().Select(happened => happened with { At = happened.At is { } at ? TimeSpan.FromMilliseconds(Math.Floor(at.TotalMilliseconds)) : null }).ToList();
        if (events.Exists(happened => happened is ConversationEvent.Note note && note.Text.Any(char.IsControl)))
        {
            // Its control characters become spaces, and it stays a note whatever its words are then.
            Assert.Equal(events.Count, TranscriptDocument.Parse(Write(events)).Events().Count());
            return;
        }

        var written = Write(events);
        var again = TranscriptDocument.Parse(written).Events().ToList();

        Assert.Equal(events.Select(Described), again.Select(Described));
        Assert.Equal(Encoding.Latin1.GetString(written), Encoding.Latin1.GetString(Write(again)));
    }

    static void CutRecordingsAreRead(byte[] file)
    {
        if (Read(file) is not { } document)
        {
            return;
        }

        var written = Write(document.Events());
        var cut = written.AsMemory(0, ChanceOf(file).Next(written.Length + 1));
        var certain = TranscriptDocument.Parse(cut[..(cut.Span.LastIndexOf((byte)'\n') + 1)]).Events().ToList();
        var read = TranscriptDocument.Parse(cut).Events().Select(Described).ToList();

        // A handshake's last line may be a certificate of its chain, which the line that was cut goes on with.
        var same = certain is [.., ConversationEvent.TlsStarted] ? certain.Count - 1 : certain.Count;
        Assert.Equal(certain.Take(same).Select(Described), read.Take(same));
        Assert.InRange(read.Count, certain.Count, certain.Count + 1);
    }
}
