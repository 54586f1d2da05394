using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Actions;

namespace SmtpInspector.Tui.Overlays;

/// <summary>The palette of everything, and the help for where one is: both are made of the registry.</summary>
static class Commands
{
    /// <summary>Everything that can be done here, each with its key, or with why it cannot be done now.</summary>
    public static Model OpenPalette(Model model) => model with
    {
        Overlay = new Overlay.Commands(Palette.Open(
            "Everything: type to find, Enter to do",
            Entries(model, ActionRegistry.All.Where(action => action.Do is not null), model.Page.Context))),
    };

    /// <summary>Every key of where one is.</summary>
    public static Model OpenHelp(Model model) => model with
    {
        Overlay = new Overlay.Help(
            Palette.Open(
                "Keys here: type to find, Enter to do",
                Entries(model, ActionRegistry.All.Where(action => model.Keys.KeyFor(action, model.Keyboard) is not null), model.Keyboard)),
            model.Keyboard,
            model.Overlay),
    };

    /// <summary>Does what was chosen.</summary>
    public static Step Run(Model model, string id) =>
        ActionRegistry.All.FirstOrDefault(action => action.Id == id) is { Do: { } run } action && action.WhyNot(model) is null ? run(model) : model;

    /// <summary>Presses the key of what was chosen.</summary>
    public static Step Press(Model model, string id, Contexts where) =>
        ActionRegistry.All.FirstOrDefault(action => action.Id == id) is { } action && model.Keys.KeyFor(action, where) is { } key ? Update.Press(model, key) : model;

    // What can be done now stands before what cannot.
    static PaletteEntry[] Entries(Model model, IEnumerable<UserAction> actions, Contexts where) =>
        [.. actions.Select(action => Entry(model, action, where)).OrderBy(entry => entry.Unavailable is not null)];

    static PaletteEntry Entry(Model model, UserAction action, Contexts where)
    {
        var here = action.Where.HasFlag(where);
        var reason = action.Do is null && !Contexts.OnTop.HasFlag(where) ? null : here ? action.WhyNot(model) : $"not {WhereNot(where)}";
        return new PaletteEntry(action.Id, action.Title, model.Keys.KeyOf(action, where), reason, $"{action.Group} {action.Words}");
    }

    static string WhereNot(Contexts where) => where switch
    {
        Contexts.Home => "on the home screen",
        Contexts.Comparison => "in a comparison",
        Contexts.Line => "while typing",
        _ => "in the panes",
    };
}
