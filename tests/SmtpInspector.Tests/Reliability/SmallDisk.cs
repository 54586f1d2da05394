using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Reliability;

/// <summary>
/// A folder that takes 16 KiB and no more: a file system of that size where this process may mount one. Elsewhere its
/// one file, <c>saved.smtp</c>, is a pipe whose reader goes away, which fails in the same place with another number.
/// </summary>
sealed class SmallDisk : IAsyncDisposable
{
    readonly bool _mounted;
    readonly ChildProcess? _reader;

    SmallDisk(string folder, bool mounted, ChildProcess? reader) => (Folder, _mounted, _reader) = (folder, mounted, reader);

    public string Folder { get; }

    /// <summary>Whether what was written can be read afterwards.</summary>
    public bool CanBeReadAgain => _mounted;

    public static async Task<SmallDisk> MountAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            && (await ChildProcess.RunAsync("mount", ["-t", "tmpfs", "-o", "size=16k", "none", folder])).Status == 0)
        {
            return new(folder, mounted: true, null);
        }

        var pipe = Path.Combine(folder, "saved.smtp");
        (await ChildProcess.RunAsync("mkfifo", [pipe])).Expect(0);
        return new(folder, mounted: false, ChildProcess.Start("head", ["-c", "500", pipe]));
    }

    public async ValueTask DisposeAsync()
    {
        if (_reader is not null)
        {
            await _reader.DisposeAsync();
        }

        if (_mounted)
        {
            (await ChildProcess.RunAsync("umount", [Folder])).Expect(0);
        }
    }
}
