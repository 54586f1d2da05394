using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Transcripts;

namespace SmtpInspector.Kept;

/// <summary>
/// The last conversations, each a transcript in a folder of the user's own, so that leaving one never has to ask. They hold no
/// credential, whatever is shown on the screen.
/// </summary>
sealed class KeptConversations
{
    /// <summary>How many are kept.</summary>
    public const int Most = 100;

    // A header of ours has half of it.
    const int Beginning = 2048;

    readonly TimeProvider _time;

    KeptConversations(string folder, TimeProvider time) => (Folder, _time) = (folder, time);

    /// <summary>Where they are.</summary>
    public string Folder { get; }

    /// <summary>Those in a state folder, which need not be there yet.</summary>
    /// <param name="stateFolder">The state folder.</param>
    /// <param name="time">What they are dated by; the system's clock when left out.</param>
    public static KeptConversations Open(string stateFolder, TimeProvider? time = null) =>
        new(Path.Combine(stateFolder, "conversations"), time ?? TimeProvider.System);

    /// <summary>Begins to keep a conversation, and removes the oldest where there are too many.</summary>
    /// <param name="peer">The server, as a transcript's header names it.</param>
    /// <param name="tls"><c>implicit</c>, <c>starttls</c> or <c>none</c>.</param>
    /// <param name="complain">Told, in a sentence, when it cannot be kept, or not to its end.</param>
    /// <returns>What follows it; null where it cannot be kept: a conversation is worth more than its record.</returns>
    public KeptRecording? TryBegin(string peer, string tls, Action<string> complain)
    {
        var date = _time.GetUtcNow();
        try
        {
            StateFolder.Create(Folder);
            var recording = KeptRecording.Begin(Reserve(date, peer), peer, tls, date, complain);
            Prune();
            return recording;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            complain($"This conversation is not kept: {error.Message}");
            return null;
        }
    }

    /// <summary>All of them, the newest first. Of each only the beginning of the file is read; what is no transcript is left out.</summary>
    public IReadOnlyList<KeptConversation> List()
    {
        var all = new List<KeptConversation>();
        foreach (var path in Files())
        {
            if (Read(path) is { } conversation)
            {
                all.Add(conversation);
            }
        }

        return all;
    }

    // By name, which begins with the date: the newest first.
    List<string> Files()
    {
        var files = new List<string>();
        try
        {
            files.AddRange(Directory.EnumerateFiles(Folder, "*.smtp"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // No folder yet, or none that may be looked into: nothing was kept.
            return files;
        }

        files.Sort(static (one, other) => string.CompareOrdinal(other, one));
        return files;
    }

    static KeptConversation? Read(string path)
    {
        try
        {
            var beginning = new byte[Beginning];
            int read;
            long length;
            using (var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete))
            {
                read = RandomAccess.Read(file, beginning, 0);
                length = RandomAccess.GetLength(file);
            }

            var header = TranscriptHeader.Read(beginning.AsMemory(0, read));
            if (header.Date is not { } began)
            {
                return null;
            }

            var summary = KeptSummary.Read(header[KeptSummary.Field]) ?? default;
            // Asked when the file is closed here: the own lock would be in the way.
            var outcome = summary.Ended ?? (IsInUse(path) ? KeptOutcome.GoingOn : KeptOutcome.CutOff);
            return new(path, header.Peer ?? "", header.Tls, began, outcome, summary, length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or TranscriptException)
        {
            // Removed meanwhile, or not ours.
            return null;
        }
    }

    void Prune()
    {
        foreach (var path in Files().Skip(Most))
        {
            try
            {
                if (!IsInUse(path))
                {
                    File.Delete(path);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // One more than there should be does no harm; the next conversation tries again.
            }
        }
    }

    // Whoever writes one has a lock on it, which ends with the program, however that ends.
    static bool IsInUse(string path)
    {
        try
        {
            using var alone = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return true;
        }
    }

    // The file is made here, so that two programs that begin in the same second have two.
    string Reserve(DateTimeOffset date, string peer)
    {
        var name = Path.Combine(Folder, $"{date.ToString("yyyy-MM-dd'T'HH-mm-ss'Z'", CultureInfo.InvariantCulture)}-{FileName(peer)}");
        for (var number = 1; ; number++)
        {
            var path = number == 1 ? $"{name}.smtp" : FormattableString.Invariant($"{name}_{number}.smtp");
            try
            {
                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows())
                {
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                }

                using var reserved = new FileStream(path, options);
                return path;
            }
            catch (IOException) when (File.Exists(path))
            {
                // Taken: the next number.
            }
        }
    }

    static string FileName(string peer)
    {
        var name = new StringBuilder();
        foreach (var character in peer)
        {
            var fits = char.IsAsciiLetterOrDigit(character) || character is '.' or '_';
            if (fits || name is not { Length: > 0 } || name[^1] != '-')
            {
                name.Append(fits ? character : '-');
            }
        }

        var text = name.ToString().Trim('-', '.');
        return text.Length switch { 0 => "server", > 80 => text[..80], _ => text };
    }
}
