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

    /// <summary>Draws the list above the line where there is room for it, and below otherwise.</summary>
    /// <param name="screen">What it lies over.</param>
    /// <param name="menu">The candidates.</param>
    /// <param name="column">The column of the word that they would replace.</param>
    /// <param name="row">The row of the line.</param>
    /// <param name="theme">How it is drawn.</param>
    public static void Draw(Canvas screen, CompletionMenu menu, int column, int row, Theme theme)
    {
        var candidates = menu.Set.Candidates;
        var height = Math.Min(Highest, candidates.Count);
        var above = row >= height;
        height = Math.Min(height, above ? row : screen.Height - row - 1);
        if (height <= 0)
        {
            return;
        }

        var first = Math.Clamp(menu.Selected - (height / 2), 0, candidates.Count - height);
        var names = 0;
        var meanings = 0;
        for (var i = first; i < first + height; i++)
        {
            names = Math.Max(names, screen.CellWidth.Of(Safe.FromText(candidates[i].Text)));
            meanings = Math.Max(meanings, screen.CellWidth.Of(Safe.FromText(candidates[i].Description)));
        }

        var width = Math.Min(Math.Min(Widest, screen.Width), names + 2 + (meanings > 0 ? meanings + 2 : 0) + (candidates.Count > height ? 1 : 0));
        var left = Math.Clamp(column - 1, 0, screen.Width - width);
        var canvas = screen.Part(new Rect(left, above ? row - height : row + 1, width, height));
        canvas.Fill(theme.Popup);
        for (var i = 0; i < height; i++)
        {
            var candidate = candidates[first + i];
            var end = canvas.WriteFitted(1, i, width - 2, Safe.FromText(candidate.Text), theme.Popup);
            canvas.WriteFitted(Math.Max(end, 1 + names) + 2, i, width - names - 4, Safe.FromText(candidate.Description), theme.Popup.Under(theme.Faint));
            if (first + i == menu.Selected)
            {
                canvas.Overlay(new Rect(0, i, width, 1), theme.Selection);
            }
        }

        canvas.ScrollBar(new Rect(width - 1, 0, 1, height), first, height, candidates.Count, theme.ScrollTrack, theme.ScrollThumb);
    }
}
