using System.Security.Cryptography;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Sasl;

namespace SmtpInspector.Session;

sealed partial class Talk
{
    // RFC 5321 §4.5.3.1.4: the whole command line, CRLF included.
    const int LongestCommand = 512;

    /// <summary>Makes an AUTH exchange step by step, each step said. False when the conversation ends there.</summary>
    async Task<bool> AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken)
    {
        if (State.Offers is null && !await IntroduceAsync(cancellationToken))
        {
            return false;
        }

        var choice = SaslMechanisms.Choose(State.Offers?.AuthMechanisms ?? [], request.Mechanism);
        conversation.Say($"AUTH: {choice.Explanation}.");
        if (choice.Mechanism is not { } name)
        {
            outcome.Fail(ExitStatus.Unexpected);
            await QuitAsync(cancellationToken);
            return false;
        }

        if (SaslMechanisms.RevealsSecret(name) && State.Tls != true && !conversation.IsLocal && !options.Connection.Insecure)
        {
            await EndAsync(FailureKind.Tls, ExitStatus.Tls, CredentialGuard.Refusal(Names), cancellationToken);
            return false;
        }

        var mechanism = SaslMechanisms.Create(name, request.CredentialsFor(options), Nonce());
        if (!await ExchangeAsync(mechanism, cancellationToken))
        {
            return false;
        }

        if (State.Authenticated && mechanism.Unproven is { } doubt)
        {
            await EndAsync(FailureKind.Tls, ExitStatus.Tls, $"The server accepted the password but did not prove that it knows it: {doubt}.", cancellationToken);
            return false;
        }

        if (!State.Authenticated)
        {
            outcome.Fail(ExitStatus.Unexpected);
            conversation.Say("AUTH failed: the lines that follow were not sent.");
            await QuitAsync(cancellationToken);
        }

        return State.Authenticated;
    }

    async Task<bool> IntroduceAsync(CancellationToken cancellationToken)
    {
        var sent = await SendOwnAsync($"EHLO {options.EhloName ?? EhloNames.Own(conversation.LocalAddress)}", cancellationToken);
        JudgeReplies();
        return sent;
    }

    async Task<bool> ExchangeAsync(ISaslMechanism mechanism, CancellationToken cancellationToken)
    {
        var first = mechanism.Begin();
        var command = $"AUTH {mechanism.Name}";
        if (first is SaslStep.Answer initial)
        {
            // RFC 4954 §4: "=" stands for an empty initial response; one that makes the line too long waits for the challenge.
            var whole = $"{command} {(initial.Response.IsEmpty ? "=" : Convert.ToBase64String(initial.Response.Span))}";
            if (whole.Length + 2 <= LongestCommand)
            {
                conversation.Say(initial.Explanation);
                (command, first) = (whole, null);
            }
        }

        var goesOn = await SendOwnAsync(command, cancellationToken);
        JudgeReplies();
        while (goesOn && State.AwaitsAuthAnswer)
        {
            var challenge = replies.Last is { } reply ? Base64Payload.Decode(reply.Value.Lines[^1].TextBytes.Span) : null;
            var step = first ?? mechanism.Respond(challenge ?? []);
            first = null;
            conversation.Say(step.Explanation);
            goesOn = step is SaslStep.Answer answer
                ? await SendOwnAsync(Convert.ToBase64String(answer.Response.Span), cancellationToken)
                : await CancelAuthAsync(cancellationToken);
            JudgeReplies();
        }

        return goesOn;
    }

    // RFC 4954 §4: the server MUST reject a cancelled exchange. One that asks again would ask for ever, and would take
    // QUIT for an answer.
    async Task<bool> CancelAuthAsync(CancellationToken cancellationToken)
    {
        var goesOn = await SendOwnAsync("*", cancellationToken);
        JudgeReplies();
        if (goesOn && State.AwaitsAuthAnswer)
        {
            await EndAsync(
                FailureKind.Closed,
                ExitStatus.Unexpected,
                "The server goes on asking though the AUTH exchange was cancelled with *: the connection was closed.",
                cancellationToken);
        }

        return goesOn && conversation.IsOpen;
    }

    static string Nonce() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
}
