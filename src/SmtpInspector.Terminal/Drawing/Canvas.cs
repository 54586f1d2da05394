using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Drawing;

/// <summary>
/// A part of the screen to draw on, with its own top left corner. What goes beyond it is cut off; a wide character at
/// its edge becomes a blank.
/// </summary>
public readonly partial struct Canvas
{
    readonly CellGrid _grid;
    readonly Screen _screen;
    // Where this canvas lies, and what of it may be drawn on, both on the grid.
    readonly Rect _area;
    readonly Rect _clip;

    internal Canvas(Screen screen, CellGrid grid, Rect area, Rect clip)
    {
        _screen = screen;
        _grid = grid;
        _area = area;
        _clip = clip;
    }

    /// <summary>Columns to draw on.</summary>
    public int Width => _area.Width;

    /// <summary>Rows to draw on.</summary>
    public int Height => _area.Height;

    /// <summary>All of it, with 0, 0 at the top left.</summary>
    public Rect Area => new(0, 0, Width, Height);

    /// <summary>What of it can be drawn on, by its own columns and rows: whoever draws something very large may leave out the rest.</summary>
    public Rect Visible => _clip with { X = _clip.X - _area.X, Y = _clip.Y - _area.Y };

    /// <summary>How wide characters are here.</summary>
    public CellWidth CellWidth => _grid.Width;

    /// <summary>A part of it, by this canvas's own columns and rows; what lies outside of this canvas cannot be drawn on.</summary>
    public Canvas Part(Rect part)
    {
        var area = new Rect(_area.X + part.X, _area.Y + part.Y, part.Width, part.Height);
        return new Canvas(_screen, _grid, area, _clip.Intersect(area));
    }

    /// <summary>Blanks in a style.</summary>
    public void Fill(Style style = default) => Fill(Area, style);

    /// <summary>Blanks in a style.</summary>
    public void Fill(Rect part, Style style)
    {
        var rect = ToGrid(part);
        var number = _grid.Styles.Number(style);
        for (var row = rect.Y; row < rect.Bottom; row++)
        {
            _grid.Fill(rect.X, row, rect.Width, ' ', number);
        }
    }

    /// <summary>Lays a style over what is there, as to mark a selection: see <see cref="Style.Under"/>.</summary>
    public void Overlay(Rect part, Style style)
    {
        var rect = ToGrid(part);
        for (var row = rect.Y; row < rect.Bottom; row++)
        {
            _grid.Restyle(rect.X, row, rect.Width, style);
        }
    }

    /// <summary>Writes text on one row.</summary>
    /// <param name="column">Where it begins; may lie to the left of the canvas.</param>
    /// <param name="row">The row.</param>
    /// <param name="text">The text; its replaced runs are drawn in <see cref="Style.ForControl"/>.</param>
    /// <param name="style">The style.</param>
    /// <returns>The column behind its last, had it not been cut off.</returns>
    public int Write(int column, int row, SafeText text, Style style = default)
    {
        if (row < 0 || row >= Height || _clip.IsEmpty)
        {
            return column + _grid.Width.Of(text);
        }

        foreach (var run in text.Runs)
        {
            var number = _grid.Styles.Number(run.Replaced ? style.ForControl() : style);
            column = WriteRun(column, row, text.Text.AsSpan(run.Start, run.Length), number);
        }

        return column;
    }

    /// <summary>Writes a line's runs on one row; returns the column behind the last.</summary>
    public int Write(int column, int row, StyledLine line)
    {
        foreach (var run in line.Runs)
        {
            column = Write(column, row, run.Text, run.Style);
        }

        return column;
    }

    /// <summary>Writes a line over a style that fills the row to its end.</summary>
    public void WriteRow(int row, StyledLine line, Style style = default)
    {
        var column = 0;
        foreach (var run in line.Runs)
        {
            column = Write(column, row, run.Text, style.Under(run.Style));
        }

        Fill(new Rect(column, row, Math.Max(0, Width - column), 1), style);
    }

    /// <summary>Writes text that ends at a column; what is cut off is its beginning.</summary>
    /// <param name="end">The column behind its last.</param>
    /// <param name="row">The row.</param>
    /// <param name="text">The text.</param>
    /// <param name="style">The style.</param>
    public void WriteRight(int end, int row, SafeText text, Style style = default) => Write(end - _grid.Width.Of(text), row, text, style);

    /// <summary>Writes as much of a text as there is room for; of a longer one the end is "…", or ">" where that is not one cell wide.</summary>
    /// <returns>The column behind its last.</returns>
    public int WriteFitted(int column, int row, int cells, SafeText text, Style style = default)
    {
        if (_grid.Width.Of(text) <= cells)
        {
            return Write(column, row, text, style);
        }

        if (cells <= 0)
        {
            return column;
        }

        var (length, _) = _grid.Width.Fit(text.Text, cells - 1);
        return Write(Write(column, row, text.Slice(0, length), style), row, _screen.Borders.Ellipsis, style);
    }

    /// <summary>Shows the cursor at a cell; nothing is shown when that is cut off.</summary>
    public void ShowCursor(int column, int row)
    {
        if (_clip.Contains(_area.X + column, _area.Y + row))
        {
            _screen.ShowCursor(_area.X + column, _area.Y + row);
        }
    }

    int WriteRun(int column, int row, ReadOnlySpan<char> text, ushort style)
    {
        var at = _area.X + column;
        var line = _area.Y + row;
        if (line < _clip.Y || line >= _clip.Bottom)
        {
            return column + _grid.Width.Of(text);
        }

        while (!text.IsEmpty)
        {
            var length = Graphemes.NextLength(text);
            var cluster = text[..length];
            var cells = _grid.Width.OfCluster(cluster);
            if (at >= _clip.X && at + cells <= _clip.Right)
            {
                if (cells > 0)
                {
                    _grid.Put(at, line, _grid.Glyphs.Number(cluster), style, cells);
                }
            }
            else
            {
                // Half a wide character is in sight.
                var visible = new Rect(at, line, cells, 1).Intersect(_clip);
                _grid.Fill(visible.X, line, visible.Width, ' ', style);
            }

            at += cells;
            text = text[length..];
        }

        return at - _area.X;
    }

    Rect ToGrid(Rect part) => new Rect(_area.X + part.X, _area.Y + part.Y, part.Width, part.Height).Intersect(_clip);
}
