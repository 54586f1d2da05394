using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Scripts;

/// <summary>Sends a script step by step: the next line, all of it, past a line, no further.</summary>
static class ScriptUpdate
{
    /// <summary>Why no script can be sent; null where one can.</summary>
    public static string? WhyNot(Model model) => model.Page switch
    {
        TalkPage { Stage: Stage.Record } => "it is a record: there is no server to send to",
        TalkPage { Stage: Stage.Over } => "the conversation is over: F5 connects again",
        TalkPage { Lesson: not null } => "in a lesson you type yourself",
        _ => null,
    };

    /// <summary>Why there is no step to take; null where there is.</summary>
    public static string? WhyNotStep(Model model) => WhyNot(model) ?? (model.Page is TalkPage { Script.Line: not null } ? null : "no script is open, or all of it was sent: S opens one");

    /// <summary>Has a script ready; nothing is sent before a step is asked for.</summary>
    public static Step Open(Model model, string name, TranscriptDocument document)
    {
        if (model.Page is not TalkPage page || WhyNot(model) is not null)
        {
            return model;
        }

        var lines = ScriptLine.Of(document);
        return (model with { Page = page with { Script = Script.Of(name, lines) } })
            .Say(Safe.FromText(FormattableString.Invariant($"{name}: {lines.Count} lines. Alt-s sends the next, Alt-r all, Alt-x skips one.")));
    }

    /// <summary>Sends the next line.</summary>
    public static Step Next(Model model)
    {
        var page = (TalkPage)model.Page;
        var script = page.Script!;
        var line = script.Line!;
        var advanced = page with { Script = script with { Next = script.Next + 1, Awaited = script.Awaited.AddRange(line.Expected) } };
        if (line.LeavesOut is { } secret)
        {
            // A transcript does not keep it: the user types it, and the script goes on from there.
            var waiting = advanced with { Script = advanced.Script! with { IsRunning = false }, Focus = Focus.Line };
            return (model with { Page = waiting }).Say(Safe.FromText($"The script leaves out {{secret:{secret}}}: type the line, then go on."), ToastKind.Warning);
        }

        return TalkUpdate.Enqueue(model with { Page = advanced }, advanced, line.Line);
    }

    /// <summary>Sends everything, each line when the reply to the one before is there; once more stops that.</summary>
    public static Step Run(Model model)
    {
        var page = (TalkPage)model.Page;
        var runs = !page.Script!.IsRunning;
        var next = model with { Page = page with { Script = page.Script with { IsRunning = runs } } };
        return runs && page.Stage == Stage.Ready && page.Queue.IsEmpty ? Next(next) : next;
    }

    /// <summary>Leaves a line out.</summary>
    public static Step Skip(Model model)
    {
        var page = (TalkPage)model.Page;
        return model with { Page = page with { Script = page.Script! with { Next = page.Script.Next + 1 } } };
    }

    /// <summary>Closes the script; the conversation goes on.</summary>
    public static Step Stop(Model model) => model with { Page = (TalkPage)model.Page with { Script = null } };

    /// <summary>The conversation takes a line: a running script has one.</summary>
    public static Step Ready(Model model) =>
        model.Page is TalkPage { Script: { IsRunning: true, Line: not null }, Stage: Stage.Ready, Queue.IsEmpty: true } ? Next(model) : model;

    /// <summary>Compares a reply with the one that is written; one that differs stops a running script.</summary>
    public static Step Compare(Model model, IReadOnlyList<Entry> entries)
    {
        var step = (Step)model;
        foreach (var entry in entries)
        {
            if (entry is Entry.Reply { To: not null } reply && step.Model.Page is TalkPage { Script: { Awaited: [var expected, ..] } script } page)
            {
                var rest = script with { Awaited = script.Awaited.RemoveAt(0) };
                step = expected == reply.Value.Code
                    ? step with { Model = step.Model with { Page = page with { Script = rest } } }
                    : step.Then(next => (next with { Page = page with { Script = rest with { IsRunning = false } } })
                        .Say(FormattableString.Invariant($"expected {expected?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no code"}, got {reply.Value.Code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no code"}"), ToastKind.Warning));
            }
        }

        return step;
    }
}
