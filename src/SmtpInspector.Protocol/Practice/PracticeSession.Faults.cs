using System.Text;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Practice;

/// <content>Trouble on demand: which fault strikes at a step, and what it does.</content>
public sealed partial class PracticeSession
{
    /// <summary>The fault that belongs to this step: one for all conversations, or one this conversation asked for.</summary>
    PracticeFault? FaultFor(PracticeInput input)
    {
        var here = Profile.AllFaults.Where(fault => fault.At == input.Verb).ToArray();
        return _settings.Faults.FirstOrDefault(fault => fault.At == input.Verb)
            ?? Askers(input).Select(asker => PracticeFaults.AskedForBy(here, asker)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>The names and addresses a conversation can ask for a fault with, those of this line first.</summary>
    IEnumerable<string> Askers(PracticeInput input)
    {
        switch (input.Verb)
        {
            case Verb.Ehlo:
                yield return input.Argument;
                break;
            case Verb.Mail or Verb.Rcpt:
                // A recipient's fault is that recipient's alone.
                yield return input.Envelope!.Address;
                yield break;
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

        foreach (var recipient in State.Recipients)
        {
            yield return recipient;
        }
    }

    /// <summary>Whom a fault that strikes only so often is counted for.</summary>
    string Subject(PracticeInput input) => input.Envelope?.Address ?? State.ReversePath ?? State.ClientName ?? "";

    /// <summary>What a fault does instead of the step.</summary>
    List<PracticeAction> Strike(PracticeFault fault, PracticeInput input)
    {
        var actions = new List<PracticeAction>();
        if (fault.Reply is not null)
        {
            actions.Add(new PracticeAction.Send(_texts.Fill(fault.Reply, State)));
        }

        if (fault.Closes)
        {
            Close();
            actions.Add(new PracticeAction.Close());
        }
        else if (input.Verb == Verb.EndOfData)
        {
            EndTransaction();
        }
        else if (input.Verb == Verb.Rcpt && fault.Reply?.Code is >= 200 and < 300)
        {
            State = State with { Recipients = [.. State.Recipients, input.Envelope!.Address] };
        }
        else
        {
            State = State with { Mode = PracticeMode.Command, PendingUserName = default };
        }

        return actions;
    }
}
