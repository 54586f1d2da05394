using System.Collections.Immutable;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;
using SmtpInspector.Tui.Searching;

namespace SmtpInspector.Tui.Transcript;

/// <summary>The items of a conversation for a list, as far as they are not filtered out.</summary>
/// <param name="conversation">The conversation.</param>
/// <param name="shown">The numbers of the items that are shown; null for all.</param>
/// <param name="folds">What was folded or unfolded by hand: true for open.</param>
/// <param name="look">How everything is drawn.</param>
/// <param name="keepSecrets">Whether credentials are shown.</param>
/// <param name="memo">Rows made before.</param>
sealed class TranscriptRows(
    Conversation conversation, Log<int>? shown, ImmutableDictionary<int, bool> folds, Look look, bool keepSecrets, RowMemo memo) : IListItems
{
    static readonly List<LessonNote> NoNotes = [];

    // The selection has a colour of its own, which is laid over this.
    static readonly Style OnSelection = new(Attributes: TextAttributes.Underline);

    /// <summary>What is marked where it is found; null for nothing.</summary>
    public Search? Search { get; init; }

    /// <summary>Numbers of items by the letters they were marked with.</summary>
    public ImmutableDictionary<string, int> Marks { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Notes in the margin, by the entries they stand beside.</summary>
    public IReadOnlyList<LessonNote> Notes { get; init; } = [];

    public int Count => shown?.Count ?? conversation.Count;

    /// <summary>The item at a place of the list.</summary>
    public TranscriptItem this[int index] => conversation[shown is null ? index : shown[index]];

    /// <summary>The place of an item in the list, or of the one before it where it is filtered out.</summary>
    public int PlaceOf(int number)
    {
        if (shown is null)
        {
            return number;
        }

        return Math.Max(0, FirstFrom(shown, number + 1) - 1);
    }

    /// <summary>The place in an ascending list of the first number that is not below another one; how many there are where all are.</summary>
    public static int FirstFrom(Log<int> numbers, int number)
    {
        var (low, high) = (0, numbers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = numbers[middle] < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether an item stands open: by hand, or of itself while it is the newest of its kind and short.</summary>
    public bool IsOpen(TranscriptItem item) => folds.TryGetValue(item.Number, out var open) ? open : item.Kind switch
    {
        ItemKind.Content => item.Entry is null || item.Lines.Count <= ItemRows.ShortContent,
        ItemKind.Reply => item.Entry is null || (item.Number == NewestReply && item.Lines.Count <= ItemRows.ShortContent && !ItemRows.IsLong(item)),
        ItemKind.Command => !ItemRows.IsLong(item),
        _ => true,
    };

    int NewestReply
    {
        get
        {
            var number = conversation.Facts.Count - 1;
            while (number > 0 && conversation.Facts[number].Kind != ItemKind.Reply && number > conversation.Facts.Count - 8)
            {
                number--;
            }

            return number;
        }
    }

    public int Height(int index, int width)
    {
        var item = this[index];
        var open = IsOpen(item);
        return QuickCount(item, open) ?? Rows(item, open, width).Count;
    }

    public void Draw(int index, Canvas canvas, bool selected)
    {
        var item = this[index];
        var open = IsOpen(item);
        var visible = canvas.Visible;
        if (QuickCount(item, open) is not null)
        {
            var making = new ItemRows(look, canvas.Width - ItemRows.MarkWidth, keepSecrets);
            for (var row = visible.Y; row < visible.Bottom; row++)
            {
                Draw(canvas, row, making.OfContent(item, row), selected);
            }

            DrawMark(canvas, item);
            return;
        }

        var rows = Rows(item, open, canvas.Width);
        for (var row = visible.Y; row < visible.Bottom && row < rows.Count; row++)
        {
            Draw(canvas, row, rows[row], selected);
        }

        DrawMark(canvas, item);
    }

    void DrawMark(Canvas canvas, TranscriptItem item)
    {
        foreach (var (letter, number) in Marks)
        {
            if (number == item.Number)
            {
                canvas.Write(1, 0, Safe.FromText(letter, look.Form), look.Theme.Accent.With(TextAttributes.Reverse));
            }
        }
    }

    int? QuickCount(TranscriptItem item, bool open) => NotesOf(item).Count > 0 ? null : ItemRows.QuickCount(item, open);

    IReadOnlyList<ItemRow> Rows(TranscriptItem item, bool open, int width)
    {
        var notes = NotesOf(item);
        return memo.Of(item, open, width, look, notes.Count, () =>
        {
            var making = new ItemRows(look, width - ItemRows.MarkWidth, keepSecrets);
            return notes.Count == 0 ? making.Of(item, open) : making.Of(item, open, notes);
        });
    }

    List<LessonNote> NotesOf(TranscriptItem item)
    {
        List<LessonNote>? notes = null;
        for (var i = 0; i < Notes.Count; i++)
        {
            if (item.Entry is { } entry && ReferenceEquals(Notes[i].Entry, entry))
            {
                (notes ??= []).Add(Notes[i]);
            }
        }

        return notes ?? NoNotes;
    }

    void Draw(Canvas canvas, int row, ItemRow content, bool selected)
    {
        var text = canvas.Part(new Rect(0, row, Math.Max(0, canvas.Width - ItemRows.MarkWidth), 1));
        if (content.IsRule)
        {
            DrawRule(text, content.Text);
        }
        else
        {
            text.Write(0, 0, content.Text);
        }

        if (Search is { Text.Length: > 0 } search)
        {
            MarkMatches(text, content.Text.ToString(), search, selected ? OnSelection : look.Theme.Match);
        }

        if (content.Mark is { } mark)
        {
            canvas.Write(canvas.Width - ItemRows.MarkWidth + 1, row, mark);
        }
    }

    static void MarkMatches(Canvas canvas, string text, Search search, Style style)
    {
        for (var at = text.IndexOf(search.Text, search.Comparison); at >= 0; at = text.IndexOf(search.Text, at + search.Text.Length, search.Comparison))
        {
            var column = canvas.CellWidth.Of(text.AsSpan(0, at));
            canvas.Overlay(new Rect(column, 0, canvas.CellWidth.Of(text.AsSpan(at, search.Text.Length)), 1), style);
        }
    }

    void DrawRule(Canvas canvas, StyledLine text)
    {
        var width = text.Width(canvas.CellWidth);
        var style = text.Count > 0 ? text[0].Style : default;
        var start = Math.Max(2, (canvas.Width - width - 2) / 2);
        canvas.Write(2, 0, string.Concat(Enumerable.Repeat(look.Glyphs.Rule, Math.Max(0, start - 2))), style);
        var end = canvas.Write(start + 1, 0, text);
        canvas.Write(end + 1, 0, string.Concat(Enumerable.Repeat(look.Glyphs.Rule, Math.Max(0, canvas.Width - end - 2))), style);
    }
}
