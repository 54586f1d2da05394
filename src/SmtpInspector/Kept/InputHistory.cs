using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Kept;

/// <summary>
/// The commands typed before, kept in the user's state folder, readable by the user alone. Never a credential, never
/// the content of a message.
/// </summary>
sealed class InputHistory
{
    const int Most = 1000;

    readonly string? _path;
    readonly List<string> _lines = [];

    InputHistory(string? path) => _path = path;

    /// <summary>The lines, oldest first.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Reads the history; an unreadable one is as good as none.</summary>
    public static InputHistory Load(string? path)
    {
        var history = new InputHistory(path);
        if (path is not null && File.Exists(path))
        {
            try
            {
                history._lines.AddRange(File.ReadLines(path).TakeLast(Most));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Typing works without it, and it is not worth a word.
            }
        }

        return history;
    }

    /// <summary>Adds a line; one that repeats the last is not.</summary>
    public void Add(string line)
    {
        if (line.Length > 0 && (_lines.Count == 0 || _lines[^1] != line))
        {
            _lines.Add(line);
        }
    }

    /// <summary>Writes the history.</summary>
    public void Save()
    {
        if (_path is null || _lines.Count == 0)
        {
            return;
        }

        try
        {
            StateFolder.Create(Path.GetDirectoryName(_path)!);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(_path, options);
            foreach (var line in _lines.TakeLast(Most))
            {
                writer.Write(line + "\n");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A read-only home is no reason to fail at the end of a conversation.
        }
    }

    /// <summary>The line as it may be kept: AUTH without its initial response; null for what is no command.</summary>
    public static string? WithoutCredential(string text)
    {
        var words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || Verbs.Of(System.Text.Encoding.UTF8.GetBytes(words[0])) is var verb && verb == Verb.Unknown)
        {
            // A word that is no verb may be a credential typed at the wrong moment.
            return null;
        }

        return verb == Verb.Auth && words.Length > 2 ? $"{words[0]} {words[1]}" : text;
    }
}
