using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Editing;

/// <summary>The part of a line that fits its place, and where the cursor stands in it.</summary>
public sealed record FieldLayout(IReadOnlyList<FieldPiece> Pieces, int CursorColumn)
{
    const string Bullet = "•";
    const string AsciiBullet = "*";

    /// <summary>
    /// Lays a line out. A line that is too long is moved to the left by half its place at a time, so that it stands still while one
    /// types and always shows what is before the cursor; its cut ends are marked.
    /// </summary>
    /// <param name="field">The line.</param>
    /// <param name="columns">The cells it may take, the cursor's own among them; 1 at least.</param>
    /// <param name="width">How wide characters are.</param>
    /// <param name="form">How control characters are shown.</param>
    /// <param name="ghost">What is offered to follow the text, shown when the cursor is at its end.</param>
    public static FieldLayout Of(TextField field, int columns, CellWidth width, SafeForm form = SafeForm.Unicode, string ghost = "")
    {
        var (cells, cursorCell) = Cells(field, width, form);
        var total = cells.Count == 0 ? 0 : cells[^1].Start + cells[^1].Cells;
        var half = Math.Max(1, columns / 2);
        // The cursor needs a cell of its own behind the last character.
        var offset = total < columns ? 0 : Math.Max(0, ((cursorCell / half) - 1) * half);
        if (cursorCell - offset >= columns)
        {
            offset = cursorCell - columns + 1;
        }

        var pieces = new PieceList();
        var end = offset + columns;
        var at = offset;
        foreach (var cell in cells)
        {
            if (cell.Start + cell.Cells <= offset || cell.Start >= end)
            {
                continue;
            }

            var cutLeft = cell.Start < offset || (cell.Start == offset && offset > 0 && cell.Start != cursorCell);
            var cutRight = cell.Start + cell.Cells > end || (cell.Start + cell.Cells == end && total > end && cell.Start != cursorCell);
            if (cutLeft || cutRight)
            {
                // A wide character that is cut, or hidden by a mark, leaves as many marks as it has cells in sight.
                var visible = Math.Min(end, cell.Start + cell.Cells) - Math.Max(offset, cell.Start);
                pieces.Add(new string(cutLeft ? '<' : '>', visible), FieldPieceKind.Continuation);
                at += visible;
            }
            else
            {
                pieces.Add(cell.Text, cell.Selected ? FieldPieceKind.Selection : FieldPieceKind.Text);
                at += cell.Cells;
            }
        }

        if (ghost.Length > 0 && field.Cursor == field.Text.Length && !field.IsMasked && at < end)
        {
            var safe = Safe.FromText(ghost, form);
            pieces.Add(safe.Slice(0, width.Fit(safe.Text, end - at).Length), FieldPieceKind.Ghost);
        }

        return new FieldLayout(pieces.ToArray(), cursorCell - offset);
    }

    /// <summary>The index in the text of the character drawn at a column, for a click of the mouse.</summary>
    public static int IndexAt(TextField field, int column, int columns, CellWidth width, SafeForm form = SafeForm.Unicode)
    {
        var (cells, cursorCell) = Cells(field, width, form);
        var offset = cursorCell - Of(field, columns, width, form).CursorColumn;
        foreach (var cell in cells)
        {
            if (column + offset < cell.Start + cell.Cells)
            {
                return cell.Index;
            }
        }

        return field.Text.Length;
    }

    static (List<Cell> Cells, int CursorCell) Cells(TextField field, CellWidth width, SafeForm form)
    {
        var cells = new List<Cell>();
        var (at, index, cursorCell) = (0, 0, 0);
        while (index < field.Text.Length)
        {
            if (index == field.Cursor)
            {
                cursorCell = at;
            }

            var length = Graphemes.NextLength(field.Text.AsSpan(index));
            var text = field.IsMasked
                ? form == SafeForm.Ascii ? AsciiBullet : Bullet
                : Safe.FromText(field.Text.AsSpan(index, length), form);
            var taken = width.Of(text);
            var selected = index >= field.SelectionStart && index < field.SelectionStart + field.SelectionLength;
            cells.Add(new Cell(text, index, at, taken, selected));
            at += taken;
            index += length;
        }

        return (cells, field.Cursor == field.Text.Length ? at : cursorCell);
    }

    readonly record struct Cell(SafeText Text, int Index, int Start, int Cells, bool Selected);

    sealed class PieceList
    {
        readonly List<FieldPiece> _pieces = [];

        public void Add(SafeText text, FieldPieceKind kind)
        {
            if (_pieces.Count > 0 && _pieces[^1].Kind == kind)
            {
                _pieces[^1] = new FieldPiece(_pieces[^1].Text + text, kind);
            }
            else if (!text.IsEmpty)
            {
                _pieces.Add(new FieldPiece(text, kind));
            }
        }

        public FieldPiece[] ToArray() => [.. _pieces];
    }
}
