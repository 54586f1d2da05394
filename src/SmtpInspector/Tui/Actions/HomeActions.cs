using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Home;

namespace SmtpInspector.Tui.Actions;

/// <summary>The home screen: to it, and what one does there.</summary>
static class HomeActions
{
    const string Group = "Home";

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        new("home-open", "Open what is selected", Group, Contexts.Home, [Binding.Of(Contexts.Home, "Enter")], Open) { Hint = "open" },
        new("home-options", "Open it with options: TLS, login, faults and all others", Group, Contexts.Home, [Binding.Of(Contexts.Home, "F4")], model => HomeUpdate.Selected(model)!.Options!(model))
        {
            WhyNot = model => HomeUpdate.Selected(model)?.Options is null ? "what is selected has no options" : null,
            Hint = "options",
        },
        new("home-remove", "Take it off the list, or close the conversation", Group, Contexts.Home, [Binding.Of(Contexts.Home, "Ctrl-X")], model => HomeUpdate.Selected(model)!.Remove!(model))
        {
            WhyNot = model => HomeUpdate.Selected(model)?.Remove is null ? "what is selected always stands here" : null,
            Words = "forget delete close quit",
            Hint = "remove",
        },
        new("home-back", "Clear what was typed, then back to the conversation", Group, Contexts.Home, [Binding.Of(Contexts.Home, "Esc")], Back),
        new("home-move", "Down and up; PgUp, PgDn, Home and End as everywhere", Group, Contexts.Home, [Binding.Of(Contexts.Home, "Down"), Binding.Of(Contexts.Home, "Up"), Binding.Of(Contexts.Home, "j"), Binding.Of(Contexts.Home, "k")], null),
        new("home-find", "Find: just type; anything else is taken for a server's name", Group, Contexts.Home, [Binding.Of(Contexts.Home, "/")], null),
        new("home", "Home: other servers, practice and records; this goes on meanwhile", Group, Contexts.Conversation | Contexts.Comparison, [Binding.Of(Contexts.Conversation | Contexts.Comparison, "Alt-0"), Binding.Of(Contexts.Panes, "0")], Homes.Go)
        {
            Words = "start menu leave another new",
        },
        new("connect", "Connect to a server, with all options", Group, Contexts.Anywhere, [], model => ConnectDialog.Open(model, ConnectForm.Empty)) { Words = "new open dialog" },
    ];

    static Step Open(Model model) => HomeUpdate.Selected(model) is { } entry
        ? entry.Open(model) : model.Say("Nothing is called that, and it cannot be a server's name.", ToastKind.Warning);

    static Step Back(Model model) => model.Page switch
    {
        HomePage { Query.Text.Length: > 0 } page => model with { Page = page with { Query = TextField.Empty, Selected = null } },
        _ when !model.Beneath.IsEmpty => model.Back(),
        _ => model.Say("Ctrl-Q leaves."),
    };
}
