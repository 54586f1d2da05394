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
        Overlay.Commands commands => Choose(model, commands, commands.Palette.Handle(key)),
        Overlay.Chooser chooser => Choose(model, chooser, chooser.Palette.Handle(key)),
        _ => model,
    };

    /// <summary>Takes a click or the wheel.</summary>
    public static Step Handle(Model model, Overlay overlay, MouseEvent mouse) => overlay switch
    {
        Overlay.Dialog dialog => Answer(model, dialog, dialog.Form.Handle(mouse, FormLayout.Of(dialog.Form, model.Area, model.Look.Width))),
        Overlay.Commands commands => Choose(model, commands, commands.Palette.Handle(mouse, model.Area)),
        Overlay.Chooser chooser => Choose(model, chooser, chooser.Palette.Handle(mouse, model.Area)),
        _ => model,
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

    static Step Choose(Model model, Overlay.Commands commands, PaletteOutcome outcome) => outcome switch
    {
        { Chosen: { } chosen } => Commands.Run(model with { Overlay = null }, chosen.Id),
        { Palette: { } palette } => model with { Overlay = commands with { Palette = palette } },
        _ => model with { Overlay = null },
    };

    static Step Choose(Model model, Overlay.Chooser chooser, PaletteOutcome outcome) => outcome switch
    {
        { Chosen: { } chosen } => chooser.Chosen(model with { Overlay = null }, chosen.Id),
        { Palette: { } palette } => model with { Overlay = chooser with { Palette = palette } },
        _ => model with { Overlay = null },
    };
}
