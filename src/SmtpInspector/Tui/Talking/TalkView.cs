using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Learning;

namespace SmtpInspector.Tui.Talking;

/// <summary>Draws a conversation.</summary>
static class TalkView
{
    /// <summary>Draws the page onto the whole screen.</summary>
    public static void Draw(Canvas canvas, TalkPage page, Model model)
    {
        var layout = TalkLayout.Of(page, model.Size);
        if (!layout.Status.IsEmpty)
        {
            TalkStatus.Draw(canvas, page, model);
        }

        DrawFrames(canvas, page, model, layout);
        DrawTranscript(canvas, page, model, layout);
        DrawDetail(canvas, page, model, layout);
        if (!layout.Line.IsEmpty)
        {
            LineView.Draw(canvas, page, model, layout);
        }
    }

    static void DrawFrames(Canvas canvas, TalkPage page, Model model, TalkLayout layout)
    {
        if (layout.Frame.IsEmpty)
        {
            return;
        }

        var theme = model.Look.Theme;
        var (border, frame) = (theme.Border, layout.Frame);
        if (layout.Transcript.IsEmpty)
        {
            canvas.Frame(frame, border);
            if (!layout.Lesson.IsEmpty)
            {
                DrawLessonTitle(canvas, page, model, layout, frame.Y);
            }
            else
            {
                DrawTabs(canvas, page, model, layout, frame.Y, layout.Detail.IsEmpty ? Focus.Bytes : Focus.Detail);
            }

            return;
        }

        var focused = page.Focus == Focus.Transcript;
        canvas.Frame(frame, border);
        if (layout.IsWide)
        {
            canvas.Wall(frame, layout.Place(Border.Transcript)!.Value, StyleOf(Border.Transcript));
            Cross(canvas, layout, layout.Place(Border.Right)!.Value, StyleOf(Border.Right));
        }
        else if (layout.Place(Border.Transcript) is { } row)
        {
            canvas.Divider(frame, row, StyleOf(Border.Transcript));
        }

        // What the mouse holds is seen to be held.
        Style StyleOf(Border which) => page.Dragged == which ? theme.Accent : border;

        var title = canvas.Part(new Rect(layout.Transcript.X, frame.Y, layout.Transcript.Width, 1));
        title.Write(0, 0, " 1 Transcript ", focused ? theme.FocusedTitle : theme.Title);
        var note = TranscriptNote(page, model, layout);
        title.WriteRight(title.Width - 1, 0, $" {note} ", page.List.Follows ? theme.Faint : theme.Accent);
        if (!layout.Detail.IsEmpty)
        {
            DrawTabs(canvas, page, model, layout, layout.Detail.Y - 1, Focus.Detail);
        }

        if (!layout.Lesson.IsEmpty)
        {
            DrawLessonTitle(canvas, page, model, layout, layout.Lesson.Y - 1);
        }

        if (!layout.Bytes.IsEmpty)
        {
            var on = page.Focus == Focus.Bytes;
            canvas.Write(layout.Bytes.X, layout.Bytes.Y - 1, " 3 Bytes ", on ? theme.FocusedTitle : theme.Title);
        }
    }

    static void DrawLessonTitle(Canvas canvas, TalkPage page, Model model, TalkLayout layout, int row)
    {
        var theme = model.Look.Theme;
        var lesson = page.Lesson!.Lesson;
        var part = canvas.Part(new Rect(layout.Lesson.X, row, layout.Lesson.Width, 1));
        var end = part.WriteFitted(0, 0, part.Width - 1, Safe.FromText(FormattableString.Invariant($" 4 Lesson {lesson.Number}: {lesson.Title} "), model.Look.Form), page.Focus == Focus.Lesson ? theme.FocusedTitle : theme.Title);
        if (end + 12 < part.Width)
        {
            part.WriteRight(part.Width - 1, 0, " F3 hint ", theme.Accent);
        }
    }

