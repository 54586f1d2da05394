using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Actions;

namespace SmtpInspector.Tui;

/// <summary>The row of the keys: what works here and now, the most wanted first.</summary>
static class Footer
{
    /// <summary>The hints, as many as the registry has for where one is.</summary>
    public static KeyHint[] Of(Model model) =>
        [.. Actions(model).Select(action => new KeyHint(model.Keys.KeyOf(action, model.Page.Context), action.Hint))];

    /// <summary>Does what a hint that was clicked names.</summary>
    public static Step Run(Model model, int hint) => Actions(model).ElementAt(hint).Do?.Invoke(model) ?? model;

    // As many as there is room for. Those that lead to everything else keep their places to the last.
    static List<UserAction> Actions(Model model)
    {
        var actions = All(model).ToList();
        while (actions.Sum(action => Width(model, action)) > model.Size.Columns && actions.FindLastIndex(action => !Leads(action)) is >= 0 and var last)
        {
            actions.RemoveAt(last);
        }

        return actions;
    }

    static IEnumerable<UserAction> All(Model model) =>
        from action in ActionRegistry.All
        where action.Hint.Length > 0 && (action.Where & action.HintIn).HasFlag(model.Page.Context)
            && model.Keys.KeyOf(action, model.Page.Context).Length > 0 && action.WhyNot(model) is null
        select action;

    static bool Leads(UserAction action) => action.Id is "palette" or "help";

    static int Width(Model model, UserAction action) => model.Keys.KeyOf(action, model.Page.Context).Length + action.Hint.Length + 3;
}
