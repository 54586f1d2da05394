using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Terminal.Views;

/// <summary>Draws the candidates of a completion beside the line they complete.</summary>
public static class CompletionList
{
    /// <summary>Draws the list.</summary>
    /// <param name="screen">What it lies over.</param>
    /// <param name="menu">The candidates.</param>
    /// <param name="layout">Where it is.</param>
    /// <param name="theme">How it is drawn.</param>
    public static void Draw(Canvas screen, CompletionMenu menu, CompletionLayout layout, Theme theme)
    {
        if (layout.Box.IsEmpty)
        {
            return;
        }

        screen.Part(layout.Box).Fill(theme.Popup);
        if (layout.Box != layout.Inside)
        {
            screen.Part(layout.Box).Frame(new Rect(0, 0, layout.Box.Width, layout.Box.Height), theme.Popup.Under(theme.Border));
        }

        var canvas = screen.Part(layout.Inside);
        var (width, seen) = (canvas.Width, canvas.Height);
        for (var i = 0; i < seen; i++)
        {
            var candidate = menu.Set.Candidates[layout.First + i];
            var end = canvas.WriteFitted(1, i, width - 2, Safe.FromText(candidate.Text), theme.Popup);
            canvas.WriteFitted(Math.Max(end, 1 + layout.Names) + 2, i, width - layout.Names - 4, Safe.FromText(candidate.Description), theme.Popup.Under(theme.Faint));
            if (layout.First + i == menu.Selected)
            {
                canvas.Overlay(new Rect(0, i, width, 1), theme.Selection);
            }
        }

        canvas.ScrollBar(new Rect(width - 1, 0, 1, seen), layout.First, seen, menu.Set.Candidates.Count, theme.ScrollTrack, theme.ScrollThumb);
    }
}