    static void Cross(Canvas canvas, TalkLayout layout, int row, Style border)
    {
        // The rule between the two panes at the right, joined to the wall and to the frame.
        var right = new Rect(layout.Detail.X - 1, layout.Frame.Y, layout.Frame.Right - layout.Detail.X + 1, layout.Frame.Height);
        canvas.Divider(right, row, border);
    }

    static SafeText TranscriptNote(TalkPage page, Model model, TalkLayout layout)
    {
        var window = layout.Window(page, model.Look);
        var below = page.List.Below(window);
        var items = window.Items.Count;
        var which = page.Filter is { } filter ? $"filter {filter.Text}" : "all";
        return page.List.Follows
            ? FormattableString.Invariant($"{which} · {items} · follow").Replace("·", model.Look.Glyphs.Between, StringComparison.Ordinal)
            : FormattableString.Invariant($"{(page.Filter is null ? "" : which + ": ")}{Math.Min(items, page.List.Selected + 1)} of {items}{(below > 0 ? $", {below} below" : "")}");
    }

    static void DrawTabs(Canvas canvas, TalkPage page, Model model, TalkLayout layout, int row, Focus pane)
    {
        var theme = model.Look.Theme;
        var inside = pane == Focus.Bytes ? layout.Bytes : layout.Detail;
        var focused = page.Focus == pane;
        var column = canvas.Write(inside.X, row, pane == Focus.Bytes ? " 3 Bytes " : " 2 ", focused ? theme.FocusedTitle : theme.Title);
        if (pane == Focus.Detail)
        {
            var tabs = DetailPane.Tabs(layout);
            column = new TabStrip([.. tabs.Select(tab => Safe.FromText(tab.Name))], DetailPane.Open(page, layout)).Draw(canvas.Part(new Rect(0, 0, inside.Right, canvas.Height)), column, row, theme, focused);
            if (column + 12 < inside.Right)
            {
                canvas.WriteRight(inside.Right - 1, row, " [ ] tabs ", theme.Faint);
            }
        }
    }

    static void DrawTranscript(Canvas canvas, TalkPage page, Model model, TalkLayout layout)
    {
        if (layout.Transcript.IsEmpty)
        {
            return;
        }

        var window = layout.Window(page, model.Look);
        var part = canvas.Part(layout.Transcript);
        if (window.Items.Count == 0)
        {
            part.Write(2, 1, Safe.FromText(Nothing(page), model.Look.Form), model.Look.Theme.Faint);
            return;
        }

        page.List.Arrange(window).Draw(part, window, model.Look.Theme, page.Focus == Focus.Transcript);
    }

    static string Nothing(TalkPage page) => page switch
    {
        { IsSifting: true } => "filtering ...",
        { Filter: { } filter } => $"nothing passes the filter {filter.Text}: f changes it",
        { Stage: Stage.Opening } => "connecting ...",
        { IsReading: true } => "reading ...",
        _ => "nothing has been said yet",
    };

    static void DrawDetail(Canvas canvas, TalkPage page, Model model, TalkLayout layout)
    {
        if (!layout.Detail.IsEmpty)
        {
            var lines = DetailPane.Lines(page, model.Look, layout);
            page.DetailView.Arrange(lines.Count, layout.Detail.Height).Draw(canvas.Part(layout.Detail), lines, model.Look.Theme);
        }

        if (!layout.Lesson.IsEmpty && page.Lesson is { } lesson)
        {
            var lines = LessonLines.Of(lesson, model.Look, layout.LessonWidth);
            lesson.View.Arrange(lines.Count, layout.Lesson.Height).Draw(canvas.Part(layout.Lesson with { X = layout.Lesson.X + 1, Width = layout.Lesson.Width - 1 }), lines, model.Look.Theme);
        }

        if (!layout.Bytes.IsEmpty)
        {
            var lines = DetailPane.BytesLines(page, model.Look, layout);
            page.BytesView.Arrange(lines.Count, layout.Bytes.Height).Draw(canvas.Part(layout.Bytes), lines, model.Look.Theme);
        }
    }
}
