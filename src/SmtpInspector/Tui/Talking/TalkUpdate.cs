using System.Text;
using SmtpInspector.Kept;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Scripts;
using SmtpInspector.Tui.Searching;

namespace SmtpInspector.Tui.Talking;

/// <summary>What happens in a conversation, and what keys do on its screen that are no actions.</summary>
static partial class TalkUpdate
{
    /// <summary>Takes what a conversation told.</summary>
    public static Step Hear(Model model, Msg msg) => msg switch
    {
        Msg.Spoken(var id, var heard) => ScriptUpdate.Compare(Idleness.Learn(With(model, id, page => Follow(Sifting.Grown(Settled(page, model), page.Conversation.Hear(heard)))), id, heard.Entries), heard.Entries),
        Msg.Opened(var id, var header, var limit) => With(model, id, page => page with { Header = header, IdleLimit = limit ?? Idleness.Learnt(model, page) }),
        Msg.Idle(var id, var turn) => With(model, id, page => page.Turn == turn && page.Stage == Stage.Ready ? page with { IsIdle = true } : page),
        Msg.Recorded recorded => Sifting.Rest(
            With(model, recorded.Conversation, page => Sifting.Grown(Settled(page, model), recorded.Read) with { IsReading = !recorded.IsAll }), recorded.Conversation),
        Msg.Taught(var id, var turn) => With(model, id, page => page with { Lesson = page.Lesson?.After(turn, page.Conversation.NewestEntry) }),
        Msg.Waits waits => With(model, waits.Conversation, page => page with { Waiting = new Waiting(waits.Awaited, waits.Waited, waits.Limit), Stage = page.Stage == Stage.Ready ? Stage.Busy : page.Stage }),
        Msg.WaitOver(var id) => With(model, id, page => page with { Waiting = null }),
        Msg.Asked(var id, var question) => With(model, id, page => page with { Question = question }),
        Msg.Ended ended => With(model, ended.Conversation, page => End(page, ended)),
        Msg.Ready(var id) => Ready(model, id),
        _ => model,
    };

    /// <summary>The model with the page of a conversation changed, wherever that page is.</summary>
    public static Model With(Model model, int id, Func<TalkPage, TalkPage> change) =>
        model.WithPages(page => page is TalkPage talk && talk.Id == id ? change(talk) : page);

    // Whoever reads stays at the rows in sight, also where these became fewer since the place was chosen.
    static TalkPage Settled(TalkPage page, Model model) => page.List.Follows ? page
        : page with { List = page.List.Arrange(TalkLayout.Of(page, model.Size).Window(page, model.Look)) };

    // The field follows the conversation: masked where the next line is, or may become, a credential. What was typed in the meantime
    // stays where it begins as a command does; anything else may be the credential, and is dropped.
    static TalkPage Follow(TalkPage page)
    {
        var (masked, text) = (!page.KeepSecrets && (page.State.AwaitsAuthAnswer || AnswersAhead(page)), page.Line.Field.Text);
        return masked == page.Line.Field.IsMasked ? page : page with
        {
            Line = masked ? page.Line.AskForSecret() with { Field = TextField.Of(text, masked: true) }
                : IsCommand(text) ? page.Line.Cleared().WithText(text) : page.Line.Cleared(),
        };
    }

    // Whether what is typed now may answer a challenge that has not come yet.
    static bool AnswersAhead(TalkPage page) => page.Lesson is null
        && (page.State.NextToAnswer?.Verb == Verb.Auth || page.Queue.Any(static line => line.IsSecret || Verbs.Of(line.Octets.Span) == Verb.Auth));

    static bool IsCommand(string text) => Verbs.Of(Encoding.UTF8.GetBytes(text)) != Verb.Unknown;

    static TalkPage End(TalkPage page, Msg.Ended ended) => page with
    {
        Stage = Stage.Over,
        Waiting = null,
        Question = null,
        Queue = [],
        EndMessage = ended.Message,
        Line = page.Line.Field.IsMasked ? page.Line.Cleared() : page.Line,
    };

    static Step Ready(Model model, int id)
    {
        var next = With(model, id, page => page with { Stage = Stage.Ready, Waiting = null, Turn = page.Turn + 1, IsIdle = false });
        return Find(next, id) switch
        {
            { Queue.Count: > 0 } page => SendNext(next, page),
            { } page => ScriptUpdate.Ready(next).Then(ready => Idleness.Watch(ready, page)),
            null => next,
        };
    }

    /// <summary>The page of a conversation, wherever it is; null where it was closed.</summary>
    public static TalkPage? Find(Model model, int id) => Pages(model).FirstOrDefault(page => page.Id == id);

    static IEnumerable<TalkPage> Pages(Model model) => new[] { model.Page }.Concat(model.Beneath).OfType<TalkPage>();

