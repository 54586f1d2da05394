using SmtpInspector.Tui.Exporting;
using SmtpInspector.Tui.Scripts;

namespace SmtpInspector.Tui.Actions;

/// <summary>Sending a script step by step.</summary>
static class ScriptActions
{
    const string Group = "Script";

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        new("script", "Send the client's side of a transcript, step by step", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, "S")], Saving.Script) { WhyNot = ScriptUpdate.WhyNot, Words = "run replay file" },
        new("script-step", "Send the script's next line", Group, Contexts.Conversation, [Binding.Of(Contexts.Conversation, "Alt-s")], ScriptUpdate.Next) { WhyNot = ScriptUpdate.WhyNotStep },
        new("script-run", "Send the rest of the script; once more stops", Group, Contexts.Conversation, [Binding.Of(Contexts.Conversation, "Alt-r")], ScriptUpdate.Run) { WhyNot = ScriptUpdate.WhyNotStep },
        new("script-skip", "Leave the script's next line out", Group, Contexts.Conversation, [Binding.Of(Contexts.Conversation, "Alt-x")], ScriptUpdate.Skip) { WhyNot = ScriptUpdate.WhyNotStep },
        new("script-stop", "Close the script", Group, Contexts.Conversation, [], ScriptUpdate.Stop) { WhyNot = ScriptUpdate.WhyNotStep },
    ];
}
