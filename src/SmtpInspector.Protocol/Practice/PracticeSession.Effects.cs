using System.Text;

namespace SmtpInspector.Protocol.Practice;

/// <content>What a step does once nothing stands against it.</content>
public sealed partial class PracticeSession
{
    IReadOnlyList<PracticeAction> Perform(PracticeRow row, PracticeInput input)
    {
        switch (row.Effect)
        {
            case PracticeEffect.Hello:
                State = State.WithoutTransaction() with { ClientName = input.Argument };
                break;
            case PracticeEffect.ExtendedHello:
                // RFC 5321 §4.1.4: EHLO clears all buffers, as RSET does.
                State = State.WithoutTransaction() with { ClientName = input.Argument };
                return [Say(WithExtensions(row.Answer))];
            case PracticeEffect.StartTls:
                return [Say(row.Answer), new PracticeAction.StartTls()];
            case PracticeEffect.BeginAuth:
                return BeginAuth(input);
            case PracticeEffect.KeepUserName:
                State = State with { Mode = PracticeMode.LoginPassword, PendingUserName = input.Response };
                break;
            case PracticeEffect.Authenticate:
                State = State with { Mode = PracticeMode.Command, PendingUserName = default, UserName = _settings.Credentials.UserName };
                break;
            case PracticeEffect.SetSender:
                State = State with { ReversePath = input.Envelope!.Address, EightBit = DeclaresEightBit(input.Envelope) };
                break;
            case PracticeEffect.AddRecipient:
                State = State with { Recipients = [.. State.Recipients, input.Envelope!.Address] };
                break;
            case PracticeEffect.BeginContent:
                _content = new MessageContent(_memory, Profile.MessageLimit, _settings.LenientEnd);
                State = State with { Mode = PracticeMode.Content };
                break;
            case PracticeEffect.TakeChunk:
                State = State with { ChunksBegun = true };
                break;
            case PracticeEffect.AcceptMessage:
                return AcceptMessage(row.Answer);
            case PracticeEffect.Reset:
                State = State.WithoutTransaction();
                break;
            case PracticeEffect.Quit:
                return End(row.Answer);
            case PracticeEffect.None:
                break;
        }

        return [Say(row.Answer)];
    }

    static bool DeclaresEightBit(EnvelopeArgument envelope) => envelope.Parameters.Any(parameter =>
        parameter.Keyword == "SMTPUTF8" || (parameter.Keyword == "BODY" && parameter.Value?.ToUpperInvariant() is "8BITMIME" or "BINARYMIME"));

    PracticeReply WithExtensions(PracticeReply reply) => reply with
    {
        Lines =
        [
            .. reply.Lines,
            .. from extension in Profile.Extensions
               where extension.When == OfferedWhen.Always
                   || (State.TlsOnOffer && !State.Tls ? extension.When == OfferedWhen.BeforeTls : extension.When == OfferedWhen.InsideTls)
               select extension.Line,
        ],
    };

    IReadOnlyList<PracticeAction> BeginAuth(PracticeInput input)
    {
        var mechanism = Profile.Mechanisms.First(mechanism => mechanism.Name == input.Mechanism);
        State = State with { Mode = mechanism.Answer };

        // An initial response is what would have answered the first challenge (RFC 4954 §4). LOGIN has no document; clients send it so.
        return input.HasResponse ? Take(input) : [Say(mechanism.Challenge)];
    }

    IReadOnlyList<PracticeAction> AcceptMessage(PracticeReply answer)
    {
        var message = new PracticeMessage(
            _texts.NextMessageId(), Utf8(State.ReversePath!), [.. State.Recipients.Select(Utf8)], State.UserName, _content!.ToSequence());
        var send = Say(answer);
        _memory.Accepted();
        EndTransaction();
        return [new PracticeAction.Accept(message), send];
    }

    // Lines are read octet by octet; RFC 6531 §3.3 says what those of an address are.
    static string Utf8(string address) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(address));
}
