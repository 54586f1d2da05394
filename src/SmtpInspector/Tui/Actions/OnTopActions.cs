using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Searching;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Actions;

/// <summary>
/// The keys of what lies over a page. Dialogs, lists and fields do them themselves; here they are told of, for the help and the line
/// at the bottom.
/// </summary>
static class OnTopActions
{
    const string Dialogs = "Dialogs";
    const string Lists = "Lists";
    const string Candidates = "Candidates of a completion";
    const string History = "Search of the history";
    const string Prompts = "Search, filter and marks";

    // A button may be called by a whole sentence.
    const int LongestButton = 24;

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        Of("dialog-press", "Press the button chosen; in a field, the first button", Dialogs, Contexts.Dialog, "", "Enter") with { HintNow = Button },
        Of("dialog-next", "Next field or button; in the name of a file, complete it", Dialogs, Contexts.Dialog, "", "Tab", "Down")
            with { HintNow = static model => model.Overlay is Overlay.Dialog dialog && Files.PathCompletion.Completes(dialog) ? "complete" : "next" },
        Of("dialog-previous", "Previous field or button", Dialogs, Contexts.Dialog, "previous", "Shift-Tab", "Up"),
        Of("dialog-change", "Another choice, or the box ticked or not", Dialogs, Contexts.Dialog, "change", "Space", "Right", "Left") with
        {
            WhyNot = static model => model.Overlay is Overlay.Dialog { Form: var form } && form.Focus < form.Fields.Count && form.FocusedLine is null
                ? null : "this field is typed in",
        },
        Of("dialog-close", "Close it: nothing is done, or what does no harm", Dialogs, Contexts.Dialog, "cancel", "Esc", "Ctrl-C"),
        Of("list-choose", "Take what is selected", Lists, Contexts.List, "", "Enter") with
        {
            HintNow = static model => model.Overlay is Overlay.Chooser ? "choose" : "do it",
            WhyNot = static model => model.Overlay?.List is { CanChoose: false } ? "what is selected cannot be done now" : null,
        },
        Of("list-next", "Down; PgDn by ten", Lists, Contexts.List, "next", "Down", "Tab", "Ctrl-N"),
        Of("list-previous", "Up; PgUp by ten", Lists, Contexts.List, "previous", "Up", "Shift-Tab", "Ctrl-P"),
        Of("list-close", "Close it", Lists, Contexts.List, "close", "Esc", "Ctrl-C", "Ctrl-G"),
        Of("candidates-next", "Next candidate", Candidates, Contexts.Candidates, "next", "Tab", "Down", "Ctrl-N"),
        Of("candidates-previous", "Previous candidate", Candidates, Contexts.Candidates, "previous", "Shift-Tab", "Up", "Ctrl-P"),
        Of("candidates-take", "Go on with what stands there: in a dialog take it, in the line send it", Candidates, Contexts.Candidates, "", "Enter") with
        {
            HintNow = static model => model.Overlay is Overlay.Dialog { Menu.Selected: >= 0 } ? "take it" : model.Overlay is Overlay.Dialog ? Button(model) : "send",
        },
        Of("candidates-close", "Close the list; what was typed stands there again", Candidates, Contexts.Candidates, "as typed", "Esc"),
        Of("history-further", "Further back; letters make the search narrower", History, Contexts.History, "older", "Ctrl-R"),
        Of("history-send", "Send what was found", History, Contexts.History, "send", "Enter"),
        Of("history-keep", "Keep what was found in the line, to edit it", History, Contexts.History, "edit it", "Esc"),
        Of("history-cancel", "Back to what stood in the line", History, Contexts.History, "cancel", "Ctrl-G", "Ctrl-C"),
        Of("prompt-enter", "Search for what is typed, or show only what fits it", Prompts, Contexts.Prompt, "", "Enter") with
        {
            HintNow = static model => model.Page is TalkPage { Prompt.Kind: PromptKind.Filter } ? "show" : "search",
        },
        Of("prompt-cancel", "Close it; a search goes back to where it began", Prompts, Contexts.Prompt | Contexts.Letter, "cancel", "Esc", "Ctrl-C", "Ctrl-G"),
    ];

    static string Button(Model model) => model.Overlay is Overlay.Dialog { Form.EnterPresses: { Length: <= LongestButton } button } ? $"{char.ToLowerInvariant(button[0])}{button[1..]}" : "press";

    static UserAction Of(string id, string title, string group, Contexts where, string hint, params string[] keys) => new(
        id, title, group, where, [.. keys.Select(key => Binding.Of(where, key))], null)
    {
        Hint = hint,
    };
}
