using System.Collections;
using System.Runtime.CompilerServices;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Styling;

/// <summary>One line of safe text in several styles; written as a collection: <c>[new("S: ", dim), reply]</c>.</summary>
[CollectionBuilder(typeof(StyledLine), nameof(Create))]
public sealed class StyledLine : IReadOnlyList<StyledRun>
{
    readonly StyledRun[] _runs;

    StyledLine(StyledRun[] runs) => _runs = runs;

    /// <summary>A line without text.</summary>
    public static StyledLine Empty { get; } = new([]);

    public int Count => _runs.Length;

    /// <summary>The runs, to be gone through without allocating.</summary>
    public ReadOnlySpan<StyledRun> Runs => _runs;

    public StyledRun this[int index] => _runs[index];

    /// <summary>The line of these runs.</summary>
    public static StyledLine Create(ReadOnlySpan<StyledRun> runs) => runs.IsEmpty ? Empty : new(runs.ToArray());

    /// <summary>A line in one style.</summary>
    public static StyledLine Of(SafeText text, Style style = default) => new([new(text, style)]);

    /// <summary>The cells that the line takes.</summary>
    public int Width(CellWidth width)
    {
        var cells = 0;
        foreach (var run in _runs)
        {
            cells += width.Of(run.Text);
        }

        return cells;
    }

    /// <summary>The text alone.</summary>
    public override string ToString() => string.Concat(_runs.Select(run => run.Text.Text));

    public IEnumerator<StyledRun> GetEnumerator() => ((IEnumerable<StyledRun>)_runs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
