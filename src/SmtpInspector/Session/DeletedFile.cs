using Microsoft.Win32.SafeHandles;

namespace SmtpInspector.Session;

/// <summary>
/// Sees that a file being written has lost its name, and gives what was written to it that name again. On Windows nobody
/// can delete a file that is open, and this sees nothing.
/// </summary>
sealed class DeletedFile : IDisposable
{
    readonly string _path;

    // Held open: it reads the octets as long as there is no name for them.
    SafeFileHandle _octets;

    DeletedFile(string path, SafeFileHandle octets) => (_path, _octets) = (path, octets);

    /// <summary>Watches a file; null where it is none that could be deleted, such as a pipe.</summary>
    public static DeletedFile? Watch(FileStream file)
    {
        if (OperatingSystem.IsWindows() || !file.CanSeek || !File.Exists(file.Name) || (File.GetAttributes(file.Name) & FileAttributes.Device) != 0)
        {
            return null;
        }

        try
        {
            return new(file.Name, File.OpenHandle(file.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A file that may be written and not read cannot be brought back.
            return null;
        }
    }

    /// <summary>The file under its name again, to go on writing at its end; null where the name is taken.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public FileStream? TryBringBack()
    {
        if (File.Exists(_path))
        {
            return null;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var again = new FileStream(_path, options);
        var buffer = new byte[64 * 1024];
        for (long at = 0; RandomAccess.Read(_octets, buffer, at) is > 0 and var count; at += count)
        {
            again.Write(buffer.AsSpan(0, count));
        }

        _octets.Dispose();
        _octets = File.OpenHandle(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return again;
    }

    public void Dispose() => _octets.Dispose();
}
