using SmtpInspector.Terminal.Input;
using SmtpInspector.Tui.Comparing;
using SmtpInspector.Tui.Exporting;

namespace SmtpInspector.Tui.Actions;

/// <summary>Comparing two conversations.</summary>
static class ComparisonActions
{
    const string Group = "Comparison";

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        new("compare", "Compare with another conversation", Group, Contexts.Conversation, [Binding.Of(Contexts.Panes, "c")], Saving.Compare) { Words = "diff differences side" },
        new("comparison-next", "To the next difference", Group, Contexts.Comparison, [Binding.Of(Contexts.Comparison, "n")], model => ComparisonUpdate.Next(model, 1)) { Hint = "next difference" },
        new("comparison-previous", "To the difference before", Group, Contexts.Comparison, [Binding.Of(Contexts.Comparison, "N")], model => ComparisonUpdate.Next(model, -1)),
        new("comparison-only", "Only what differs, or everything", Group, Contexts.Comparison, [Binding.Of(Contexts.Comparison, "d")], Only) { Hint = "only differences" },
        new("comparison-down", "Down", Group, Contexts.Comparison, [Binding.Of(Contexts.Comparison, "j")], model => Press(model, Key.Down)),
        new("comparison-up", "Up", Group, Contexts.Comparison, [Binding.Of(Contexts.Comparison, "k")], model => Press(model, Key.Up)),
        new("comparison-first", "To the top", Group, Contexts.Comparison, [Binding.Of(Contexts.Comparison, "g")], model => Press(model, Key.Home)),
        new("comparison-last", "To the end", Group, Contexts.Comparison, [Binding.Of(Contexts.Comparison, "G")], model => Press(model, Key.End)),
        new("comparison-back", "Back to the conversation", Group, Contexts.Comparison, [Binding.Of(Contexts.Comparison, "Esc"), Binding.Of(Contexts.Comparison, "q")], static model => model.Back()) { Hint = "back" },
    ];

    static Step Only(Model model)
    {
        var page = (ComparisonPage)model.Page;
        return model with { Page = page with { OnlyDifferences = !page.OnlyDifferences, List = Terminal.Views.ListView.Start } };
    }

    static Step Press(Model model, Key key) => ComparisonUpdate.Handle(model, (ComparisonPage)model.Page, new KeyEvent(key));
}
