using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Searching;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui;

/// <summary>The row of the keys: what works here and now, in what is on top, the most wanted first.</summary>
static class Footer
{
    static readonly UserAction[] Hinted = [.. ActionRegistry.All.Where(static action => action.Hint.Length > 0 || action.HintNow is not null)];

    /// <summary>The hints, as many as there is room for.</summary>
    public static KeyHint[] Of(Model model) => [.. Shown(model).Select(static shown => shown.Hint)];

    /// <summary>The key of the hint at a column; null where there is none.</summary>
    public static KeyEvent? KeyAt(Model model, int column)
    {
        var shown = Shown(model);
        KeyHint[] hints = [.. shown.Select(static one => one.Hint)];
        return StatusLine.HintAt(column, hints, model.Look.Width, Start(model, hints)) is { } hint ? model.Keys.KeyFor(shown[hint].Action, model.Keyboard) : null;
    }

    /// <summary>Draws it; what is asked for at the bottom stands in the same row.</summary>
    public static void Draw(Canvas row, Model model)
    {
        var hints = Of(model);
        var start = Start(model, hints);
        StatusLine.DrawHints(row, 0, hints, model.Look.Theme, start);
        if (Asked(model) is { } page)
        {
            PromptView.Draw(row.Part(new Rect(0, 0, start - 1, 1)), page, page.Prompt!, model);
        }
    }

    static TalkPage? Asked(Model model) => model is { Overlay: null, Page: TalkPage { Prompt: not null } page } ? page : null;

    static int Start(Model model, KeyHint[] hints) => Asked(model) is null ? 1 : model.Size.Columns + 1 - StatusLine.WidthOf(hints, model.Look.Width);

    // Those that lead to everything else keep their places to the last.
    static List<(UserAction Action, KeyHint Hint)> Shown(Model model)
    {
        var where = model.Keyboard;
        var room = model.Size.Columns - (Asked(model) is null ? 0 : PromptView.Least);
        var shown = new List<(UserAction Action, KeyHint Hint)>();
        foreach (var action in Hinted)
        {
            if ((action.Where & action.HintIn).HasFlag(where) && model.Keys.KeyFor(action, where) is { } key
                && (action.HintNow?.Invoke(model) ?? action.Hint) is { Length: > 0 } hint && action.WhyNot(model) is null)
            {
                shown.Add((action, new KeyHint(key.ToString(), hint)));
            }
        }

        while (shown.Sum(one => one.Hint.Key.Length + one.Hint.Text.Length + 3) > room && shown.FindLastIndex(static one => !Leads(one.Action)) is >= 0 and var last)
        {
            shown.RemoveAt(last);
        }

        return shown;
    }

    static bool Leads(UserAction action) => action.Id is "palette" or "help";
}
