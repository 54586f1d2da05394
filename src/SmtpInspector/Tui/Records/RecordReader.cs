using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Records;

/// <summary>Reads a record piece by piece, so that its beginning is on the screen before its end is judged.</summary>
static class RecordReader
{
    const int First = 200;
    const int Most = 20_000;

    /// <summary>Tells everything in it.</summary>
    public static void Read(int conversation, TranscriptDocument document, Action<Msg> tell, CancellationToken cancellationToken)
    {
        var piece = new List<Heard>(First);
        var size = First;
        foreach (var observed in Replay.Of(document))
        {
            piece.Add(Heard.Of(observed));
            if (piece.Count < size)
            {
                continue;
            }

            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            tell(new Msg.Recorded(conversation, piece, IsAll: false));
            size = Math.Min(Most, size * 4);
            piece = new List<Heard>(size);
        }

        tell(new Msg.Recorded(conversation, piece, IsAll: true));
    }
}
