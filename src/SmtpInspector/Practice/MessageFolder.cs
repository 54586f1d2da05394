using System.Globalization;
using SmtpInspector.Net.Practice;

namespace SmtpInspector.Practice;

/// <summary>Saves accepted messages as files. Nothing a client says gets into a file's name.</summary>
sealed class MessageFolder(string path)
{
    /// <summary>With <c>--seed</c> identifiers return; the files of an earlier run stay.</summary>
    const int MostNamesakes = 1000;

    /// <summary>Makes the folder where it is missing; null, or why that cannot be done.</summary>
    public string? Prepare()
    {
        try
        {
            Directory.CreateDirectory(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"cannot make the folder {path}: {exception.Message}";
        }
    }

    /// <summary>Saves a message, octet by octet as it came; null, or why that failed.</summary>
    public string? Save(ReceivedMessage message)
    {
        // The time first, so that a folder lists messages in their order.
        var name = string.Create(CultureInfo.InvariantCulture, $"{message.At:yyyyMMdd'T'HHmmss'Z'}-{message.Message.Id}");
        try
        {
            using var stream = CreateNew(name);
            foreach (var block in message.Message.Content)
            {
                stream.Write(block.Span);
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    FileStream CreateNew(string name)
    {
        for (var namesake = 1; ; namesake++)
        {
            var file = Path.Combine(path, namesake == 1 ? $"{name}.eml" : $"{name}-{namesake}.eml");
            try
            {
                return new FileStream(file, Options());
            }
            catch (IOException) when (File.Exists(file) && namesake < MostNamesakes)
            {
                // Taken: the next name. Never over an existing file.
            }
        }
    }

    /// <summary>Mail is for its owner's eyes.</summary>
    static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
