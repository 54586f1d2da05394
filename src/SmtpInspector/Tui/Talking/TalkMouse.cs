using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tui.Talking;

/// <summary>The mouse on a conversation's screen: what lies under it is what is meant.</summary>
static class TalkMouse
{
    const int WheelRows = 3;

    /// <summary>Takes a click, a drag or the wheel.</summary>
    public static Step Handle(Model model, TalkPage page, MouseEvent mouse)
    {
        var layout = TalkLayout.Of(page, model.Size);
        if (page.Line.Menu is { } menu)
        {
            if (LineView.Candidates(page, model, layout, menu) is var candidates && candidates.Box.Contains(mouse.Column, mouse.Row))
            {
                return OnCandidates(model, page, candidates, menu, mouse);
            }

            // A click elsewhere closes the list; what it put into the line stays.
            page = mouse.Action == MouseAction.Press ? page with { Line = page.Line.WithMenu(null) } : page;
            model = model with { Page = page };
        }

        return mouse switch
        {
            { Action: MouseAction.WheelUp } => Wheel(model, page, layout, mouse, -WheelRows),
            { Action: MouseAction.WheelDown } => Wheel(model, page, layout, mouse, WheelRows),
            { Action: MouseAction.Press, Button: MouseButton.Left } => Press(model, page with { Dragged = null }, layout, mouse),
            { Action: MouseAction.Drag } when page.Dragged is { } border =>
                model with { Page = TalkLayout.Drag(page, model.Size, border, mouse.Column, mouse.Row) },
            { Action: MouseAction.Release } => model with { Page = page with { Dragged = null } },
            _ => model,
        };
    }

    static Step OnCandidates(Model model, TalkPage page, CompletionLayout layout, CompletionMenu menu, MouseEvent mouse) => mouse switch
    {
        { Action: MouseAction.WheelUp } => model with { Page = page with { Line = page.Line.WithMenu(layout.Scroll(menu, -WheelRows)) } },
        { Action: MouseAction.WheelDown } => model with { Page = page with { Line = page.Line.WithMenu(layout.Scroll(menu, WheelRows)) } },
        { Action: MouseAction.Press, Button: MouseButton.Left } when layout.At(mouse.Column, mouse.Row) is { } index =>
            model with { Page = page with { Line = page.Line.Pick(index), Focus = Focus.Line } },
        _ => model,
    };

    static Step Wheel(Model model, TalkPage page, TalkLayout layout, MouseEvent mouse, int rows)
    {
        switch (layout.At(mouse.Column, mouse.Row))
        {
            case Focus.Detail:
                var count = DetailPane.Lines(page, model.Look, layout).Count;
                return model with { Page = page with { DetailView = page.DetailView.Scroll(count, layout.Detail.Height, rows) } };
            case Focus.Lesson when page.Lesson is { } lesson:
                var text = Learning.LessonLines.Of(lesson, model.Look, layout.LessonWidth).Count;
                return model with { Page = page with { Lesson = lesson with { View = lesson.View.Arrange(text, layout.Lesson.Height).Scroll(text, layout.Lesson.Height, rows) } } };
            case Focus.Bytes:
                var bytes = DetailPane.BytesLines(page, model.Look, layout).Count;
                return model with { Page = page with { BytesView = page.BytesView.Scroll(bytes, layout.Bytes.Height, rows) } };
            default:
                return TalkUpdate.MoveTranscript(model, (list, window) => list.Scroll(window, rows));
        }
    }

    static Step Press(Model model, TalkPage page, TalkLayout layout, MouseEvent mouse)
    {
        if (!layout.Detail.IsEmpty && mouse.Row == layout.Detail.Y - 1 && mouse.Column >= layout.Detail.X)
        {
            var tabs = new TabStrip([.. DetailPane.Tabs(layout).Select(tab => (Terminal.Text.SafeText)tab.Name)]);
            if (tabs.At(mouse.Column - layout.Detail.X - 3, model.Look.Width) is { } tab)
            {
                return model with { Page = page with { Tab = tab, DetailView = default } };
            }
        }

        if (layout.BorderAt(mouse.Column, mouse.Row) is { } border)
        {
            return model with { Page = page with { Dragged = border } };
        }

        return layout.At(mouse.Column, mouse.Row) switch
        {
            Focus.Transcript => Select(model, page, layout, mouse),
            { } focus => model with { Page = page with { Focus = focus } },
            null => model,
        };
    }

    static Step Select(Model model, TalkPage page, TalkLayout layout, MouseEvent mouse)
    {
        var window = layout.Window(page, model.Look);
        var list = page.List.Arrange(window);
        if (list.ItemAt(window, mouse.Row - layout.Transcript.Y) is not { } item)
        {
            return model with { Page = page with { Focus = Focus.Transcript } };
        }

        // A second click on what is selected does what Enter does.
        var again = item == list.Selected && page.Focus == Focus.Transcript;
        var next = TalkUpdate.Move(page with { Focus = Focus.Transcript }, list.Select(window, item));
        return again ? TalkUpdate.Open(model with { Page = next }, next) : model with { Page = next };
    }
}
