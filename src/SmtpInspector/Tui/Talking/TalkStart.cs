using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Tui.Live;

namespace SmtpInspector.Tui.Talking;

/// <summary>A conversation begun.</summary>
static class TalkStart
{
    /// <summary>Opens the page of a conversation with a server, on top of what is shown, and connects.</summary>
    public static Step Open(Model model, ConnectRequest request)
    {
        var id = model.NextConversation;
        var page = new TalkPage
        {
            Id = id,
            Name = request.Arguments.Typed ?? request.Target,
            Request = request,
            Conversation = Transcript.Conversation.Start(SessionState.Start(tls: false)),
            Line = Terminal.Editing.LineInput.Empty with { History = model.History },
            KeepSecrets = request.Arguments.KeepSecrets,
        };
        return new Step(model.Open(page) with { NextConversation = id + 1 }, [new Effect.Connect(id, request)]);
    }
}
