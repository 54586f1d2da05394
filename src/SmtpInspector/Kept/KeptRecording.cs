using System.Text;
using Microsoft.Win32.SafeHandles;
using SmtpInspector.Session;

namespace SmtpInspector.Kept;

/// <summary>
/// A conversation being kept: its transcript, written while it goes on, and in the header what a list tells of it, written
/// over in its place, so that after a crash too the counts are those of what happened.
/// </summary>
sealed class KeptRecording : IConversationObserver, IDisposable
{
    readonly Recorder _recorder;
    readonly SafeFileHandle _header;
    readonly long _summaryAt;
    KeptSummary _summary;
    bool _failed;

    KeptRecording(string path, Recorder recorder, SafeFileHandle header, long summaryAt) =>
        (Path, _recorder, _header, _summaryAt) = (path, recorder, header, summaryAt);

    /// <summary>The transcript.</summary>
    public string Path { get; }

    /// <summary>What there is to tell so far.</summary>
    public KeptSummary Summary => _summary;

    /// <summary>Begins one in a file that is there already, and empty. Credentials are never written.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static KeptRecording Begin(string path, string peer, string tls, DateTimeOffset date, Action<string> complain)
    {
        var recorder = Recorder.Create(
            path, peer, tls, date, keepSecrets: false, complain, new KeyValuePair<string, string>(KeptSummary.Field, default(KeptSummary).Render()));
        try
        {
            var header = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return new(path, recorder, header, SummaryPlace(header));
        }
        catch
        {
            recorder.Dispose();
            throw;
        }
    }

    public void Take(in Observed observed)
    {
        _recorder.Take(observed);
        var before = _summary;
        foreach (var entry in observed.Entries)
        {
            _summary = _summary.With(entry);
        }

        if (_summary != before && !_failed)
        {
            try
            {
                RandomAccess.Write(_header, Encoding.ASCII.GetBytes(_summary.Render()), _summaryAt);
            }
            catch (IOException)
            {
                // The transcript counts; the recorder has said that the disk takes no more.
                _failed = true;
            }
        }
    }

    public void Dispose()
    {
        _header.Dispose();
        _recorder.Dispose();
    }

    static long SummaryPlace(SafeFileHandle file)
    {
        var beginning = new byte[RandomAccess.GetLength(file)];
        _ = RandomAccess.Read(file, beginning, 0);
        var name = Encoding.ASCII.GetBytes($"\n{KeptSummary.Field}: ");
        return beginning.AsSpan().LastIndexOf(name) + name.Length;
    }
}
