using System.Collections.Immutable;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Terminal.Views;

/// <summary>Notices that are shown for a while, the newest lowest. A value; it knows no clock and is told the time.</summary>
public sealed record ToastTray
{
    const int Most = 4;
    const int Widest = 60;

    ToastTray(ImmutableList<Toast> toasts) => Toasts = toasts;

    /// <summary>No notices.</summary>
    public static ToastTray Empty { get; } = new(ImmutableList<Toast>.Empty);

    /// <summary>The notices, oldest first.</summary>
    public ImmutableList<Toast> Toasts { get; }

    /// <summary>When the next one goes; null when there is none, and so no timer is needed.</summary>
    public TimeSpan? NextEnd => Toasts.Count == 0 ? null : Toasts.Min(toast => toast.Until);

    /// <summary>With one more. One that says the same is put anew; of too many the oldest goes.</summary>
    public ToastTray Add(Toast toast)
    {
        var toasts = Toasts.RemoveAll(other => other.Text == toast.Text).Add(toast);
        return new ToastTray(toasts.Count > Most ? toasts.RemoveAt(0) : toasts);
    }

    /// <summary>Without those whose time is over.</summary>
    public ToastTray At(TimeSpan now) =>
        NextEnd is { } end && end <= now ? new ToastTray(Toasts.RemoveAll(toast => toast.Until <= now)) : this;

    /// <summary>Draws them at the right, upwards from a row.</summary>
    /// <param name="screen">The canvas they lie over.</param>
    /// <param name="bottom">The row below the lowest.</param>
    /// <param name="theme">How they are drawn.</param>
    public void Draw(Canvas screen, int bottom, Theme theme)
    {
        for (var i = Toasts.Count - 1; i >= 0 && bottom > 0; i--)
        {
            var toast = Toasts[i];
            var (mark, style) = toast.Kind switch
            {
                ToastKind.Info => ("i", theme.Info),
                ToastKind.Success => ("ok", theme.Success),
                ToastKind.Warning => ("~", theme.Warning),
                ToastKind.Error => ("!", theme.Error),
            };
            var most = Math.Min(Widest, screen.Width - 2);
            var line = StyledLine.Create([new(mark, style), " ", toast.Text]);
            var lines = TextWrap.Lines(line, Math.Max(1, most - 2), screen.CellWidth, indent: mark.Length + 1);
            var width = Math.Min(most, lines.Max(part => part.Width(screen.CellWidth)) + 2);
            bottom -= lines.Count;
            var box = screen.Part(new Rect(screen.Width - width - 1, bottom, width, lines.Count));
            box.Fill(theme.Popup);
            for (var row = 0; row < lines.Count; row++)
            {
                var column = 1;
                foreach (var run in lines[row])
                {
                    column = box.Write(column, row, run.Text, theme.Popup.Under(run.Style));
                }
            }
        }
    }
}
