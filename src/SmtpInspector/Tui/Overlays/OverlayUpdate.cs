using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Files;

namespace SmtpInspector.Tui.Overlays;

/// <summary>What keys and the mouse do while something lies over the page.</summary>
static class OverlayUpdate
{
    /// <summary>Takes a key.</summary>
    public static Step Handle(Model model, Overlay overlay, KeyEvent key) => overlay switch
    {
        Overlay.Dialog dialog => PathCompletion.Handle(model, dialog, key) ?? Answer(model, dialog, dialog.Form.Handle(key)),
        _ => Choose(model, overlay, overlay.List!.Handle(key)),
    };

    /// <summary>Takes a click or the wheel.</summary>
    public static Step Handle(Model model, Overlay overlay, MouseEvent mouse) => overlay switch
    {
        Overlay.Dialog dialog when PathCompletion.Handle(model, dialog, mouse) is { } completed => completed,
        // A list of candidates stays open while the mouse only moves or is let go of.
        Overlay.Dialog when mouse is not { Action: MouseAction.Press, Button: MouseButton.Left } => model,
        Overlay.Dialog dialog => Answer(model, dialog, dialog.Form.Handle(mouse, FormLayout.Of(dialog.Form, model.OverlayArea, model.Look.Width))),
        _ => Choose(model, overlay, overlay.List!.Handle(mouse, model.OverlayArea)),
    };

    /// <summary>Takes a paste.</summary>
    public static Step Handle(Model model, Overlay.Dialog dialog, PasteEvent paste) => Answer(model, dialog, new FormOutcome(dialog.Form.Handle(paste)));

    static Step Answer(Model model, Overlay.Dialog dialog, FormOutcome outcome)
    {
        if (outcome.Form is not { } form)
        {
            return dialog.Answered(model with { Overlay = null }, dialog.Form, null);
        }

        if (outcome.Button is { } button)
        {
            return dialog.Answered(model with { Overlay = null }, form, button);
        }

        return Show(model, dialog, form, menu: null);
    }

    /// <summary>Has another text in the field that has the keyboard.</summary>
    public static Step Fill(Model model, Overlay.Dialog dialog, TextField text, CompletionMenu? menu = null) =>
        Show(model, dialog, dialog.Form.With(dialog.Form.FocusedLine! with { Value = text }), menu);

    /// <summary>Goes to the next field.</summary>
    public static Step Next(Model model, Overlay.Dialog dialog) => Answer(model, dialog, dialog.Form.Handle(new KeyEvent(Key.Tab)));

    static Step Show(Model model, Overlay.Dialog dialog, Form form, CompletionMenu? menu)
    {
        var changed = dialog.Changed?.Invoke(dialog.Form, form) ?? form;
        var next = model with { Overlay = dialog with { Form = changed, Menu = menu } };
        return dialog.Preview?.Invoke(next, changed) ?? next;
    }

    static Step Choose(Model model, Overlay overlay, PaletteOutcome outcome) => (overlay, outcome) switch
    {
        (Overlay.Commands, { Chosen: { } chosen }) => Commands.Run(model with { Overlay = null }, chosen.Id),
        (Overlay.Help help, { Chosen: { } chosen }) => Commands.Press(model with { Overlay = help.Beneath }, chosen.Id, help.Of),
        (Overlay.Chooser chooser, { Chosen: { } chosen }) => chooser.Chosen(model with { Overlay = null }, chosen.Id),
        (Overlay.Commands commands, { Palette: { } palette }) => model with { Overlay = commands with { Palette = palette } },
        (Overlay.Help help, { Palette: { } palette }) => model with { Overlay = help with { Palette = palette } },
        (Overlay.Chooser chooser, { Palette: { } palette }) => model with { Overlay = chooser with { Palette = palette } },
        (Overlay.Help help, _) => model with { Overlay = help.Beneath },
        _ => model with { Overlay = null },
    };
}
