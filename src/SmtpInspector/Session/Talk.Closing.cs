using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Session;

sealed partial class Talk
{
    /// <summary>Ends the conversation when there is nothing more to send: with QUIT, unless that would do harm.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (!conversation.IsOpen)
        {
            return;
        }

        if (State.Content != ContentMode.None)
        {
            // Without the final dot nothing is accepted: half a message must never be.
            outcome.Fail(ExitStatus.Unexpected);
            conversation.Say(State.ClosingCode is { } code
                ? FormattableString.Invariant($"The server said {code} inside the message: nothing more is sent, and nothing is accepted without the message's end.")
                : "The input ended inside the message: closed without its end, so that nothing is accepted.");
            await conversation.CloseAsync(clean: false, cancellationToken);
            return;
        }

        if (State.AwaitsAuthAnswer)
        {
            // RFC 4954 §4: "*" cancels; QUIT would be taken for the answer.
            outcome.Fail(ExitStatus.Unexpected);
            if (!await CancelAuthAsync(cancellationToken))
            {
                return;
            }
        }

        await QuitAsync(cancellationToken);
    }

    /// <summary>Sends QUIT where it was not sent yet, awaits the reply and closes.</summary>
    async Task QuitAsync(CancellationToken cancellationToken)
    {
        if (conversation.IsOpen && State.Phase != Phase.Closing && !conversation.HasQuit)
        {
            await SendOwnAsync("QUIT", cancellationToken);
            JudgeReplies();
        }

        await conversation.CloseAsync(State.ClosingCode == 221, cancellationToken);
    }
}