    static Step SendNext(Model model, TalkPage page)
    {
        // An answer that was typed ahead, and that the server does not wait for: as a command it would be read by everybody.
        if (page.Queue[0].IsSecret && !page.State.AwaitsAuthAnswer)
        {
            var left = page with { Queue = page.Queue.RemoveAt(0) };
            var told = With(model, page.Id, _ => left).Say("An answer to AUTH was not sent: the server does not wait for one.", ToastKind.Warning);
            return left.Queue.IsEmpty ? told : told.Then(after => SendNext(after, left));
        }

        // Where groups may go out together, the conversation takes as many as it likes of those that wait.
        var count = page.Request?.Arguments.Pipeline == true ? Math.Max(1, page.Queue.TakeWhile(static line => !line.IsSecret).Count()) : 1;
        IReadOnlyList<Outgoing> lines = [.. page.Queue.Take(count)];
        var rest = page.Queue.RemoveRange(0, count);
        var next = With(model, page.Id, old => old with { Queue = rest, Stage = Stage.Busy, IsIdle = false });
        return new Step(next, [new Effect.Send(page.Id, lines, rest.Count)]);
    }

    /// <summary>Sends something, or has it wait for the reply to what was sent before.</summary>
    public static Step Enqueue(Model model, TalkPage page, params IEnumerable<Outgoing> lines)
    {
        var waiting = page with { Queue = page.Queue.AddRange(lines) };
        var next = model with { Page = waiting };
        return waiting.Stage == Stage.Ready && waiting.Queue.Count > 0 ? SendNext(next, waiting) : next;
    }

    /// <summary>A key that is no action: it belongs to the line, or to the pane that has the keyboard.</summary>
    public static Step Handle(Model model, TalkPage page, KeyEvent key) =>
        page.Focus == Focus.Line ? Take(model, page, Completing(page).Handle(key)) : HandleInPane(model, page, key);

    /// <summary>A key while a list of candidates or a search is open in the line; null where it is meant for the page.</summary>
    public static Step? HandleCaptured(Model model, TalkPage page, KeyEvent key)
    {
        if (page.Prompt is { } prompt)
        {
            return PromptUpdate.Handle(model, page, prompt, key);
        }

        var outcome = Completing(page).Handle(key);
        return outcome.Action is LineAction.Edited or LineAction.Accepted ? Take(model, page, outcome) : default(Step?);
    }

    /// <summary>A paste: one line into the field, of several it is asked what to do.</summary>
    public static Step Paste(Model model, TalkPage page, PasteEvent paste)
    {
        if (page.Prompt is { } prompt)
        {
            return PromptUpdate.Paste(model, page, prompt, paste);
        }

        if (!page.HasLine)
        {
            return model;
        }

        var next = page with { Focus = Focus.Line };
        return Take(model with { Page = next }, next, Completing(page).Handle(paste));
    }

    static Step Take(Model model, TalkPage page, LineOutcome outcome)
    {
        var next = page with { Line = outcome.Input };
        var changed = model with { Page = next };
        return outcome.Action switch
        {
            LineAction.Accepted => Accept(changed, next, page.Line.History, outcome.Text),
            LineAction.PastedLines => Pasting.Ask(changed, next, outcome.Text),
            LineAction.EndOfInput => changed.Say("Ctrl-Q leaves. Ctrl-D is no end here: QUIT is a command like any other."),
            _ => changed,
        };
    }

    // What can be typed depends on what was said last.
    static LineInput Completing(TalkPage page) => page.Line with { Completer = Completer(page.State) };

    static Func<string, int, CompletionSet>? Completer(SessionState state) =>
        state.Content != ContentMode.None || state.AwaitsAuthAnswer ? null : (text, cursor) => TypingHints.Complete(text[..cursor], state);

    static Step Accept(Model model, TalkPage page, History before, string text)
    {
        if (page.Stage == Stage.Over)
        {
            // What was typed is not lost: it stands in the line again.
            return (model with { Page = page with { Line = page.Line.WithText(text) } }).Say("The conversation is over: F5 connects again, F6 repeats what was said.", ToastKind.Warning);
        }

        var isSecret = (page.State.AwaitsAuthAnswer && page.Queue.IsEmpty) || (AnswersAhead(page) && !IsCommand(text));
        var line = isSecret && page.EncodesAnswers && text != "*" ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text;
        // Whoever sends a line wants to see what comes of it, wherever they were reading.
        var (kept, remember) = Remember(page with { List = ListView.Following }, before, text);
        var step = Enqueue(model with { Page = kept, History = kept.Line.History }, kept, new Outgoing(Encoding.UTF8.GetBytes(line), IsSecret: isSecret));
        step = step with { Model = With(step.Model, page.Id, Follow) };
        return remember is null ? step : step.And(new Effect.Remember(remember));
    }

    // What was entered may be a credential, or the content of a message: neither is kept.
    static (TalkPage Page, string? Line) Remember(TalkPage page, History before, string text)
    {
        var line = AnswersAhead(page) ? null : InputHistory.Keepable(text, page.State, page.Request?.Secrets ?? new KnownSecrets());
        return (page with { Line = page.Line with { History = line is null ? before : before.Add(line) } }, line);
    }
}
