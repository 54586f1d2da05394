using System.Collections.Immutable;

namespace SmtpInspector.Terminal.Editing;

/// <summary>Lines entered before, oldest first. A value: adding gives another one.</summary>
public sealed record History
{
    /// <summary>What is kept at most; older lines are dropped.</summary>
    public const int Capacity = 2000;

    History(ImmutableList<string> entries) => Entries = entries;

    /// <summary>No lines.</summary>
    public static History Empty { get; } = new(ImmutableList<string>.Empty);

    /// <summary>The lines, oldest first.</summary>
    public ImmutableList<string> Entries { get; private init; }

    /// <summary>The history of lines kept elsewhere, oldest first.</summary>
    public static History Of(IEnumerable<string> lines) => lines.Aggregate(Empty, (history, line) => history.Add(line));

    /// <summary>With a line added; an empty one, or one that repeats the last, is not.</summary>
    public History Add(string line)
    {
        if (line.Length == 0 || (Entries.Count > 0 && Entries[^1] == line))
        {
            return this;
        }

        var entries = Entries.Add(line);
        return this with { Entries = entries.Count > Capacity ? entries.RemoveAt(0) : entries };
    }

    /// <summary>The newest line before an index that fits; -1 when there is none.</summary>
    internal int Older(int before, Func<string, bool> fits) => Math.Min(before, Entries.Count) is > 0 and var count ? Entries.FindLastIndex(count - 1, line => fits(line)) : -1;

    /// <summary>The oldest line behind an index that fits; -1 when there is none.</summary>
    internal int Newer(int behind, Func<string, bool> fits) => behind + 1 >= Entries.Count ? -1 : Entries.FindIndex(behind + 1, line => fits(line));
}
