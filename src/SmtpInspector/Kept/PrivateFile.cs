using System.Text;

namespace SmtpInspector.Kept;

/// <summary>A small file that is its owner's alone and always whole.</summary>
static class PrivateFile
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Its lines; none where there is no such file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public static string[] ReadLines(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];

    /// <summary>Replaces it in one step: whoever reads it meanwhile sees the old or the new, and so does the next run after a crash.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static void Write(string path, IEnumerable<string> lines)
    {
        StateFolder.Create(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        // A name of its own, for two programs may write at the same time.
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var writer = new StreamWriter(draft, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options))
            {
                foreach (var line in lines)
                {
                    writer.Write(line + "\n");
                }
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
