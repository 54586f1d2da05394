using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Preferences;

namespace SmtpInspector.Tui.Actions;

/// <summary>What can be done everywhere.</summary>
static class ProgramActions
{
    const string Group = "Program";

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        new("palette", "Everything that can be done", Group, Contexts.Anywhere, [Binding.Of(Contexts.Anywhere, "F2"), Binding.Of(Contexts.Panes, ":")], model => Commands.OpenPalette(model)) { Hint = "commands" },
        new("help", "Every key of where one is", Group, Contexts.Everywhere, [Binding.Of(Contexts.Everywhere, "F1"), Binding.Of(Contexts.Panes, "?")], model => Commands.OpenHelp(model))
        {
            WhyNot = static model => model.Overlay is Overlay.Help ? "these are the keys" : null,
            Hint = "help",
        },
        new("quit", "Leave: QUIT is sent, and every conversation is kept", Group, Contexts.Everywhere, [Binding.Of(Contexts.Everywhere, "Ctrl-Q"), Binding.Of(Contexts.Panes, "q")], static model => new Step(model, [new Effect.Quit()])) { Words = "exit", Hint = "quit", HintIn = Contexts.Home },
        new("settings", "Settings: theme, ASCII, mouse, keys", Group, Contexts.Anywhere, [Binding.Of(Contexts.Home | Contexts.Comparison, "F9")], SettingsDialog.Open)
        {
            Words = "preferences options colours colors dark light key map configure",
            Hint = "settings",
            HintIn = Contexts.Home,
        },
        new("keys", "Other keys for actions", Group, Contexts.Anywhere, [], KeysDialog.Open) { Words = "settings key map bindings" },
        new("suspend", "Suspend, as Ctrl-Z does elsewhere", Group, Contexts.Everywhere, [Binding.Of(Contexts.Everywhere, "Ctrl-Z")], static model => new Step(model, [new Effect.Suspend()])),
        new("redraw", "Draw everything anew", Group, Contexts.Everywhere, [Binding.Of(Contexts.Everywhere, "Ctrl-L")], static model => new Step(model, [new Effect.Redraw()])),
        new("mouse", "The mouse for us, or for the terminal to select text", Group, Contexts.Anywhere, [Binding.Of(Contexts.Panes, "M")], Mouse),
    ];

    static Step Mouse(Model model)
    {
        var next = model with { Mouse = !model.Mouse };
        return next.Say(next.Mouse ? "The mouse works here; Shift-drag selects text." : "The terminal selects text with the mouse.").And(new Effect.UseMouse(next.Mouse));
    }
}
