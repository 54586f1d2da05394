using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Actions;

/// <summary>The keys of the line one types on. The line itself does them; here they are told of, for the help and the line at the bottom.</summary>
static class LineActions
{
    const string Group = "Line";

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        Of("send", "Send the line exactly as typed, CRLF behind it", "Enter", "send") with { WhyNot = WhyNotOver },
        Of("complete", "Complete, what the server offered first", "Tab", "complete") with { WhyNot = WhyNotComplete },
        Of("history-older", "Older line that begins as this one does", "Up", "history", "Ctrl-P") with { WhyNot = WhyNotRecall },
        Of("history-newer", "Newer line", "Down", "", "Ctrl-N"),
        Of("history-search", "Search the history", "Ctrl-R", ""),
        Of("line-start", "To the beginning of the line", "Ctrl-A", "", "Home"),
        Of("line-end", "To the end of the line; takes what is offered", "Ctrl-E", "", "End"),
        Of("word-left", "A word to the left", "Alt-b", ""),
        Of("word-right", "A word to the right", "Alt-f", ""),
        Of("kill-word", "Delete the word before the cursor", "Ctrl-W", ""),
        Of("kill-start", "Delete to the beginning", "Ctrl-U", ""),
        Of("kill-end", "Delete to the end", "Ctrl-K", ""),
        Of("yank", "Put back what was deleted", "Ctrl-Y", ""),
        Of("undo", "Undo", "Ctrl-_", ""),
    ];

    // What is typed then goes nowhere.
    static string? WhyNotOver(Model model) => model.Page is TalkPage { Stage: Stage.Over } ? "the conversation is over" : null;

    // A secret neither comes from the history nor goes there.
    static string? WhyNotRecall(Model model) => model.Page is TalkPage { Line.Field.IsMasked: true } ? "a secret is asked for" : WhyNotOver(model);

    static string? WhyNotComplete(Model model) =>
        model.Page is TalkPage { State.Content: not ContentMode.None } ? "a message is written freely" : WhyNotRecall(model);

    static UserAction Of(string id, string title, string key, string hint, params string[] more) => new(
        id, title, Group, Contexts.Line, [Binding.Of(Contexts.Line, key), .. more.Select(other => Binding.Of(Contexts.Line, other))], null)
    {
        Hint = hint,
    };
}
