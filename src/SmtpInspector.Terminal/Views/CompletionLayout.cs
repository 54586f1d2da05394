using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Views;

/// <summary>Where a list of candidates is. Drawing and the mouse go by the same.</summary>
/// <param name="Box">All of it, its frame included; empty where there is no room.</param>
/// <param name="Inside">The candidates, a row each.</param>
/// <param name="First">The index of the first one in sight.</param>
/// <param name="Names">The columns of the widest candidate.</param>
public readonly record struct CompletionLayout(Rect Box, Rect Inside, int First, int Names)
{
    const int Highest = 8;
    const int Widest = 100;

    /// <summary>Lays it out on one side of the line where there is room for it, and on the other otherwise.</summary>
    /// <param name="screen">What it lies over.</param>
    /// <param name="width">How wide characters are.</param>
    /// <param name="menu">The candidates.</param>
    /// <param name="column">The column of the word that they would replace.</param>
    /// <param name="row">The row of the line.</param>
    /// <param name="framed">Over a dialog: with a frame, and below the line if it can be; else without, and above.</param>
    public static CompletionLayout Of(Rect screen, CellWidth width, CompletionMenu menu, int column, int row, bool framed = false)
    {
        var candidates = menu.Set.Candidates;
        var frame = framed ? 2 : 0;
        var height = Math.Min(Highest, candidates.Count) + frame;
        var above = framed ? screen.Height - row - 1 < height && row >= height : row >= height;
        height = Math.Min(height, above ? row : screen.Height - row - 1);
        if (height <= frame)
        {
            return default;
        }

        var seen = height - frame;
        var first = Math.Clamp(menu.Top ?? menu.Selected - (seen / 2), 0, candidates.Count - seen);
        var (names, meanings) = (0, 0);
        foreach (var candidate in candidates)
        {
            names = Math.Max(names, width.Of(Safe.FromText(candidate.Text)));
            meanings = Math.Max(meanings, width.Of(Safe.FromText(candidate.Description)));
        }

        var columns = Math.Min(Math.Min(Widest, screen.Width), names + 2 + (meanings > 0 ? meanings + 2 : 0) + (candidates.Count > seen ? 1 : 0) + frame);
        var left = Math.Clamp(column - 1 - (frame / 2), 0, screen.Width - columns);
        var box = new Rect(left, above ? row - height : row + 1, columns, height);
        return new CompletionLayout(box, framed ? box.Inset(1, 1) : box, first, names);
    }

    /// <summary>The index of the candidate at a place of the screen; null where there is none.</summary>
    public int? At(int column, int row) => Inside.Contains(column, row) ? First + row - Inside.Y : null;

    /// <summary>The list with its candidates moved by so many rows; what is selected stays.</summary>
    public CompletionMenu Scroll(CompletionMenu menu, int rows) =>
        menu with { Top = Math.Clamp(First + rows, 0, Math.Max(0, menu.Set.Candidates.Count - Inside.Height)) };
}
