using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Terminal.Views;

/// <summary>Names of pages side by side, one of them open. A value.</summary>
/// <param name="Names">The pages.</param>
/// <param name="Open">The index of the open one.</param>
public sealed record TabStrip(IReadOnlyList<SafeText> Names, int Open = 0)
{
    /// <summary>The next page, the first behind the last; or by a negative number the one before.</summary>
    public TabStrip Move(int by) => this with { Open = (((Open + by) % Names.Count) + Names.Count) % Names.Count };

    /// <summary>The page whose name is drawn at a column; null between them.</summary>
    public int? At(int column, CellWidth width)
    {
        var start = 0;
        for (var i = 0; i < Names.Count; i++)
        {
            var end = start + width.Of(Names[i]) + 2;
            if (column >= start && column < end)
            {
                return i;
            }

            start = end;
        }

        return null;
    }

    /// <summary>Draws the names on one row, the open one in brackets as well as in colour; returns the column behind them.</summary>
    public int Draw(Canvas canvas, int column, int row, Theme theme, bool focused)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            var style = i != Open ? theme.Title : focused ? theme.FocusedTitle : theme.Title.Under(theme.Strong);
            column = canvas.Write(column, row, i == Open ? "[" : " ", style);
            column = canvas.Write(column, row, Names[i], style);
            column = canvas.Write(column, row, i == Open ? "]" : " ", style);
        }

        return column;
    }
}
