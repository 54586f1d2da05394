using SmtpInspector.Tui.Searching;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Actions;

/// <summary>Moving about between and within the panes of a conversation.</summary>
static class PaneActions
{
    const string Group = "Panes";
    const int Step5 = 5;

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        new("to-line", "To the line one types on", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "i")], ToLine)
        {
            WhyNot = model => model.Page is TalkPage { HasLine: false } ? "a record has no line to type on" : null,
            Hint = "type",
        },
        new("to-panes", "To the panes; what was typed stays", Group, Contexts.Line, [Binding.Of(Contexts.Line, "Esc")], model => Focused(model, Focus.Transcript)) { Hint = "panes" },
        new("back", "One step back: no search, out of the zoom, to the line", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "Esc")], Back),
        new("next-pane", "Next pane", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "Tab")], model => Cycle(model, 1)) { Hint = "next pane" },
        new("previous-pane", "Previous pane", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "Shift-Tab")], model => Cycle(model, -1)),
        new("open", "Fold, unfold, or show the whole of the selected entry", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "Enter")], Open) { Hint = "open" },
        new("pane-transcript", "Transcript", Group, Contexts.Conversation, Pane('1'), model => Focused(model, Focus.Transcript)),
        new("pane-detail", "Detail", Group, Contexts.Conversation, Pane('2'), model => Focused(model, Focus.Detail)),
        new("pane-bytes", "Bytes", Group, Contexts.Conversation, Pane('3'), model => Focused(model, Focus.Bytes)) { Words = "hex" },
        new("tab-next", "Next tab of the detail", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "]")], model => Tab(model, 1)) { Hint = "tabs" },
        new("tab-previous", "Previous tab of the detail", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "[")], model => Tab(model, -1)),
        new("down", "Down", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "j")], model => Key(model, Terminal.Input.Key.Down)),
        new("up", "Up", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "k")], model => Key(model, Terminal.Input.Key.Up)),
        new("page-up", "A page up in the transcript", Group, Contexts.Conversation, [Binding.Of(Contexts.Line, "PgUp")], model => TalkUpdate.Page(model, -1)),
        new("page-down", "A page down in the transcript", Group, Contexts.Conversation, [Binding.Of(Contexts.Line, "PgDn")], model => TalkUpdate.Page(model, 1)),
        new("half-up", "Half a page up", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "Ctrl-U")], model => Half(model, -1)),
        new("half-down", "Half a page down", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "Ctrl-D")], model => Half(model, 1)),
        new("first", "To the first entry", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "g")], model => TalkUpdate.MoveTranscript(model, (list, window) => list.First(window))),
        new("last", "To the last entry, and follow what comes", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "G"), Binding.Of(Contexts.Panes, "F")], model => TalkUpdate.MoveTranscript(model, (list, window) => list.Last(window))) { Words = "follow" },
        new("search", "Search; x 0d0a finds bytes", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, "/")], model => PromptUpdate.Open(model, PromptKind.Search)) { Hint = "search", Words = "find" },
        new("search-next", "To the next that was searched for", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "n")], model => PromptUpdate.Next(model, 1)) { WhyNot = WhyNotNext },
        new("search-previous", "To the one before that was searched for", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "N")], model => PromptUpdate.Next(model, -1)) { WhyNot = WhyNotNext },
        new("filter", "Show only some entries: one side, codes, findings, text", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, "f")], model => PromptUpdate.Open(model, PromptKind.Filter)) { Hint = "filter", Words = "hide only" },
        new("mark", "Mark the selected entry with a letter", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "m")], model => PromptUpdate.Open(model, PromptKind.Mark)) { Words = "bookmark" },
        new("jump", "To an entry that was marked", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "'")], model => PromptUpdate.Open(model, PromptKind.Jump)) { Words = "bookmark" },
        new("narrower", "Less room for the transcript", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "<")], model => Share(model, share => share - Step5)),
        new("wider", "More room for the transcript", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, ">"), Binding.Of(Contexts.Panes, "+")], model => Share(model, share => share + Step5)),
        new("less", "Less room for the transcript", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "-")], model => Share(model, share => share - Step5)),
        new("equalise", "The same room for transcript and detail", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "=")], model => Share(model, static _ => 50)),
        new("zoom", "This pane alone, or all of them again", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "\\")], Zoom) { Words = "maximise full" },
    ];

    static Binding[] Pane(char digit) => [Binding.Of(Contexts.Conversation, $"Alt-{digit}"), Binding.Of(Contexts.Panes, digit.ToString())];

    static TalkPage Page(Model model) => (TalkPage)model.Page;

    static string? WhyNotNext(Model model) => model.Page is TalkPage { Search: null } ? "nothing is searched for: / begins" : null;

    static Step ToLine(Model model) => model with { Page = Page(model) with { Focus = Focus.Line, Zoomed = null } };

    static Step Back(Model model) => Page(model) switch
    {
        { Search: not null } page => model with { Page = page with { Search = null, Hunt = null } },
        { Playback: not null } => Playing.PlaybackUpdate.End(model),
        { Zoomed: not null } page => model with { Page = page with { Zoomed = null, Focus = Focus.Transcript } },
        { HasLine: true } page => model with { Page = page with { Focus = Focus.Line } },
        _ when !model.Beneath.IsEmpty => model.Back(),
        _ => model,
    };

    // A pane that is not on the screen is shown alone; the bytes may be a tab.
    static Step Focused(Model model, Focus focus)
    {
        var page = Page(model);
        var layout = TalkLayout.Of(page with { Zoomed = null }, model.Size);
        return focus switch
        {
            Focus.Detail when layout.Detail.IsEmpty && page.Lesson is null => model with { Page = page with { Focus = focus, Zoomed = focus } },
            Focus.Lesson when layout.Lesson.IsEmpty && TalkLayout.Of(page with { Zoomed = null, Focus = Focus.Lesson }, model.Size).Lesson.IsEmpty =>
                model with { Page = page with { Focus = focus, Zoomed = focus } },
            Focus.Bytes when layout.Bytes.IsEmpty => model with
            {
                Page = page with
                {
                    Focus = Focus.Detail,
                    Tab = DetailPane.BytesTab(layout),
                    Zoomed = layout.Detail.IsEmpty ? Focus.Detail : null,
                    DetailView = default,
                },
            },
            _ => model with { Page = page with { Focus = focus, Zoomed = null } },
        };
    }

    /// <summary>To the lesson beside the conversation.</summary>
    public static Step ToLesson(Model model) => Focused(model, Focus.Lesson);

    static Step Cycle(Model model, int by)
    {
        var layout = TalkLayout.Of(Page(model), model.Size);
        var panes = new List<Focus>();
        if (!layout.Transcript.IsEmpty)
        {
            panes.Add(Focus.Transcript);
        }

        if (!layout.Detail.IsEmpty)
        {
            panes.Add(Focus.Detail);
        }

        if (!layout.Bytes.IsEmpty)
        {
            panes.Add(Focus.Bytes);
        }

        if (Page(model).Lesson is not null)
        {
            // On a small screen it takes turns with the detail.
            panes.Add(Focus.Lesson);
            if (layout.Detail.IsEmpty)
            {
                panes.Add(Focus.Detail);
            }
        }

        // On a screen of hardly a cell there is none.
        if (panes.Count == 0)
        {
            return model;
        }

        var at = panes.IndexOf(Page(model).Focus);
        return Focused(model, panes[(at + by + panes.Count) % panes.Count]);
    }

    static Step Open(Model model) => TalkUpdate.Open(model, Page(model));

    static Step Tab(Model model, int by)
    {
        var page = Page(model);
        var layout = TalkLayout.Of(page, model.Size);
        var count = DetailPane.Tabs(layout).Count;
        return model with { Page = page with { Tab = (DetailPane.Open(page, layout) + by + count) % count, DetailView = default } };
    }

    static Step Key(Model model, Terminal.Input.Key key) => TalkUpdate.Handle(model, Page(model), new Terminal.Input.KeyEvent(key));

    static Step Half(Model model, int by) => TalkUpdate.MoveTranscript(
        model, (list, window) => list.Move(window, by * Math.Max(1, window.Height / 2)));

    static Step Share(Model model, Func<int, int> change)
    {
        var page = Page(model);
        // How little a pane can bear is the layout's to say.
        return model with { Page = page with { Share = Math.Clamp(change(page.Share), 0, 100) } };
    }

    static Step Zoom(Model model)
    {
        var page = Page(model);
        return model with { Page = page with { Zoomed = page.Zoomed is null ? page.Focus : null } };
    }
}
