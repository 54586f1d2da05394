using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Drawing;

/// <summary>The cells that are drawn on. Wide characters are always whole: whatever overwrites one half blanks the other.</summary>
sealed class CellGrid(GlyphTable glyphs, StyleTable styles, CellWidth width, SafeForm form)
{
    Cell[] _cells = [];

    public int Columns { get; private set; }

    public int Rows { get; private set; }

    public GlyphTable Glyphs => glyphs;

    public StyleTable Styles => styles;

    public CellWidth Width => width;

    public Span<Cell> Row(int row) => _cells.AsSpan(row * Columns, Columns);

    public Span<Cell> All => _cells;

    public void Resize(int columns, int rows)
    {
        (Columns, Rows) = (columns, rows);
        _cells = new Cell[columns * rows];
        Clear();
    }

    public void Clear() => _cells.AsSpan().Fill(Cell.Blank);

    /// <summary>Puts a glyph; both its cells must be on the grid.</summary>
    public void Put(int column, int row, uint glyph, ushort style, int cells)
    {
        if (IsBeyond(glyph))
        {
            Fill(column, row, cells, '?', style);
            return;
        }

        var line = Row(row);
        BlankHalves(line, column, cells);
        line[column] = new Cell(glyph, style, (ushort)cells);
        if (cells == 2)
        {
            line[column + 1] = new Cell(glyph, style, 0);
        }
    }

    public void Fill(int column, int row, int count, uint glyph, ushort style)
    {
        if (count > 0)
        {
            var line = Row(row);
            BlankHalves(line, column, count);
            line.Slice(column, count).Fill(new Cell(IsBeyond(glyph) ? '?' : glyph, style, 1));
        }
    }

    /// <summary>Gives cells another style, and leaves what they hold. A wide character is restyled whole.</summary>
    public void Restyle(int column, int row, int count, Style overlay)
    {
        var line = Row(row);
        // A row has long stretches of one style.
        var (known, restyled) = (-1, (ushort)0);
        for (var i = column; i < column + count; i++)
        {
            if (line[i].Style != known)
            {
                known = line[i].Style;
                restyled = styles.Number(styles[line[i].Style].Under(overlay));
            }

            line[i] = line[i] with { Style = restyled };
        }

        if (count > 0 && line[column].IsContinuation)
        {
            line[column - 1] = line[column - 1] with { Style = line[column].Style };
        }

        if (count > 0 && line[column + count - 1].Width == 2)
        {
            line[column + count] = line[column + count] with { Style = line[column + count - 1].Style };
        }
    }

    // Where bytes beyond ASCII would be control characters, not even the program's own text may hold any.
    bool IsBeyond(uint glyph) => form == SafeForm.Ascii && glyph > '~';

    /// <summary>Blanks the halves that stay of characters which are cut by overwriting some cells.</summary>
    static void BlankHalves(Span<Cell> line, int column, int count)
    {
        if (line[column].IsContinuation)
        {
            line[column - 1] = new Cell(' ', line[column - 1].Style, 1);
        }

        var end = column + count;
        if (end < line.Length && line[end].IsContinuation)
        {
            line[end] = new Cell(' ', line[end].Style, 1);
        }
    }
}
