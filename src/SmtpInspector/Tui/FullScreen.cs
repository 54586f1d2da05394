using System.Reactive.Linq;
using System.Reactive.Subjects;
using SmtpInspector.Kept;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Events;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Tui.Effects;
using SmtpInspector.Tui.Live;

namespace SmtpInspector.Tui;

/// <summary>
/// The full screen: everything that happens, keys, sizes and conversations, is one stream of messages, folded into one model on one
/// thread, and drawn from it.
/// </summary>
sealed class FullScreen(IServers servers, InputHistory history, TimeProvider time)
{
    /// <summary>Runs until the user leaves.</summary>
    /// <param name="start">Makes the first model of the terminal's size.</param>
    public ExitStatus Run(Func<TerminalSize, Step> start)
    {
        using var terminal = RawTerminal.Open(TerminalFeatures.FullScreen);
        var began = time.GetTimestamp();
        var first = start(terminal.Size);
        var model = first.Model;
        var surface = new Surface(terminal, model);
        var loop = new EventLoop(() => surface.Show(model));
        using var messages = new Subject<Msg>();
        // Conversations tell from threads of their own; one at a time may call.
        var incoming = Subject.Synchronize(messages);
        using var effects = new EffectRunner(terminal, servers, history, incoming.OnNext, surface.Invalidate, loop.Stop, time);
        var keys = new Subject<TerminalEvent>();
        using var running = Observable
            .Merge(keys.Select(static happened => (Msg)new Msg.Terminal(happened)), incoming)
            .ObserveOn(new LoopScheduler(loop))
            .Scan((Step)model, (step, msg) => Update.Of(step.Model, msg, time.GetElapsedTime(began)))
            .Subscribe(step =>
            {
                model = step.Model;
                loop.Invalidate();
                foreach (var effect in step.Effects)
                {
                    effects.Run(effect);
                }
            });
        TerminalInput.Start(terminal, happened =>
        {
            Adapt(terminal, surface, loop, happened);
            keys.OnNext(happened);
        });
        loop.Post(() =>
        {
            foreach (var effect in first.Effects)
            {
                effects.Run(effect);
            }
        });
        loop.Invalidate();
        loop.Post(() => terminal.Write(TerminalQueries.AtStart));
        loop.Run();
        return ExitStatus.AsExpected;
    }

    // What concerns the terminal alone, and no model.
    static void Adapt(RawTerminal terminal, Surface surface, EventLoop loop, TerminalEvent happened)
    {
        switch (happened)
        {
            case ResumeEvent:
                loop.Post(() =>
                {
                    surface.Resume();
                    loop.Invalidate();
                });
                break;
            case TerminalReply.Mode { Number: 2026, IsUsable: true }:
                loop.Post(() => surface.CanSynchronize = true);
                break;
            case TerminalReply.Mode { Number: 2031, IsUsable: true }:
                terminal.Features |= TerminalFeatures.ColorSchemeReports;
                break;
            case TerminalReply.KeyboardFlags:
                terminal.Features |= TerminalFeatures.KittyKeyboard;
                break;
        }
    }
}
