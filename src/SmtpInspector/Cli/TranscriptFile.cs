using Microsoft.Win32.SafeHandles;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>
/// A file of a transcript that is too large to be taken into memory: it is held open and read where it is needed, so that it may be
/// deleted, and go on growing. It is not mapped into memory: of a file that is cut off underneath, that would end the program.
/// </summary>
sealed class TranscriptFile : TranscriptSource
{
    // Smaller ones are read whole, and nobody can change them underneath.
    const long Least = 16 << 20;

    // Closed by its finalizer: documents are values, handed about, and nobody knows which page is the last to show one.
    readonly SafeFileHandle _file;
    readonly string _path;

    TranscriptFile(string path, SafeFileHandle file)
    {
        (_path, _file) = (path, file);
        Length = RandomAccess.GetLength(file);
    }

    public override long Length { get; }

    public override bool CanChange => true;

    /// <summary>Whether a file is better not taken into memory. What has no length, as a pipe, is none of these.</summary>
    public static bool IsLarge(string path)
    {
        // A link has a length of its own.
        var file = new FileInfo(path);
        return (file.ResolveLinkTarget(returnFinalTarget: true) ?? file) is FileInfo { Exists: true, Length: >= Least };
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static TranscriptFile Open(string path) =>
        new(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.None));

    public override ReadOnlyMemory<byte> Read(long offset, int wanted, ref byte[]? buffer)
    {
        var count = (int)Math.Min(wanted, Length - offset);
        buffer = buffer?.Length >= count ? buffer : GC.AllocateUninitializedArray<byte>(count);
        for (var read = 0; read < count;)
        {
            var more = ReadSome(buffer.AsSpan(read, count - read), offset + read);
            read += more > 0 ? more : throw new UsageException($"{_path} is shorter than it was when it was opened.");
        }

        return buffer.AsMemory(0, count);
    }

    int ReadSome(Span<byte> into, long offset)
    {
        try
        {
            return RandomAccess.Read(_file, into, offset);
        }
        catch (IOException error)
        {
            throw new UsageException($"{_path}: {error.Message}");
        }
    }
}
