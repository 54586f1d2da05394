using System.Text;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;

namespace SmtpInspector.Kept;

/// <summary>
/// A conversation being kept: its transcript, written while it goes on, and in the header what a list tells of it, written
/// over in its place, so that after a crash too the counts are those of what happened.
/// </summary>
sealed class KeptRecording : IConversationObserver, IDisposable
{
    readonly Recorder _recorder;
    readonly long _summaryAt;
    KeptSummary _summary;

    KeptRecording(string path, Recorder recorder, long summaryAt) => (Path, _recorder, _summaryAt) = (path, recorder, summaryAt);

    /// <summary>The transcript.</summary>
    public string Path { get; }

    /// <summary>What there is to tell so far.</summary>
    public KeptSummary Summary => _summary;

    /// <summary>Begins one in a file that is there already, and empty. Credentials are never written.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static KeptRecording Begin(string path, string peer, string tls, DateTimeOffset date, Action<string> complain)
    {
        var field = new KeyValuePair<string, string>(KeptSummary.Field, default(KeptSummary).Render());
        var recorder = Recorder.Create(path, peer, tls, date, keepSecrets: false, complain, field);
        return new(path, recorder, SummaryPlace(Recorder.HeaderOf(peer, tls, date, field)));
    }

    public void Take(in Observed observed)
    {
        _recorder.Take(observed);
        var before = _summary;
        foreach (var entry in observed.Entries)
        {
            _summary = _summary.With(entry);
        }

        if (_summary != before)
        {
            _recorder.WriteOver(_summaryAt, Encoding.ASCII.GetBytes(_summary.Render()));
        }
    }

    public void Flush() => _recorder.Flush();

    public void Dispose() => _recorder.Dispose();

    // The last field of that name: what a peer is called can make no line of its own.
    static long SummaryPlace(TranscriptHeader header)
    {
        var text = header.Render();
        return Encoding.UTF8.GetByteCount(text.AsSpan(0, text.LastIndexOf($"\n{KeptSummary.Field}: ", StringComparison.Ordinal))) + $"\n{KeptSummary.Field}: ".Length;
    }
}
