using System.Runtime.CompilerServices;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>
/// Which octets stand in which row, when each line begins a row of its own. The lines are gone through once, for they may be made on
/// demand; of a message of a million lines only the rows before every sixty-fourth are remembered, the rest is counted when it is asked for.
/// </summary>
sealed class ByteRows
{
    const int Step = 64;

    static readonly ConditionalWeakTable<Log<ShownLine>, ByteRows> Known = [];

    // The octets of each line; the complement for a piece, which has no end.
    readonly int[] _lengths;
    readonly Dictionary<int, int[]> _rowsBefore = [];

    ByteRows(Log<ShownLine> lines)
    {
        _lengths = new int[lines.Count];
        var number = 0;
        foreach (var line in lines)
        {
            var length = line.Wire.Bytes.Length;
            Octets += length;
            HasPieces |= !line.Wire.IsComplete && number < lines.Count - 1;
            _lengths[number++] = line.Wire.IsComplete ? length : ~length;
        }
    }

    /// <summary>The rows of some lines, counted once.</summary>
    public static ByteRows Of(Log<ShownLine> lines) => Known.GetValue(lines, static counted => new ByteRows(counted));

    /// <summary>How many octets there are.</summary>
    public long Octets { get; }

    /// <summary>Whether some of what is listed are pieces of a line.</summary>
    public bool HasPieces { get; }

    /// <summary>How many rows there are with so many octets in a row at the most.</summary>
    public int Count(int perRow) => RowsBefore(perRow)[^1];

    /// <summary>The line a row belongs to, and the first of its octets that stands in it.</summary>
    public (int Line, int Start) At(int row, int perRow)
    {
        var before = RowsBefore(perRow);
        var found = Array.BinarySearch(before, row);
        var step = found < 0 ? ~found - 1 : found;
        var line = step * Step;
        var rest = row - before[step];
        while (rest >= RowsOf(line, perRow))
        {
            rest -= RowsOf(line, perRow);
            line++;
        }

        return (line, rest * perRow);
    }

    /// <summary>The first of the pieces that a line is made of.</summary>
    /// <param name="line">Which line, counted by line feeds from 0.</param>
    public int PieceOf(int line)
    {
        if (!HasPieces)
        {
            return line;
        }

        var piece = 0;
        for (; line > 0 && piece < _lengths.Length; piece++)
        {
            line -= _lengths[piece] >= 0 ? 1 : 0;
        }

        return piece;
    }

    int RowsOf(int line, int perRow) => ((_lengths[line] >= 0 ? _lengths[line] : ~_lengths[line]) + perRow - 1) / perRow;

    // Rows before every so many lines, and all of them at the end.
    int[] RowsBefore(int perRow)
    {
        if (!_rowsBefore.TryGetValue(perRow, out var before))
        {
            before = new int[((_lengths.Length + Step - 1) / Step) + 1];
            var rows = 0;
            for (var i = 0; i < _lengths.Length; i++)
            {
                rows += RowsOf(i, perRow);
                before[(i / Step) + 1] = rows;
            }

            _rowsBefore[perRow] = before;
        }

        return before;
    }
}
