using System.Text;
using SmtpInspector.Protocol.Grammar;
using static SmtpInspector.Protocol.Practice.PracticeTrouble;

namespace SmtpInspector.Protocol.Practice;

/// <content>Trouble on demand: which faults strike at a step, and what they do.</content>
public sealed partial class PracticeSession
{
    /// <summary>The faults of every conversation, then those this one asks for at this step.</summary>
    List<ChosenFault> FaultsFor(PracticeInput input)
    {
        var faults = new List<ChosenFault>(_settings.Faults);
        foreach (var asker in Askers(input))
        {
            if (PracticeFaults.AskedForBy(Profile, asker) is { } fault && !faults.Any(known => known.Fault.Name == fault.Fault.Name))
            {
                faults.Add(fault);
            }
        }

        return faults;
    }

    /// <summary>The names and addresses a conversation can ask for a fault with, those of this line first.</summary>
    IEnumerable<string> Askers(PracticeInput input)
    {
        switch (input.Verb)
        {
            case Verb.Ehlo or Verb.Helo:
                yield return input.Argument;
                break;
            case Verb.Mail or Verb.Rcpt when input.Envelope is { } envelope:
                yield return envelope.Address;
                break;
            case Verb.Auth when PracticeConditions.CredentialsIn(input, State) is var (_, userName, _):
                yield return Encoding.Latin1.GetString(userName);
                break;
        }

        if (State.ClientName is not null)
        {
            yield return State.ClientName;
        }

        if (State.ReversePath is not null)
        {
            yield return State.ReversePath;
        }

        // A recipient's fault is that recipient's alone, until the message is for all of them.
        if (input.Verb != Verb.Rcpt)
        {
            foreach (var recipient in State.Recipients)
            {
                yield return recipient;
            }
        }
    }

    /// <summary>The reply a fault gives at a step that nothing else stands against; null where none does.</summary>
    Answer? AnswerFor(PracticeInput input)
    {
        if (input.Verb == Verb.Rcpt)
        {
            State = State with { RecipientsTried = State.RecipientsTried + 1 };
        }

        foreach (var fault in _faults)
        {
            if (fault.Trouble is Answer answer && IsAt(answer.At) && Strikes(fault, answer, input))
            {
                return answer;
            }
        }

        return null;
    }

    bool Strikes(ChosenFault fault, Answer answer, PracticeInput input) =>
        (answer.Nth == 0 || answer.Nth == State.RecipientsTried)
        && (answer.AfterMessages == 0 || _memory.Messages >= answer.AfterMessages)
        && (answer.Times == 0 || _memory.Strikes(answer.Times, $"{fault.Fault.Name} {input.Envelope?.Address ?? State.ReversePath ?? State.ClientName}"));

    /// <summary>What a fault answers instead of the step.</summary>
    PracticeAction[] Strike(Answer answer, PracticeInput input)
    {
        var send = Say(Plain(answer.Reply));
        if (answer.Closes)
        {
            Close();
            return [send, new PracticeAction.Close()];
        }

        if (input.Verb == Verb.EndOfData)
        {
            EndTransaction();
        }
        else if (input.Verb == Verb.Rcpt && answer.Reply.Code is >= 200 and < 300)
        {
            State = State with { Recipients = [.. State.Recipients, input.Envelope!.Address] };
        }
        else
        {
            State = State with { Mode = PracticeMode.Command, PendingUserName = default };
        }

        return [send];
    }

    /// <summary>The end a fault makes of the connection.</summary>
    PracticeAction[] Strike(Cut cut)
    {
        PracticeAction[] actions = cut.LastWord is { } lastWord ? [Say(Plain(lastWord)), new PracticeAction.Close()] : [new PracticeAction.Close()];
        Close();
        return actions;
    }

    /// <summary>The faults' replies are written with enhanced codes; a server that does not offer them sends none.</summary>
    PracticeReply Plain(PracticeReply reply) => Profile.HasEnhancedCodes ? reply : reply.WithoutEnhancedCodes();

    /// <summary>Whether this is the step. The last chunk is both a BDAT and the end of a message.</summary>
    bool IsAt(Verb step) => step == _step || (step == Verb.Bdat && State.Mode == PracticeMode.Chunk);

    /// <summary>How late the reply to this step comes.</summary>
    TimeSpan DelayHere()
    {
        var delay = TimeSpan.Zero;
        foreach (var fault in _faults)
        {
            if (fault.Trouble is Delay late && (late.At is not { } at || IsAt(at)))
            {
                delay += late.Time;
            }
        }

        return delay;
    }

    /// <summary>A reply on its way out: its placeholders filled, and spoiled by what faults there are.</summary>
    PracticeAction.Send Say(PracticeReply reply)
    {
        var send = new PracticeAction.Send(_texts.Fill(reply, State, _input));
        foreach (var fault in _faults)
        {
            send = fault.Trouble switch
            {
                MixedCodes mixed when IsAt(mixed.At) => send with { Reply = send.Reply.WithMixedCodes() },
                WrongEnhancedCode wrong when wrong.At is not { } at || IsAt(at) => send with { Reply = send.Reply.WithWrongEnhancedCode() },
                BareLineFeeds bare when bare.At is not { } at || IsAt(at) => send with { Reply = send.Reply with { BareLineFeeds = true } },
                Drip drip => send with { Pace = drip.Pace },
                Inject(var before) when _step == Verb.StartTls && reply.Code == 220 =>
                    before ? send with { Before = Injected } : send with { After = Injected },
                _ => send,
            };
        }

        return send;
    }

    /// <summary>What somebody in the middle would have the client take for the reply to its next EHLO: a server without STARTTLS.</summary>
    static readonly PracticeReply Injected = new(250, ["injected.example", "AUTH PLAIN LOGIN"]);
}
