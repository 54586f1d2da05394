using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Terminal.Views;

/// <summary>One row that tells the state, or which keys there are.</summary>
public static class StatusLine
{
    /// <summary>
    /// Draws parts of a state with two blanks between them, those at the right end as far as there is room. The first parts matter most.
    /// </summary>
    public static void Draw(Canvas canvas, int row, ReadOnlySpan<StyledRun> left, ReadOnlySpan<StyledRun> right, Theme theme)
    {
        canvas.Fill(new Rect(0, row, canvas.Width, 1), theme.StatusBar);
        var column = 1;
        foreach (var part in left)
        {
            var room = canvas.Width - column - 1;
            if (part.Text.IsEmpty)
            {
                continue;
            }

            if (room <= 0)
            {
                return;
            }

            column = canvas.WriteFitted(column, row, room, part.Text, theme.StatusBar.Under(part.Style)) + 2;
        }

        var end = canvas.Width - 1;
        for (var i = right.Length - 1; i >= 0; i--)
        {
            var start = end - canvas.CellWidth.Of(right[i].Text);
            if (start < column)
            {
                return;
            }

            canvas.Write(start, row, right[i].Text, theme.StatusBar.Under(right[i].Style));
            end = start - 2;
        }
    }

    /// <summary>Draws as many hints as there is room for from a column on, each whole.</summary>
    public static void DrawHints(Canvas canvas, int row, ReadOnlySpan<KeyHint> hints, Theme theme, int start = 1)
    {
        canvas.Fill(new Rect(0, row, canvas.Width, 1), theme.StatusBar);
        var column = start;
        foreach (var hint in hints)
        {
            if (column + canvas.CellWidth.Of(hint.Key) + 1 + canvas.CellWidth.Of(hint.Text) > canvas.Width)
            {
                return;
            }

            column = canvas.Write(column, row, hint.Key, theme.StatusKey) + 1;
            column = canvas.Write(column, row, hint.Text, theme.StatusBar) + 2;
        }
    }

    /// <summary>The cells that hints take, two blanks behind each.</summary>
    public static int WidthOf(ReadOnlySpan<KeyHint> hints, CellWidth width)
    {
        var all = 0;
        foreach (var hint in hints)
        {
            all += width.Of(hint.Key) + 1 + width.Of(hint.Text) + 2;
        }

        return all;
    }

    /// <summary>The hint drawn at a column; null where there is none.</summary>
    public static int? HintAt(int column, ReadOnlySpan<KeyHint> hints, CellWidth width, int start = 1)
    {
        for (var i = 0; i < hints.Length; i++)
        {
            var end = start + width.Of(hints[i].Key) + 1 + width.Of(hints[i].Text);
            if (column >= start && column < end)
            {
                return i;
            }

            start = end + 2;
        }

        return null;
    }
}
