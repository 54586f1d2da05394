using System.Globalization;
using System.Text;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tests.Terminal;

/// <summary>A terminal as far as the toolkit uses one. Whatever it does not know fails the test: control bytes of a peer would be among it.</summary>
sealed class VirtualTerminal(int columns, int rows) : ITerminalOutput
{
    readonly Cell[] _cells = [.. Enumerable.Repeat(new Cell(" ", ""), columns * rows)];
    string _style = "";
    (int Column, int Row) _saved;

    public int Columns => columns;

    public int Rows => rows;

    public int CursorColumn { get; private set; }

    public int CursorRow { get; private set; }

    public bool CursorShown { get; private set; } = true;

    public int Writes { get; private set; }

    public int BytesWritten { get; private set; }

    /// <summary>Lines that have left at the top.</summary>
    public List<string> Scrolled { get; } = [];

    /// <summary>The screen without the blanks at the ends of its lines, and without the empty lines at its end.</summary>
    public string Text => string.Join('\n', Enumerable.Range(0, rows).Select(Line)).TrimEnd('\n');

    public string Line(int row) => string.Concat(Enumerable.Range(0, columns).Select(column => _cells[(row * columns) + column].Text)).TrimEnd();

    /// <summary>What a cell shows; empty for the second half of a wide character.</summary>
    public string Character(int column, int row) => _cells[(row * columns) + column].Text;

    /// <summary>The graphic rendition of a cell, such as "0;1;31"; empty for the terminal's own.</summary>
    public string Style(int column, int row) => _cells[(row * columns) + column].Style;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Writes++;
        BytesWritten += bytes.Length;
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        for (var at = 0; at < text.Length;)
        {
            at += text[at] switch
            {
                '\r' => Move(0, CursorRow),
                '\n' => LineFeed(),
                '\e' => Sequence(text.AsSpan(at)),
                _ => Print(text.AsSpan(at)),
            };
        }
    }

    int Move(int column, int row)
    {
        CursorColumn = Math.Clamp(column, 0, columns - 1);
        CursorRow = Math.Clamp(row, 0, rows - 1);
        return 1;
    }

    int LineFeed()
    {
        if (CursorRow == rows - 1)
        {
            Scrolled.Add(Line(0));
            _cells.AsSpan(columns).CopyTo(_cells);
            Erase((rows - 1) * columns, rows * columns);
        }
        else
        {
            CursorRow++;
        }

        return 1;
    }

    int Print(ReadOnlySpan<char> text)
    {
        var length = Graphemes.NextLength(text);
        // A cluster ends where a control character begins, so one that holds any is one.
        Assert.False(text[..length].ContainsAnyInRange('\0', '\x1F') || text[..length].ContainsAnyInRange('\x7F', '\x9F'), "a control character was written");
        var width = CellWidth.Narrow.OfCluster(text[..length]);
        Assert.True(width > 0, $"nothing to show for U+{(int)text[0]:X4}");
        if (CursorColumn + width > columns)
        {
            CursorColumn = 0;
            LineFeed();
        }

        BlankHalves(CursorColumn, width);
        _cells[(CursorRow * columns) + CursorColumn] = new Cell(text[..length].ToString(), _style);
        if (width == 2)
        {
            _cells[(CursorRow * columns) + CursorColumn + 1] = new Cell("", _style);
        }

        CursorColumn += width;
        return length;
    }

    // As terminals do: half a wide character is not shown.
    void BlankHalves(int column, int width)
    {
        var line = _cells.AsSpan(CursorRow * columns, columns);
        if (line[column].Text.Length == 0)
        {
            line[column - 1] = line[column - 1] with { Text = " " };
        }

        if (column + width < columns && line[column + width].Text.Length == 0)
        {
            line[column + width] = line[column + width] with { Text = " " };
        }
    }

    int Sequence(ReadOnlySpan<char> text)
    {
        switch (text[1])
        {
            case '7':
                _saved = (CursorColumn, CursorRow);
                return 2;
            case '8':
                (CursorColumn, CursorRow) = _saved;
                return 2;
            default:
                Assert.True(text.Length > 2 && text[1] == '[', "an unknown sequence was written");
                break;
        }

        var end = 2;
        while (text[end] is < '@' or > '~')
        {
            end++;
        }

        var parameters = text[2..end].ToString();
        var numbers = parameters.Split(';').Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        var here = (CursorRow * columns) + CursorColumn;
        switch (text[end])
        {
            case 'A':
                Move(CursorColumn, CursorRow - Math.Max(1, numbers[0]));
                break;
            case 'B':
                Move(CursorColumn, CursorRow + Math.Max(1, numbers[0]));
                break;
            case 'C':
                Move(CursorColumn + Math.Max(1, numbers[0]), CursorRow);
                break;
            case 'H':
                Move(numbers.ElementAtOrDefault(1) - 1, numbers[0] - 1);
                break;
            case 'K':
                Erase(here, (CursorRow + 1) * columns);
                break;
            case 'J':
                Erase(numbers[0] == 2 ? 0 : here, rows * columns);
                break;
            case 'm':
                _style = parameters is "" or "0" ? "" : parameters;
                break;
            case 'h' or 'l' when parameters == "?25":
                CursorShown = text[end] == 'h';
                break;
            case 'h' or 'l' when parameters == "?2026":
                break;
            default:
                Assert.Fail($"an unknown sequence was written: CSI {parameters} {text[end]}");
                break;
        }

        return end + 1;
    }

    void Erase(int from, int to) => _cells.AsSpan(from..to).Fill(new Cell(" ", ""));

    readonly record struct Cell(string Text, string Style);
}
