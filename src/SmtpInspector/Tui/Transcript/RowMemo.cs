using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Transcript;

/// <summary>
/// Rows that were made before, for as many items as may be in sight a few times over. No state: without it everything is the same,
/// only slower. For the thread of the screen alone.
/// </summary>
sealed class RowMemo
{
    const int Most = 1024;

    readonly Dictionary<(int Number, bool Open, int Width, int Notes), (TranscriptItem Item, Look Look, IReadOnlyList<ItemRow> Rows)> _rows = [];

    /// <summary>The rows of an item, made by <paramref name="make"/> where they were not made yet for this very item and look.</summary>
    public IReadOnlyList<ItemRow> Of(TranscriptItem item, bool open, int width, Look look, int notes, Func<IReadOnlyList<ItemRow>> make)
    {
        var key = (item.Number, open, width, notes);
        if (_rows.TryGetValue(key, out var known) && ReferenceEquals(known.Item, item) && ReferenceEquals(known.Look, look))
        {
            return known.Rows;
        }

        if (_rows.Count >= Most)
        {
            _rows.Clear();
        }

        var rows = make();
        _rows[key] = (item, look, rows);
        return rows;
    }
}
