using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Overlays;

namespace SmtpInspector.Tui.Files;

/// <summary>
/// Tab in a field of a dialog that asks for a file, as in a shell and in the line one types on: as far as is certain, then a list
/// through which Tab and the arrows go. Where nothing is left to complete, Tab goes to the next field.
/// </summary>
static class PathCompletion
{
    const int WheelRows = 3;

    /// <summary>Takes a key for the completion; null where it is the dialog's.</summary>
    public static Step? Handle(Model model, Overlay.Dialog dialog, KeyEvent key)
    {
        if (dialog.Menu is { } menu)
        {
            return key switch
            {
                _ when key.Is(Key.Tab) || key.Is(Key.Down) || key.Is('n', KeyModifiers.Ctrl) => Choose(model, dialog, menu, menu.Selected + 1),
                _ when key.Is(Key.Tab, KeyModifiers.Shift) || key.Is(Key.Up) || key.Is('p', KeyModifiers.Ctrl) =>
                    Choose(model, dialog, menu, menu.Selected < 0 ? menu.Set.Candidates.Count - 1 : menu.Selected - 1),
                _ when key.Is(Key.Escape) => OverlayUpdate.Fill(model, dialog, menu.Before),
                // What was chosen stands in the field; a folder would not be opened.
                _ when key.Is(Key.Enter) && menu.Selected >= 0 => (Step)(model with { Overlay = dialog with { Menu = null } }),
                _ => (Step?)null,
            };
        }

        return key.Is(Key.Tab) && Typed(dialog) is { } typed ? new Step(model, [new Effect.ListNames(typed)]) : (Step?)null;
    }

    /// <summary>Takes a click or the wheel on the list, or a click that closes it; null where it is the dialog's.</summary>
    public static Step? Handle(Model model, Overlay.Dialog dialog, MouseEvent mouse)
    {
        if (dialog.Menu is not { } menu)
        {
            return null;
        }

        var layout = Layout(model, dialog, menu);
        return mouse switch
        {
            { Action: MouseAction.WheelUp or MouseAction.WheelDown } when layout.Box.Contains(mouse.Column, mouse.Row) =>
                model with { Overlay = dialog with { Menu = layout.Scroll(menu, mouse.Action == MouseAction.WheelUp ? -WheelRows : WheelRows) } },
            { Action: MouseAction.Press, Button: MouseButton.Left } when layout.At(mouse.Column, mouse.Row) is { } index => Pick(model, dialog, menu, index),
            // The frame and the bar are no candidates.
            { Action: MouseAction.Press } when layout.Box.Contains(mouse.Column, mouse.Row) => (Step)model,
            _ => (Step?)null,
        };
    }

    /// <summary>Where the list is.</summary>
    public static CompletionLayout Layout(Model model, Overlay.Dialog dialog, CompletionMenu menu)
    {
        var field = FormLayout.Of(dialog.Form, model.OverlayArea, model.Look.Width).Places[dialog.Form.Focus];
        return CompletionLayout.Of(model.OverlayArea, model.Look.Width, menu, field.X + menu.Set.Start, field.Y, framed: true);
    }

    // With the mouse alone one comes to a file too: a folder that was picked is listed at once.
    static Step Pick(Model model, Overlay.Dialog dialog, CompletionMenu menu, int index)
    {
        var field = With(menu, index);
        var step = OverlayUpdate.Fill(model, dialog, field);
        return menu.Set.Candidates[index].Text is [.., '/'] ? step.And(new Effect.ListNames(field.Text[..field.Cursor])) : step;
    }

    /// <summary>A folder was read. Means nothing once something else stands in the field.</summary>
    public static Step Listed(Model model, Msg.Listed listed)
    {
        if (model.Overlay is not Overlay.Dialog { Menu: null } dialog || Typed(dialog) != listed.Typed)
        {
            return model;
        }

        var (typed, names) = (listed.Typed, listed.Names);
        var start = UserPath.NameStart(typed);
        if (listed.Wrong is { } wrong)
        {
            return model.Say(Safe.FromText(wrong, model.Look.Form), ToastKind.Warning);
        }

        if (names.Count == 0 || (names.Count == 1 && names.Shared.Length == typed.Length - start))
        {
            return OverlayUpdate.Next(model, dialog);
        }

        var field = dialog.Form.FocusedLine!.Value;
        var longer = names.Shared.Length > typed.Length - start ? field.Replace(start, typed.Length - start, names.Shared) : field;
        if (names.Count == 1)
        {
            return OverlayUpdate.Fill(model, dialog, longer);
        }

        var menu = new CompletionMenu(new CompletionSet(start, [.. names.First.Select(static name => new Completion(name))]), -1, longer);
        var step = OverlayUpdate.Fill(model, dialog, longer, menu);
        return names.Count == names.First.Count
            ? step
            : step.Then(next => next.Say(FormattableString.Invariant($"{names.Count:N0} names begin so, here are {names.First.Count}: type more of it")));
    }

    // Behind the last candidate, and before the first, comes what was typed.
    static Step Choose(Model model, Overlay.Dialog dialog, CompletionMenu menu, int index)
    {
        if (index < 0 || index >= menu.Set.Candidates.Count)
        {
            return OverlayUpdate.Fill(model, dialog, menu.Before, menu with { Selected = -1, Top = null });
        }

        return OverlayUpdate.Fill(model, dialog, With(menu, index), menu with { Selected = index, Top = null });
    }

    static TextField With(CompletionMenu menu, int index) =>
        menu.Before.Replace(menu.Set.Start, menu.Before.Cursor - menu.Set.Start, menu.Set.Candidates[index].Text);

    /// <summary>Whether Tab completes a name now.</summary>
    public static bool Completes(Overlay.Dialog dialog) => dialog.Menu is null && Typed(dialog) is not null;

    // What stands before the cursor. A field that may be left empty is left by Tab.
    static string? Typed(Overlay.Dialog dialog) =>
        dialog.Form.FocusedLine is { IsPath: true } line && (line.Value.Text.Length > 0 || line.Error is not null) ? line.Value.Text[..line.Value.Cursor] : null;
}
