using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Talking;

/// <remarks>Here: moving about in the panes.</remarks>
static partial class TalkUpdate
{
    static Step HandleInPane(Model model, TalkPage page, KeyEvent key)
    {
        var layout = TalkLayout.Of(page, model.Size);
        switch (page.Focus)
        {
            case Focus.Detail when !layout.Detail.IsEmpty:
                var lines = DetailPane.Lines(page, model.Look, layout);
                return page.DetailView.Handle(lines.Count, layout.Detail.Height, key) is { } detail
                    ? model with { Page = page with { DetailView = detail } } : model;
            case Focus.Lesson when !layout.Lesson.IsEmpty && page.Lesson is { } lesson:
                var text = Learning.LessonLines.Of(lesson, model.Look, layout.LessonWidth);
                return lesson.View.Arrange(text.Count, layout.Lesson.Height).Handle(text.Count, layout.Lesson.Height, key) is { } place
                    ? model with { Page = page with { Lesson = lesson with { View = place } } } : model;
            case Focus.Bytes when !layout.Bytes.IsEmpty:
                var bytes = DetailPane.BytesLines(page, model.Look, layout);
                return page.BytesView.Handle(bytes.Count, layout.Bytes.Height, key) is { } view
                    ? model with { Page = page with { BytesView = view } } : model;
            default:
                var window = layout.Window(page, model.Look);
                return page.List.Arrange(window).Handle(window, key) is { } list ? model with { Page = Move(page, list) } : model;
        }
    }

    /// <summary>Another place in the transcript: what is said about another item begins at its beginning.</summary>
    public static TalkPage Move(TalkPage page, ListView list) => list.Selected == page.List.Selected
        ? page with { List = list } : page with { List = list, DetailView = default, BytesView = default };

    /// <summary>Turns a page while the keyboard is on the line: of an exhibit that a lesson asks about, otherwise of the transcript.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pages">How many, towards the end.</param>
    public static Step Page(Model model, int pages)
    {
        if (model.Page is not TalkPage { Lesson: { Run.Step.Exhibit: not null } lesson } page || TalkLayout.Of(page, model.Size) is not { Lesson.IsEmpty: false } layout)
        {
            return MoveTranscript(model, (list, window) => list.Page(window, pages));
        }

        var text = Learning.LessonLines.Of(lesson, model.Look, layout.LessonWidth);
        var key = new KeyEvent(pages < 0 ? Key.PageUp : Key.PageDown);
        return lesson.View.Arrange(text.Count, layout.Lesson.Height).Handle(text.Count, layout.Lesson.Height, key) is { } view
            ? model with { Page = page with { Lesson = lesson with { View = view } } } : model;
    }

    /// <summary>Moves in the transcript, wherever the keyboard is.</summary>
    public static Step MoveTranscript(Model model, Func<ListView, ListWindow, ListView> move)
    {
        if (model.Page is not TalkPage page)
        {
            return model;
        }

        var window = TalkLayout.Of(page, model.Size).Window(page, model.Look);
        return model with { Page = Move(page, move(page.List.Arrange(window), window)) };
    }

    /// <summary>Folds or unfolds an item; a single line has nothing to fold, and its detail is shown instead.</summary>
    public static Step Open(Model model, TalkPage page)
    {
        var rows = page.Rows(model.Look);
        if (rows.Count == 0)
        {
            return model;
        }

        var layout = TalkLayout.Of(page, model.Size);
        var item = page.Selected(model.Look)!;
        if (ItemRows.Foldable(item) > 0 && page.Focus == Focus.Transcript && page.Zoomed is null && !layout.Detail.IsEmpty)
        {
            var folded = page with { Folds = page.Folds.SetItem(item.Number, !rows.IsOpen(item)), List = page.List.Unfollow() };
            var window = layout.Window(folded, model.Look);
            return model with { Page = folded with { List = folded.List.Arrange(window).Select(window, page.List.Follows ? rows.Count - 1 : page.List.Selected) } };
        }

        // The whole of what there is to say, over everything; Esc goes back.
        return model with
        {
            Page = page.Zoomed is null
                ? page with { Zoomed = Focus.Detail, Focus = Focus.Detail } : page with { Zoomed = null, Focus = Focus.Transcript },
        };
    }
}
