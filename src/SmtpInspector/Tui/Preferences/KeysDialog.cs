using SmtpInspector.Config;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Overlays;

namespace SmtpInspector.Tui.Preferences;

/// <summary>Other keys for actions: first which, then which keys.</summary>
static class KeysDialog
{
    const string Field = "keys";
    const string NoKey = "none";
    const int Keep = 0;
    const int AsUsual = 1;

    /// <summary>Offers the actions.</summary>
    public static Step Open(Model model) => model with
    {
        Overlay = new Overlay.Chooser(
            Palette.Open("Whose keys? Type to find, Enter to choose", [.. ActionRegistry.All.Where(action => action.Do is not null).Select(action => new PaletteEntry(action.Id, action.Title, Names(model, action), Keywords: $"{action.Id} {action.Words}"))]),
            static (next, id) => Open(next, ActionRegistry.All.First(action => action.Id == id))),
    };

    static Step Open(Model model, UserAction action) => model with
    {
        Overlay = new Overlay.Dialog(
            new Form
            {
                Title = "Keys of an action",
                Text = [StyledLine.Of(Safe.FromText(action.Title, model.Look.Form))],
                Fields = [new FormField.TextLine(Field, "Keys", TextField.Of(Names(model, action)), "as Ctrl-X, Alt-1, F5, PgUp or x; several with a space, or none", Validate: Wrong)],
                Buttons = ["Keep", "As usual", "Cancel"],
            },
            (next, form, button) => Answered(next, action, form, button)),
    };

    static Step Answered(Model model, UserAction action, Form form, int? button)
    {
        if (button is not (Keep or AsUsual))
        {
            return model;
        }

        var keys = new Dictionary<string, IReadOnlyList<KeyEvent>>(model.Settings.Keys);
        var typed = button == Keep ? Parse(form.TextOf(Field)) : null;
        keys.Remove(action.Id);
        if (typed is not null)
        {
            keys[action.Id] = typed;
        }

        var written = typed is null ? null : typed.Count == 0 ? NoKey : string.Join(' ', typed);
        return Preferring.Apply(model, model.Settings with { Keys = keys })
            .And(Preferring.Keep([KeyValuePair.Create(SettingRow.KeyPrefix + action.Id, written)]))
            .Then(next => Taken(next, action, typed ?? []) is { } other ? next.Say(other, ToastKind.Warning) : next);
    }

    // Whoever had one of the keys before has it no more.
    static SafeText? Taken(Model model, UserAction action, IReadOnlyList<KeyEvent> keys)
    {
        foreach (var other in ActionRegistry.All)
        {
            if (other != action && !model.Settings.Keys.ContainsKey(other.Id)
                && other.Bindings.FirstOrDefault(binding => (binding.Where & action.Where) != 0 && keys.Contains(binding.Key)) is { Key: { } key })
            {
                return Safe.FromText($"{key} did something else there: {other.Title}.", model.Look.Form);
            }
        }

        return null;
    }

    static string Names(Model model, UserAction action) => model.Settings.Keys.TryGetValue(action.Id, out var set)
        ? set.Count == 0 ? NoKey : string.Join(' ', set)
        : string.Join(' ', action.Bindings.Select(binding => binding.Key).Distinct());

    static string? Wrong(string text) => Parse(text) is null
        ? "One of these is no key. Write Ctrl-X, Alt-1, F5, PgUp or x, with spaces between, or none." : null;

    static List<KeyEvent>? Parse(string text)
    {
        var keys = new List<KeyEvent>();
        foreach (var name in text.Trim().Equals(NoKey, StringComparison.OrdinalIgnoreCase) ? [] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!KeyName.TryParse(name, out var key))
            {
                return null;
            }

            keys.Add(key);
        }

        return keys;
    }
}
