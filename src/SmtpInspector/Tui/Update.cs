using SmtpInspector.Terminal.Input;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Comparing;
using SmtpInspector.Tui.Files;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Playing;
using SmtpInspector.Tui.Preferences;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui;

/// <summary>What each message makes of the model. Pure: what is to be done outside comes out as effects.</summary>
static class Update
{
    /// <summary>The next model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="msg">What happened.</param>
    /// <param name="now">Time since the start.</param>
    public static Step Of(Model model, Msg msg, TimeSpan now)
    {
        var current = model with { Now = now, Toasts = model.Toasts.At(now) };
        return Of(current, msg).Then(static next => Questions.Show(next));
    }

    static Step Of(Model model, Msg msg) => msg switch
    {
        Msg.Terminal(var happened) => OfTerminal(model, happened),
        Msg.Done(var change) => change(model),
        Msg.Woken => model,
        Msg.Listed listed => PathCompletion.Listed(model, listed),
        Msg.Played(var id, var turn) => PlaybackUpdate.Played(model, id, turn),
        _ => TalkUpdate.Hear(model, msg),
    };

    static Step OfTerminal(Model model, TerminalEvent happened) => happened switch
    {
        KeyEvent key => Press(model, key),
        PasteEvent paste => OfPaste(model, paste),
        MouseEvent mouse => OfMouse(model, mouse),
        ResizeEvent resize => model with { Size = resize.Size },
        TerminalReply.Color { Background: true } color => Preferring.Apply(model, model.Surroundings with { Background = color.Rgb }),
        TerminalReply.ColorScheme scheme => Preferring.Apply(model, model.Surroundings with { Background = scheme.Dark ? 0x000000 : 0xFFFFFF }),
        InputEndedEvent => new Step(model, [new Effect.Quit()]),
        _ => model,
    };

    /// <summary>What a key does, pressed or named at the bottom and clicked.</summary>
    public static Step Press(Model model, KeyEvent key)
    {
        // Into a field, a list or a dialog every letter is typed.
        if (Contexts.OnTop.HasFlag(model.Keyboard) && !key.IsText && model.Keys.Find(model.Keyboard, key) is { Do: not null } everywhere)
        {
            return Do(model, everywhere);
        }

        if (model.Overlay is { } overlay)
        {
            return OverlayUpdate.Handle(model, overlay, key);
        }

        if (model.Page is TalkPage { IsCapturing: true } capturing && TalkUpdate.HandleCaptured(model, capturing, key) is { } captured)
        {
            return captured;
        }

        if (model.Keys.Find(model.Page.Context, key) is { Do: not null } action)
        {
            return Do(model, action);
        }

        return model.Page switch
        {
            TalkPage talk => TalkUpdate.Handle(model, talk, key),
            ComparisonPage comparison => ComparisonUpdate.Handle(model, comparison, key),
            HomePage home => HomeUpdate.Handle(model, home, key),
            _ => model,
        };
    }

    static Step Do(Model model, UserAction action) =>
        action.WhyNot(model) is { } reason ? model.Say(reason, Terminal.Views.ToastKind.Warning) : action.Do!(model);

    static Step OfPaste(Model model, PasteEvent paste) => (model.Overlay, model.Page) switch
    {
        (Overlay.Dialog dialog, _) => OverlayUpdate.Handle(model, dialog, paste),
        (not null, _) => model,
        (_, TalkPage talk) => TalkUpdate.Paste(model, talk, paste),
        (_, HomePage home) => HomeUpdate.Paste(model, home, paste),
        _ => model,
    };

    static Step OfMouse(Model model, MouseEvent mouse) => (model.Overlay, model.Page) switch
    {
        _ when mouse is { Action: MouseAction.Press, Button: MouseButton.Left } && mouse.Row == model.Size.Rows - 1 && Footer.KeyAt(model, mouse.Column) is { } key => Press(model, key),
        ({ } overlay, _) => OverlayUpdate.Handle(model, overlay, mouse),
        (_, TalkPage talk) => TalkMouse.Handle(model, talk, mouse),
        (_, ComparisonPage comparison) => ComparisonUpdate.Handle(model, comparison, mouse),
        (_, HomePage home) => HomeUpdate.Handle(model, home, mouse),
        _ => model,
    };
}
