using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Redaction;

namespace SmtpInspector.Kept;

/// <summary>
/// The commands typed before, kept in the user's state folder, readable by the user alone. Never a credential, never
/// the content of a message. Not thread-safe.
/// </summary>
sealed class InputHistory
{
    /// <summary>How many lines are kept where nothing is set.</summary>
    public const int UsualSize = 1000;

    readonly string? _path;
    readonly int _size;
    readonly List<string> _lines = [];
    int _saved;

    InputHistory(string? path, int size) => (_path, _size) = (path, size);

    /// <summary>The lines, oldest first.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Reads the history; an unreadable one is as good as none.</summary>
    /// <param name="folder">The state folder; null where there is none, and then nothing is kept.</param>
    /// <param name="size">How many lines are kept at most; 0 keeps none beyond this run.</param>
    public static InputHistory Open(string? folder, int size = UsualSize)
    {
        var history = new InputHistory(folder is null ? null : Path.Combine(folder, "history"), size);
        if (history._path is { } path)
        {
            try
            {
                history._lines.AddRange(PrivateFile.ReadLines(path).TakeLast(size));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Typing works without it, and it is not worth a word.
            }
        }

        history._saved = history._lines.Count;
        return history;
    }

    /// <summary>
    /// Takes a line that was entered, as far as it may be kept: what is typed while a credential or content is awaited may be
    /// one, whatever it looks like. A line that repeats the last is not taken.
    /// </summary>
    /// <param name="text">The line.</param>
    /// <param name="state">Where the conversation stood when it was entered.</param>
    /// <param name="secrets">The credentials that are known.</param>
    /// <returns>Whether <see cref="Lines"/> has changed.</returns>
    public bool Remember(string text, SessionState state, KnownSecrets secrets) => Keepable(text, state, secrets) is { } kept && Add(kept);

    /// <summary>Takes a line that <see cref="Keepable"/> has let through, unless it repeats the last.</summary>
    /// <returns>Whether <see cref="Lines"/> has changed.</returns>
    public bool Add(string line)
    {
        if (_lines.Count > 0 && _lines[^1] == line)
        {
            return false;
        }

        _lines.Add(line);
        return true;
    }

    /// <summary>Writes what is new behind what the file has by now: another program may have added to it.</summary>
    public void Save()
    {
        if (_path is null || _lines.Count == _saved)
        {
            return;
        }

        try
        {
            PrivateFile.Write(_path, [.. PrivateFile.ReadLines(_path).Concat(_lines.Skip(_saved)).TakeLast(_size)]);
            _saved = _lines.Count;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A read-only home is no reason to fail at the end of a conversation.
        }
    }

    /// <summary>The line as it may be kept, by where the conversation stood; null for a credential, content, and what is no command.</summary>
    public static string? Keepable(string text, SessionState state, KnownSecrets secrets)
    {
        var isSecret = state.AwaitsAuthAnswer || state.BrokenAuth is not null || state.NextToAnswer?.Verb == Verb.Auth;
        return !isSecret && state.Content == ContentMode.None && WithoutCredential(text) is { } line && secrets.Hide(line) == line ? line : null;
    }

    /// <summary>The line as it may be kept: AUTH without its initial response; null for what is no command.</summary>
    public static string? WithoutCredential(string text)
    {
        var words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || Verbs.Of(Encoding.UTF8.GetBytes(words[0])) is var verb && verb == Verb.Unknown)
        {
            // A word that is no verb may be a credential typed at the wrong moment.
            return null;
        }

        return verb != Verb.Auth || words.Length == 1 ? text
            : !AuthSyntax.IsMechanism(Encoding.UTF8.GetBytes(words[1])) ? words[0]
            : words.Length > 2 ? $"{words[0]} {words[1]}"
            : text;
    }
}
