using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Terminal.Views;

/// <summary>Where one is in a text that is only read. A value.</summary>
/// <param name="Top">The topmost line in sight.</param>
/// <param name="Left">The leftmost column in sight.</param>
public readonly record struct TextView(int Top = 0, int Left = 0)
{
    // A tenth of a window as wide as is usual.
    const int Sideways = 8;

    /// <summary>The same for a text or a size that may have changed.</summary>
    /// <param name="count">How many lines there are.</param>
    /// <param name="height">The rows of the window.</param>
    public TextView Arrange(int count, int height) => this with { Top = Math.Clamp(Top, 0, Math.Max(0, count - height)), Left = Math.Max(0, Left) };

    /// <summary>Moved by some lines.</summary>
    public TextView Scroll(int count, int height, int lines) => (this with { Top = Top + lines }).Arrange(count, height);

    /// <summary>Moved as little as brings a line into sight.</summary>
    public TextView Reveal(int count, int height, int line) =>
        (this with { Top = Math.Clamp(Top, line - height + 1, Math.Max(line, line - height + 1)) }).Arrange(count, height);

    /// <summary>The view after a key: arrows, PgUp and PgDn, Home and End; null when the key is for someone else.</summary>
    public TextView? Handle(int count, int height, KeyEvent key) => key switch
    {
        { Modifiers: not KeyModifiers.None } => null,
        { Key: Key.Up } => Scroll(count, height, -1),
        { Key: Key.Down } => Scroll(count, height, 1),
        { Key: Key.PageUp } => Scroll(count, height, -Math.Max(1, height - 1)),
        { Key: Key.PageDown } => Scroll(count, height, Math.Max(1, height - 1)),
        { Key: Key.Home } => default(TextView),
        { Key: Key.End } => (this with { Top = count }).Arrange(count, height),
        { Key: Key.Left } => this with { Left = Math.Max(0, Left - Sideways) },
        { Key: Key.Right } => this with { Left = Left + Sideways },
        _ => null,
    };

    /// <summary>Draws the lines in sight, and a scroll bar in the last column where not all are.</summary>
    public void Draw(Canvas canvas, ITextLines lines, Theme theme)
    {
        var text = canvas.Part(new Rect(0, 0, Math.Max(0, canvas.Width - 1), canvas.Height));
        for (var row = 0; row < canvas.Height && Top + row < lines.Count; row++)
        {
            var line = lines[Top + row];
            var column = -Left;
            foreach (var run in line.Runs)
            {
                column = text.Write(column, row, run.Text, theme.Text.Under(run.Style));
            }
        }

        canvas.ScrollBar(new Rect(canvas.Width - 1, 0, 1, canvas.Height), Top, canvas.Height, lines.Count, theme.ScrollTrack, theme.ScrollThumb);
    }
}
