using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tui.Talking;

/// <summary>Where the parts of a conversation's screen are. Drawing and the mouse go by the same.</summary>
/// <param name="Status">The row that tells the state.</param>
/// <param name="Frame">The frame around the panes; empty on a small screen.</param>
/// <param name="Transcript">The inside of the transcript, its scroll bar included; empty where it is zoomed away.</param>
/// <param name="Detail">The inside of the detail pane; empty where there is none.</param>
/// <param name="Bytes">The inside of the pane of the bytes; empty where they are a tab.</param>
/// <param name="Lesson">The inside of the lesson's pane; empty where there is none, or where it takes turns with the detail.</param>
/// <param name="Line">The row one types on; empty for a record.</param>
/// <param name="Hints">The rows under it.</param>
/// <param name="Footer">The row of the keys.</param>
/// <param name="IsWide">Whether the panes stand side by side.</param>
readonly record struct TalkLayout(Rect Status, Rect Frame, Rect Transcript, Rect Detail, Rect Bytes, Rect Lesson, Rect Line, Rect Hints, Rect Footer, bool IsWide)
{
    const int WideFrom = 120;
    const int MostRowsOfWhy = 3;

    /// <summary>The smallest screen on which anything is drawn.</summary>
    public static TerminalSize Least { get; } = new(40, 8);

    /// <summary>The smallest screen that is divided into panes.</summary>
    public static TerminalSize LeastForPanes { get; } = new(80, 20);

    /// <summary>The smallest screen with a status row and frames.</summary>
    public static TerminalSize LeastForFrames { get; } = new(60, 15);

    /// <summary>Whether a screen is too small for anything.</summary>
    public static bool IsTooSmall(TerminalSize size) => size.Columns < Least.Columns || size.Rows < Least.Rows;

    /// <summary>Lays a page out.</summary>
    public static TalkLayout Of(TalkPage page, TerminalSize size)
    {
        var framed = size.Columns >= LeastForFrames.Columns && size.Rows >= LeastForFrames.Rows;
        // Why a conversation ended is said in whole.
        var hints = !page.HasLine ? 0 : page.EndMessage is { } why && framed ? Math.Clamp((why.Length / (size.Columns - 10)) + 1, 1, MostRowsOfWhy) + 1 : size.Rows >= 30 ? 2 : 1;
        var line = page.HasLine ? 1 : 0;
        var rows = Split.Rows(
            new Rect(0, 0, size.Columns, size.Rows),
            Track.Fixed(framed ? 1 : 0), Track.Share(), Track.Fixed(line), Track.Fixed(hints), Track.Fixed(1));
        var layout = new TalkLayout { Status = rows[0], Line = rows[2], Hints = rows[3], Footer = rows[4] };
        var body = rows[1];
        if (!framed)
        {
            return page.Zoomed is null or Focus.Transcript ? layout with { Transcript = body } : layout.Whole(page.Zoomed.Value, body);
        }

        var panes = size.Columns >= LeastForPanes.Columns && size.Rows >= LeastForPanes.Rows;
        var inside = body.Inset(1, 1);
        layout = layout with { Frame = body };
        return page.Zoomed is { } zoomed ? layout.Whole(zoomed, inside)
            : !panes && page.Lesson is null ? layout with { Transcript = inside }
            : size.Columns >= WideFrom ? layout.SideBySide(page, inside)
            : layout.Stacked(page, inside);
    }

    /// <summary>What a place of the screen belongs to; null for none of the panes.</summary>
    public Focus? At(int column, int row) =>
        Transcript.Contains(column, row) ? Focus.Transcript
        : Detail.Contains(column, row) ? Focus.Detail
        : Bytes.Contains(column, row) ? Focus.Bytes
        : Lesson.Contains(column, row) ? Focus.Lesson
        : Line.Contains(column, row) ? Focus.Line
        : null;

    /// <summary>The columns of the lesson's text: one is left free at its left, one is the scroll bar's.</summary>
    public int LessonWidth => Math.Max(1, Lesson.Width - 2);

    /// <summary>The border at a place of the screen; null for none.</summary>
    public Border? BorderAt(int column, int row) =>
        !Frame.Inset(1, 1).Contains(column, row) ? null
        : Place(Border.Transcript) is { } place && (IsWide ? column : row) == place ? Border.Transcript
        : IsWide && column >= Detail.X && row == Place(Border.Right) ? Border.Right
        : null;

    /// <summary>The column of a wall, or the row of a rule; null where there is none.</summary>
    public int? Place(Border border) => this switch
    {
        { Transcript.IsEmpty: true } or { Detail.IsEmpty: true, Lesson.IsEmpty: true } => null,
        { IsWide: true } => border == Border.Transcript ? Detail.X - 1 : (Lesson.IsEmpty ? Bytes : Detail).Y - 1,
        _ => border == Border.Transcript ? (Detail.IsEmpty ? Lesson : Detail).Y - 1 : null,
    };

    /// <summary>The page with a border as near to a place of the screen as the panes can bear.</summary>
    public static TalkPage Drag(TalkPage page, TerminalSize size, Border border, int column, int row)
    {
        var before = Of(page, size);
        if (before.Place(border) is null)
        {
            return page;
        }

        var wanted = border == Border.Transcript && before.IsWide ? column : row;
        return Enumerable.Range(0, 101)
            .Select(share => border == Border.Transcript ? page with { Share = share } : page with { UpperShare = share })
            .MinBy(moved => Math.Abs(Of(moved, size).Place(border)!.Value - wanted))!;
    }

    /// <summary>The window of the transcript's list: its last column is the scroll bar's.</summary>
    public ListWindow Window(TalkPage page, Look look) => new(page.Rows(look), Math.Max(1, Transcript.Width - 1), Transcript.Height);

    TalkLayout Whole(Focus pane, Rect inside) => pane switch
    {
        Focus.Detail => this with { Detail = inside },
        Focus.Bytes => this with { Bytes = inside },
        Focus.Lesson => this with { Lesson = inside },
        _ => this with { Transcript = inside },
    };

    // A rule of one row stands between them.
    TalkLayout Stacked(TalkPage page, Rect inside)
    {
        var rows = Split.Rows(inside, new Track(3, page.Share), Track.Fixed(1), new Track(3, 100 - page.Share));
        return page is { Lesson: not null, Focus: not Focus.Detail }
            ? this with { Transcript = rows[0], Lesson = rows[2] } : this with { Transcript = rows[0], Detail = rows[2] };
    }

    // A wall of one column stands between them.
    TalkLayout SideBySide(TalkPage page, Rect inside)
    {
        var columns = Split.Columns(inside, new Track(40, page.Share), Track.Fixed(1), new Track(30, 100 - page.Share));
        if (page.Lesson is not null)
        {
            var beside = Split.Rows(columns[2], new Track(8, page.UpperShare), Track.Fixed(1), new Track(5, 100 - page.UpperShare));
            return this with { Transcript = columns[0], Lesson = beside[0], Detail = beside[2], IsWide = true };
        }

        var right = Split.Rows(columns[2], new Track(5, page.UpperShare), Track.Fixed(1), new Track(4, 100 - page.UpperShare));
        return this with { Transcript = columns[0], Detail = right[0], Bytes = right[2], IsWide = true };
    }
}
