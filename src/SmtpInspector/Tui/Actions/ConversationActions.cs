using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Playing;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tui.Actions;

/// <summary>What one can do with a conversation as a whole.</summary>
static class ConversationActions
{
    const string Group = "Conversation";

    /// <summary>The actions.</summary>
    public static IReadOnlyList<UserAction> All { get; } =
    [
        new("interrupt", "Stop waiting, or clear the line", Group, Contexts.Conversation, [Binding.Of(Contexts.Conversation, "Ctrl-C")], Interrupt),
        new("encode-answers", "Answers to AUTH: have them put in base64, or type base64 by hand", Group, Contexts.Conversation, [Binding.Of(Contexts.Line, "Ctrl-T")], EncodeAnswers)
        {
            WhyNot = model => Page(model) is { State.AwaitsAuthAnswer: true } ? null : "no challenge waits for an answer",
            Words = "auth login plain base64",
        },
        new("send-without-waiting", "Send the line, and do not wait for its reply", Group, Contexts.Line, [Binding.Of(Contexts.Line, "F7")], SendWithoutWaiting)
        {
            WhyNot = model => Page(model) is { Stage: Stage.Over } ? "the conversation is over" : Page(model)?.State.AwaitsAuthAnswer == true ? "the server waits for an answer" : null,
            Words = "pipeline early",
        },
        new("send-bytes", "Send exact bytes, line ending included", Group, Contexts.Conversation, [Binding.Of(Contexts.Conversation, "F8")], model => ExactSending.Open(model, Page(model)!))
        {
            WhyNot = model => Page(model) switch
            {
                { HasLine: false } => "it is a record: there is no server to send to",
                { Stage: Stage.Over } => "the conversation is over",
                _ => null,
            },
            Words = "hex raw bare lf nul",
        },
        new("resend", "Send the selected line and what followed again", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "r")], model => Resending.From(model, Page(model)!)) { WhyNot = Resending.WhyNot, Words = "replay repeat" },
        new("resend-edited", "Edit the selected line, to send it again", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "R")], model => Resending.Edit(model, Page(model)!)) { WhyNot = Resending.WhyNot },
        new("resend-one", "One step: send the selected line again and go on; in a record, play the next entry", Group, Contexts.Panes, [Binding.Of(Contexts.Panes, "Space")], StepOn)
        {
            WhyNot = model => Page(model) is { Stage: Stage.Record or Stage.Over } ? PlaybackUpdate.WhyNot(model) : Resending.WhyNot(model),
            Words = "step playback",
        },
        new("reconnect", "Connect again", Group, Contexts.Conversation, [Binding.Of(Contexts.Conversation, "F5")], Reconnect)
        {
            WhyNot = WhyNotReconnect,
            Hint = "connect again",
            Words = "retry new",
        },
        new("reconnect-with", "Connect again with other options", Group, Contexts.Conversation, [Binding.Of(Contexts.Conversation, "Alt-o"), Binding.Of(Contexts.Panes, "o")], ReconnectWith)
        {
            WhyNot = WhyNotReconnect,
            Hint = "options",
            Words = "tls login certificate dialog change",
        },
        new("repeat", "Connect again and repeat what was said", Group, Contexts.Conversation, [Binding.Of(Contexts.Conversation, "F6")], Repeat)
        {
            WhyNot = WhyNotReconnect,
            Hint = "repeat",
            Words = "resend retry lost",
        },
    ];

    static TalkPage? Page(Model model) => model.Page as TalkPage;

    static Step Interrupt(Model model) => Page(model) switch
    {
        { Waiting: not null } page => new Step(
            model with { Page = page with { Queue = [] } }, [new Effect.StopWaiting(page.Id)]),
        { Queue.IsEmpty: false } page => (model with { Page = page with { Queue = [] } }).Say("What waited to be sent was dropped."),
        { Line.Field: { Text.Length: > 0 } field } page => model with
        {
            Page = page with { Line = field.IsMasked ? page.Line.AskForSecret() : page.Line.Cleared() },
        },
        _ => model.Say("Ctrl-Q leaves; QUIT is sent first, and the conversation is kept."),
    };

    // Whoever waits for a reply stops: the point is to be early.
    static Step SendWithoutWaiting(Model model)
    {
        var page = Page(model)!;
        var line = new Live.Outgoing(System.Text.Encoding.UTF8.GetBytes(page.Line.Field.Text), LineMode.Manner.WithoutWaiting);
        var emptied = page with { Line = page.Line.Cleared() };
        var step = TalkUpdate.Enqueue(model with { Page = emptied }, emptied, line);
        return page.Waiting is null ? step : step.And(new Effect.StopWaiting(page.Id));
    }

    static Step StepOn(Model model) => Page(model) is { Stage: Stage.Record or Stage.Over } ? PlaybackUpdate.Forward(model) : Resending.One(model, Page(model)!).Then(static next =>
        TalkUpdate.MoveTranscript(next, static (list, window) => list.Move(window, 1)));

    static Step EncodeAnswers(Model model) => model with { Page = Page(model)! with { EncodesAnswers = !Page(model)!.EncodesAnswers } };

    static string? WhyNotReconnect(Model model) => Page(model) switch
    {
        null => "this is no conversation",
        { Lesson: not null } => "a lesson begins its own conversations",
        { Request: null } => "it is a record: there is no server to connect to",
        { Stage: Stage.Over } => null,
        _ => "the conversation goes on; QUIT ends it",
    };

    static Step ReconnectWith(Model model) => ConnectDialog.Open(model, ConnectForm.Of(Page(model)!.Request!));

    static Step Reconnect(Model model) => Begin(model, Page(model)!, []);

    // A credential is never repeated, nor the end of a message: the server may have taken it the first time.
    static Step Repeat(Model model)
    {
        var page = Page(model)!;
        var repeated = Repetition.Of(page.Conversation);
        var step = Begin(model, page, repeated.Lines);
        return repeated.StopsAt is { } reason ? step.Then(next => next.Say(reason, ToastKind.Info)) : step;
    }

    static Step Begin(Model model, TalkPage page, IReadOnlyList<Live.Outgoing> lines)
    {
        var id = model.NextConversation;
        var next = new TalkPage
        {
            Id = id,
            Name = page.Name,
            Request = page.Request,
            Conversation = Transcript.Conversation.Start(SessionState.Start(tls: false)),
            Line = page.Line,
            Tab = page.Tab,
            Share = page.Share,
            UpperShare = page.UpperShare,
            KeepSecrets = page.KeepSecrets,
            Queue = [.. lines],
        };
        return new Step(model with { Page = next, NextConversation = id + 1 }, [new Effect.Connect(id, page.Request!)]);
    }
}
