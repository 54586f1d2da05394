using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Session;

/// <summary>
/// Writes the conversation to a transcript file while it goes on: each event in one write of its own, lines of content
/// in one for all that are sent together, so that a program killed at any moment leaves a valid file that lacks nothing
/// of what was sent. The file is its owner's alone.
/// </summary>
sealed class Recorder : IConversationObserver, IDisposable
{
    const int Enough = 32 * 1024;

    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    FileStream _file;
    DeletedFile? _deleted;
    long _looked;
    bool _saidDeleted;
    readonly TranscriptWriter _writer = new();
    readonly ArrayBufferWriter<byte> _buffer = new(512);
    readonly bool _keepSecrets;
    readonly Action<string> _complain;
    bool _failed;

    Recorder(FileStream file, bool keepSecrets, Action<string> complain)
    {
        _file = file;
        _keepSecrets = keepSecrets;
        _complain = complain;
    }

    /// <summary>Creates the file and writes its header.</summary>
    /// <param name="path">The file; one that is there is kept beside it, its name ended by a tilde.</param>
    /// <param name="peer">The server, as host:port.</param>
    /// <param name="tls"><c>implicit</c>, <c>starttls</c> or <c>none</c>.</param>
    /// <param name="date">When the conversation begins.</param>
    /// <param name="keepSecrets">Whether credentials are written.</param>
    /// <param name="complain">Told once when the file takes no more.</param>
    /// <param name="more">Further fields of the header.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public static Recorder Create(
        string path, string peer, string tls, DateTimeOffset date, bool keepSecrets, Action<string> complain, params KeyValuePair<string, string>[] more)
    {
        KeepOld(path, complain);
        var file = OpenOwn(path, keepSecrets);
        var header = HeaderOf(peer, tls, date, more);
        file.Write(Encoding.UTF8.GetBytes(header.Render()));
        return new Recorder(file, keepSecrets, complain);
    }

    /// <summary>What a recorded transcript begins with.</summary>
    public static TranscriptHeader HeaderOf(string peer, string tls, DateTimeOffset date, params ReadOnlySpan<KeyValuePair<string, string>> more) => new(
    [
        new("peer", peer),
        new("tls", tls),
        new("date", date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        new("program", "smtp-inspector"),
        .. more,
    ]);

    /// <summary>Creates a file that is its owner's alone.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    internal static FileStream OpenOwn(string path, bool keepSecrets)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows() && keepSecrets)
        {
            // A file that was there before keeps its mode; one that will hold credentials must not.
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return file;
    }

    /// <summary>A recording is never lost to the next one under the same name: it gets a tilde behind its name.</summary>
    internal static void KeepOld(string path, Action<string> complain)
    {
        var old = new FileInfo(path);
        if (old is { Exists: true, Length: > 0, LinkTarget: null } && (old.Attributes & FileAttributes.Device) == 0)
        {
            File.Move(path, path + "~", overwrite: true);
            complain($"{path} was there already: it is now {path}~.");
        }
    }

    /// <summary>
    /// From now on the file is written anew where somebody deletes it: it looks at most
    /// once a second, and at the end. A pipe or a device is left alone.
    /// </summary>
    public void BringBackWhenDeleted() => _deleted = DeletedFile.Watch(_file);

    void Look()
    {
        if (_deleted is null || Stopwatch.GetElapsedTime(_looked) < BetweenLooks)
        {
            return;
        }

        _looked = Stopwatch.GetTimestamp();
        try
        {
            if (_deleted.TryBringBack() is { } again)
            {
                _file.Dispose();
                _file = again;
                _complain($"The transcript {_file.Name} was deleted while it was being written: it was written anew, and lacks nothing.");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // As long as the folder is missing there is nothing to be done; it may come back.
            if (!_saidDeleted)
            {
                _complain($"The transcript {_file.Name} was deleted while it was being written, and cannot be written anew: {error.Message}");
            }

            _saidDeleted = true;
        }
    }

    public void Take(in Observed observed)
    {
        if (_failed || observed.Event is not { } happened)
        {
            return;
        }

        _writer.Write(happened, _keepSecrets ? [] : observed.Secrets, _buffer);
        if (!observed.IsWithinContent || _buffer.WrittenCount >= Enough)
        {
            Flush();
        }
    }

    public void Flush()
    {
        if (_failed || _buffer.WrittenCount == 0)
        {
            return;
        }

        try
        {
            _file.Write(_buffer.WrittenSpan);
            _buffer.ResetWrittenCount();
            Look();
        }
        catch (IOException error)
        {
            Fail(error);
        }
    }

    /// <summary>Writes over octets that stand in the file already, such as a field of the header that has room to spare.</summary>
    /// <param name="offset">Where they begin, from 0.</param>
    /// <param name="octets">As many as stand there.</param>
    public void WriteOver(long offset, ReadOnlySpan<byte> octets)
    {
        if (_failed)
        {
            return;
        }

        try
        {
            RandomAccess.Write(_file.SafeFileHandle, octets, offset);
        }
        catch (IOException error)
        {
            Fail(error);
        }
    }

    // The conversation is worth more than its record: it goes on, and the user knows.
    void Fail(IOException error)
    {
        _failed = true;
        _complain($"The transcript {_file.Name} is incomplete from here on: {error.Message}");
    }

    public void Dispose()
    {
        Flush();
        _looked = 0;
        Look();
        _deleted?.Dispose();
        _file.Dispose();
    }
}
