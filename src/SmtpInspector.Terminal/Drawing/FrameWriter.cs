using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace SmtpInspector.Terminal.Drawing;

/// <summary>Finds what changed since the last frame, and the bytes that bring the terminal there.</summary>
sealed class FrameWriter(GlyphTable glyphs, StyleTable styles)
{
    // Moving the cursor takes 6 bytes or more, so as many unchanged cells are cheaper sent again than jumped over.
    const int ShortGap = 4;
    const int NoStyle = -1;
    Cell[] _front = [];
    byte[] _bytes = new byte[16 * 1024];
    int _length;
    bool _unknown = true;
    // Where the terminal's cursor is and what it draws with, while a frame is written.
    (int Column, int Row) _at;
    int _style;
    (int Column, int Row)? _cursor;
    bool _cursorShown;

    public bool Synchronized { get; set; }

    public void Resize(int columns, int rows)
    {
        _front = new Cell[columns * rows];
        Invalidate();
    }

    public void Invalidate() => _unknown = true;

    /// <summary>The bytes for a frame, good until the next call; none when the terminal already shows it.</summary>
    public ReadOnlySpan<byte> Write(CellGrid back, (int Column, int Row)? cursor)
    {
        _length = 0;
        if (Synchronized)
        {
            Raw("\e[?2026h"u8);
        }

        if (_cursorShown || _unknown)
        {
            Raw("\e[?25l"u8);
        }

        var before = _length;
        _at = (-1, -1);
        _style = NoStyle;
        if (_unknown)
        {
            // Erased in the terminal's own colours, and so as blank as a new grid.
            Raw("\e[0m\e[2J"u8);
            _front.AsSpan().Fill(Cell.Blank);
        }

        for (var row = 0; row < back.Rows; row++)
        {
            WriteRow(back.Row(row), _front.AsSpan(row * back.Columns, back.Columns), row);
        }

        if (_length == before && cursor == _cursor && !_unknown)
        {
            return [];
        }

        back.All.CopyTo(_front);
        if (_style > 0)
        {
            Raw("\e[0m"u8);
        }

        if (cursor is { } place)
        {
            MoveTo(place.Column, place.Row);
            Raw("\e[?25h"u8);
        }

        if (Synchronized)
        {
            Raw("\e[?2026l"u8);
        }

        _cursor = cursor;
        _cursorShown = cursor is not null;
        _unknown = false;
        return _bytes.AsSpan(0, _length);
    }

    void WriteRow(ReadOnlySpan<Cell> back, ReadOnlySpan<Cell> front, int row)
    {
        // Cells are 8 bytes without gaps, so equal numbers are equal cells, and a row is compared a vector at a time.
        var backNumbers = MemoryMarshal.Cast<Cell, ulong>(back);
        var frontNumbers = MemoryMarshal.Cast<Cell, ulong>(front);
        var column = backNumbers.CommonPrefixLength(frontNumbers);
        if (column == back.Length)
        {
            return;
        }

        var end = BlankFrom(back);
        while (column < back.Length)
        {
            if (column >= end && back.Length - column > ShortGap)
            {
                // All that follows is blank: one sequence says so.
                MoveTo(column, row);
                SetStyle(0);
                Raw("\e[K"u8);
                return;
            }

            column = WriteRun(back, front, column, row);
            if (column < back.Length)
            {
                column += backNumbers[column..].CommonPrefixLength(frontNumbers[column..]);
            }
        }
    }

    /// <summary>Writes from a cell that changed up to a longer stretch of cells that did not; returns where that begins.</summary>
    int WriteRun(ReadOnlySpan<Cell> back, ReadOnlySpan<Cell> front, int column, int row)
    {
        while (column < back.Length)
        {
            // Both halves of a wide character change together, so a stretch never begins or ends between them.
            if (back[column] == front[column] && StretchOfUnchanged(back, front, column) > ShortGap)
            {
                break;
            }

            WriteCell(back[column], column, row);
            column += Math.Max(1, (int)back[column].Width);
        }

        return column;
    }

    /// <summary>How many cells did not change; very many, where none does up to the end of the row.</summary>
    static int StretchOfUnchanged(ReadOnlySpan<Cell> back, ReadOnlySpan<Cell> front, int column)
    {
        var end = column;
        while (end < back.Length && back[end] == front[end])
        {
            end++;
        }

        return end == back.Length ? int.MaxValue : end - column;
    }

    void WriteCell(Cell cell, int column, int row)
    {
        MoveTo(column, row);
        SetStyle(cell.Style);
        if (GlyphTable.IsFragile(cell.Glyph))
        {
            // A terminal that draws it narrower must not leave there what was there.
            Raw("  "u8[..cell.Width]);
            _at = (column + cell.Width, row);
            MoveTo(column, row);
        }

        Room(glyphs.Longest(cell.Glyph));
        if (cell.Glyph is >= ' ' and < 0x7F)
        {
            _bytes[_length++] = (byte)cell.Glyph;
        }
        else
        {
            _length += glyphs.Encode(cell.Glyph, _bytes.AsSpan(_length));
        }

        // Where terminals disagree the cursor's place is not known; nor is it behind the last column.
        _at = GlyphTable.IsFragile(cell.Glyph) ? (-1, -1) : (column + cell.Width, row);
    }

    static int BlankFrom(ReadOnlySpan<Cell> row) => row.LastIndexOfAnyExcept(Cell.Blank) + 1;

    void SetStyle(ushort style)
    {
        if (_style != style)
        {
            Raw(styles.Sequence(style));
            _style = style;
        }
    }

    void MoveTo(int column, int row)
    {
        if (_at != (column, row))
        {
            Room(32);
            Raw("\e["u8);
            Number(row + 1);
            _bytes[_length++] = (byte)';';
            Number(column + 1);
            _bytes[_length++] = (byte)'H';
            _at = (column, row);
        }
    }

    void Number(int value)
    {
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    void Raw(ReadOnlySpan<byte> bytes)
    {
        Room(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    void Room(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + count));
        }
    }
}
