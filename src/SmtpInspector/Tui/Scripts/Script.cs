using System.Collections.Immutable;

namespace SmtpInspector.Tui.Scripts;

/// <summary>A script that is sent line by line.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Next">The index of the line that comes next.</param>
/// <param name="IsRunning">Whether each line goes out by itself when the reply to the one before is there.</param>
/// <param name="Awaited">The codes that are written for the lines sent, and have not come yet.</param>
sealed record Script(string Name, IReadOnlyList<ScriptLine> Lines, int Next, bool IsRunning, ImmutableList<int?> Awaited)
{
    /// <summary>The line that comes next; null at the end.</summary>
    public ScriptLine? Line => Next < Lines.Count ? Lines[Next] : null;

    /// <summary>A script of which nothing was sent.</summary>
    public static Script Of(string name, IReadOnlyList<ScriptLine> lines) => new(name, lines, 0, false, []);
}
