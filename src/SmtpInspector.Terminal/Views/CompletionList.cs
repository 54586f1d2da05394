using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Terminal.Views;

/// <summary>Draws the candidates of a completion beside the line they complete.</summary>
public static class CompletionList
{
    const int Highest = 8;
    const int Widest = 70;

    /// <summary>Draws the list on one side of the line where there is room for it, and on the other otherwise.</summary>
    /// <param name="screen">What it lies over.</param>
    /// <param name="menu">The candidates.</param>
    /// <param name="column">The column of the word that they would replace.</param>
    /// <param name="row">The row of the line.</param>
    /// <param name="theme">How it is drawn.</param>
    /// <param name="framed">Over a dialog: with a frame, and below the line if it can be; else without, and above.</param>
    public static void Draw(Canvas screen, CompletionMenu menu, int column, int row, Theme theme, bool framed = false)
    {
        var candidates = menu.Set.Candidates;
        var frame = framed ? 2 : 0;
        var height = Math.Min(Highest, candidates.Count) + frame;
        var above = framed ? screen.Height - row - 1 < height && row >= height : row >= height;
        height = Math.Min(height, above ? row : screen.Height - row - 1);
        if (height <= frame)
        {
            return;
        }

        var seen = height - frame;
        var first = Math.Clamp(menu.Selected - (seen / 2), 0, candidates.Count - seen);
        var names = 0;
        var meanings = 0;
        for (var i = first; i < first + seen; i++)
        {
            names = Math.Max(names, screen.CellWidth.Of(Safe.FromText(candidates[i].Text)));
            meanings = Math.Max(meanings, screen.CellWidth.Of(Safe.FromText(candidates[i].Description)));
        }

        var width = Math.Min(Math.Min(Widest, screen.Width), names + 2 + (meanings > 0 ? meanings + 2 : 0) + (candidates.Count > seen ? 1 : 0) + frame);
        var left = Math.Clamp(column - 1 - (frame / 2), 0, screen.Width - width);
        var box = new Rect(left, above ? row - height : row + 1, width, height);
        screen.Part(box).Fill(theme.Popup);
        if (framed)
        {
            screen.Part(box).Frame(new Rect(0, 0, width, height), theme.Popup.Under(theme.Border));
            box = box.Inset(1, 1);
        }

        var canvas = screen.Part(box);
        width = box.Width;
        for (var i = 0; i < seen; i++)
        {
            var candidate = candidates[first + i];
            var end = canvas.WriteFitted(1, i, width - 2, Safe.FromText(candidate.Text), theme.Popup);
            canvas.WriteFitted(Math.Max(end, 1 + names) + 2, i, width - names - 4, Safe.FromText(candidate.Description), theme.Popup.Under(theme.Faint));
            if (first + i == menu.Selected)
            {
                canvas.Overlay(new Rect(0, i, width, 1), theme.Selection);
            }
        }

        canvas.ScrollBar(new Rect(width - 1, 0, 1, seen), first, seen, candidates.Count, theme.ScrollTrack, theme.ScrollThumb);
    }
}
