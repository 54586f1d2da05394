using SmtpInspector.Protocol.Comparison;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Comparing;

/// <summary>Opens a comparison, and moves about in it.</summary>
static class ComparisonUpdate
{
    const int WheelRows = 3;

    /// <summary>Compares the conversation on the screen with a transcript.</summary>
    public static Step Open(Model model, string name, TranscriptDocument other)
    {
        // By the time that the file is read, one may be elsewhere.
        if (model.Page is not TalkPage page)
        {
            return model;
        }

        return page.Conversation.IsLong || other.WireLineCount > Transcript.Conversation.MostAtOnce
            ? new Step(model, [new Effect.Run(_ =>
            {
                var compared = Compared(page, name, other);
                return Task.FromResult<Func<Model, Step>>(next => next.Open(compared));
            })])
            : model.Open(Compared(page, name, other));
    }

    static ComparisonPage Compared(TalkPage page, string name, TranscriptDocument other)
    {
        IReadOnlyList<Entry> left = [.. page.Conversation.Items.Select(item => item.Entry).OfType<Entry>()];
        return new ComparisonPage { Left = page.Name, Right = name, Comparison = ConversationComparison.Of(left, Replay.EntriesOf(other)) };
    }

    /// <summary>Takes a key that is no action.</summary>
    public static Step Handle(Model model, ComparisonPage page, KeyEvent key)
    {
        var window = ComparisonView.Window(page, model);
        return page.List.Arrange(window).Handle(window, key) is { } list ? model with { Page = page with { List = list } } : model;
    }

    /// <summary>Takes a click or the wheel.</summary>
    public static Step Handle(Model model, ComparisonPage page, MouseEvent mouse)
    {
        var window = ComparisonView.Window(page, model);
        var list = page.List.Arrange(window);
        return mouse.Action switch
        {
            MouseAction.WheelUp => model with { Page = page with { List = list.Scroll(window, -WheelRows) } },
            MouseAction.WheelDown => model with { Page = page with { List = list.Scroll(window, WheelRows) } },
            MouseAction.Press when list.ItemAt(window, mouse.Row - ComparisonView.Inside(model).Y) is { } item =>
                model with { Page = page with { List = list.Select(window, item) } },
            _ => model,
        };
    }

    /// <summary>Moves to the next row that differs, or the one before.</summary>
    public static Step Next(Model model, int by)
    {
        var page = (ComparisonPage)model.Page;
        var window = ComparisonView.Window(page, model);
        var list = page.List.Arrange(window);
        var shown = page.OnlyDifferences ? [.. page.Comparison.Rows.Where(row => row.Kind != RowKind.Same)] : page.Comparison.Rows;
        for (var at = list.Selected + by; at >= 0 && at < shown.Count; at += by)
        {
            if (shown[at].Kind != RowKind.Same)
            {
                return model with { Page = page with { List = list.Select(window, at) } };
            }
        }

        return model.Say(by > 0 ? "no difference further down" : "no difference further up");
    }
}
