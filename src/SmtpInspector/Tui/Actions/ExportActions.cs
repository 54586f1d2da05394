using SmtpInspector.Tui.Exporting;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Actions;

/// <summary>What leaves the screen: the clipboard, files.</summary>
static class ExportActions
{
    const string Group = "Save and copy";

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        new("save", "Save the conversation", Group, Contexts.Conversation, [Binding.Of(Contexts.Conversation, "Ctrl-S")], Saving.Save) { Words = "write export transcript markdown json eml" },
        new("open-file", "Open a transcript", Group, Contexts.Anywhere, [Binding.Of(Contexts.Anywhere, "Ctrl-O")], Saving.Open) { Words = "load file record" },
        new("copy", "Copy the selected entry: text, octets, hex, decoded, message", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, "y")], Copying.Entry) { WhyNot = Copying.WhyNot, Hint = "copy", Words = "clipboard yank" },
        new("copy-all", "Copy the whole conversation as Markdown", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, "Y")], Copying.Whole)
        {
            WhyNot = model => model.Page is TalkPage { Conversation.Items.Count: 0 } ? "nothing has been said yet" : null,
            Words = "clipboard ticket",
        },
    ];
}
