using System.Text;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// The server's side of one conversation: what to do for each line of the client's. It knows no socket and no clock; the listener
/// tells it what came, and when nothing came for too long.
/// </summary>
public sealed class PracticeSession : IDisposable
{
    /// <summary>A line of a command that has no end is given up after this many octets.</summary>
    const int EndlessLine = 256 * 1024;

    /// <summary>Content is listened to up to this many times the limit.</summary>
    const int EndlessContent = 4;

    readonly PracticeSettings _settings;
    readonly PracticeMemory _memory;
    readonly PracticeTexts _texts;
    MessageContent? _content;
    long _overlong;

    /// <summary>Begins a conversation.</summary>
    /// <param name="settings">The server's settings.</param>
    /// <param name="memory">What its conversations share.</param>
    /// <param name="random">This conversation's dice, for identifiers.</param>
    /// <param name="implicitTls">True where TLS came before the greeting; false where STARTTLS is on offer.</param>
    public PracticeSession(PracticeSettings settings, PracticeMemory memory, PracticeRandom random, bool implicitTls)
    {
        _settings = settings;
        _memory = memory;
        _texts = new PracticeTexts(settings, random);
        State = new PracticeState(PracticeMode.Command, TlsOnOffer: !implicitTls, Tls: implicitTls);
    }

    /// <summary>What the server knows so far.</summary>
    public PracticeState State { get; private set; }

    PracticeProfile Profile => _settings.Profile;

    /// <summary>The client has connected, and TLS is up where it comes first: the greeting.</summary>
    public IReadOnlyList<PracticeAction> Open() => Take(new PracticeInput(Verb.Connection, ""));

    /// <summary>The client was silent too long.</summary>
    public IReadOnlyList<PracticeAction> Idle() => End(Profile.IdleTimeout);

    /// <summary>The server is being stopped.</summary>
    public IReadOnlyList<PracticeAction> ShutDown() => End(Profile.ShuttingDown);

    /// <summary>There are too many connections; instead of <see cref="Open"/>.</summary>
    public IReadOnlyList<PracticeAction> Refuse() => End(Profile.TooManyConnections);

    /// <summary>The handshake after STARTTLS is done.</summary>
    public void TlsStarted() => State = State.AfterHandshake();

    /// <summary>A line came.</summary>
    /// <param name="line">
    /// A line with its LF; or, without one, a piece of a line longer than any limit here (16 KiB or more), whose rest follows.
    /// </param>
    public IReadOnlyList<PracticeAction> Receive(ReadOnlySpan<byte> line) => State.Mode switch
    {
        PracticeMode.Closed => [],
        PracticeMode.Content => ReceiveContent(line),
        _ => ReceiveLine(line),
    };

    /// <summary>Gives back the room that unfinished content holds.</summary>
    public void Dispose() => EndContent();

    IReadOnlyList<PracticeAction> ReceiveContent(ReadOnlySpan<byte> line)
    {
        if (_content!.Receive(line))
        {
            return Take(new PracticeInput(Verb.EndOfData, ""));
        }

        return _content.Length > (long)Profile.MessageLimit * EndlessContent ? End(Profile.ContentEndless) : [];
    }

    IReadOnlyList<PracticeAction> ReceiveLine(ReadOnlySpan<byte> line)
    {
        var isCommand = State.Mode == PracticeMode.Command;
        var limit = !isCommand || Verbs.Of(line) == Verb.Auth ? Profile.AuthLineLimit : Profile.CommandLineLimit;
        if (_overlong > 0 || line.Length > limit || line is not [.., (byte)'\n'])
        {
            return ReceiveOverlong(line);
        }

        // RFC 5321 §2.3.8: a server MUST NOT take anything but CR LF for a line ending. It is said, so that the user learns why.
        if (line is not [.., (byte)'\r', (byte)'\n'])
        {
            return RefuseAsError(Profile.BareLineFeed);
        }

        var content = line[..^2];
        return Take(isCommand ? PracticeInput.OfCommand(content, Profile.LenientPaths) : PracticeInput.OfAnswer(content));
    }

    /// <summary>Waits for the end of a line that is too long, without holding it, and refuses it then (RFC 5321 §4.5.3.1.10).</summary>
    IReadOnlyList<PracticeAction> ReceiveOverlong(ReadOnlySpan<byte> piece)
    {
        _overlong += piece.Length;
        if (_overlong > EndlessLine)
        {
            return End(Profile.TooManyErrors);
        }

        if (piece is not [.., (byte)'\n'])
        {
            return [];
        }

        _overlong = 0;
        return RefuseAsError(Profile.LineTooLong);
    }

    /// <summary>Looks the step up in the table: the first refusal that holds, else the answer and its effect.</summary>
    IReadOnlyList<PracticeAction> Take(PracticeInput input)
    {
        var row = RowFor(State.Mode, input.Verb);
        var delay = TimeSpan.Zero;
        foreach (var refusal in row.Refusals)
        {
            if (refusal.Reply is not null)
            {
                if (PracticeConditions.Holds(refusal.When, input, State, _settings, _content))
                {
                    return After(delay, Refuse(row, refusal.Reply));
                }
            }
            else if (FaultFor(input) is { } fault && _memory.Strikes(fault, Subject(input)))
            {
                delay += fault.Delay;
                if (fault is not { Reply: null, Closes: false })
                {
                    return After(delay, Strike(fault, input));
                }
            }
        }

        // A command the profile does not know, or does not implement, is refused by its row's answer.
        return After(delay, row.Answer.Code >= 500 ? Refuse(row, row.Answer) : Perform(row, input));
    }

    static IReadOnlyList<PracticeAction> After(TimeSpan delay, IReadOnlyList<PracticeAction> actions) =>
        delay == TimeSpan.Zero ? actions : [new PracticeAction.Wait(delay), .. actions];

    PracticeRow RowFor(PracticeMode mode, Verb verb) =>
        Profile.Rows.FirstOrDefault(row => row.In == mode && row.Verb == verb)
        ?? Profile.Rows.First(row => row.In == mode && row.Verb == Verb.Unknown);

    IReadOnlyList<PracticeAction> Refuse(PracticeRow row, PracticeReply reply)
    {
        if (row.Verb == Verb.EndOfData)
        {
            // A refused message is no error of typing: it does not count, and the transaction is over (RFC 5321 §4.1.1.4).
            var filled = _texts.Fill(reply, State);
            EndTransaction();
            return [new PracticeAction.Send(filled)];
        }

        return RefuseAsError(reply);
    }

    IReadOnlyList<PracticeAction> RefuseAsError(PracticeReply reply)
    {
        State = State with { Mode = PracticeMode.Command, PendingUserName = default, Errors = State.Errors + 1 };
        return State.Errors > Profile.ErrorLimit ? End(Profile.TooManyErrors) : [new PracticeAction.Send(_texts.Fill(reply, State))];
    }

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
                return [new PracticeAction.Send(_texts.Fill(WithExtensions(row.Answer), State))];
            case PracticeEffect.StartTls:
                return [new PracticeAction.Send(_texts.Fill(row.Answer, State)), new PracticeAction.StartTls()];
            case PracticeEffect.BeginAuth:
                return BeginAuth(input);
            case PracticeEffect.KeepUserName:
                State = State with { Mode = PracticeMode.LoginPassword, PendingUserName = input.Response };
                break;
            case PracticeEffect.Authenticate:
                State = State with { Mode = PracticeMode.Command, PendingUserName = default, UserName = _settings.Credentials.UserName };
                break;
            case PracticeEffect.SetSender:
                State = State with { ReversePath = input.Envelope!.Address };
                break;
            case PracticeEffect.AddRecipient:
                State = State with { Recipients = [.. State.Recipients, input.Envelope!.Address] };
                break;
            case PracticeEffect.BeginContent:
                _content = new MessageContent(_memory, Profile.MessageLimit);
                State = State with { Mode = PracticeMode.Content };
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

        return [new PracticeAction.Send(_texts.Fill(row.Answer, State))];
    }

    PracticeReply WithExtensions(PracticeReply reply) => reply with
    {
        Lines =
        [
            .. reply.Lines,
            .. from extension in Profile.Extensions
               where extension.When == OfferedWhen.Always
                   || (extension.When == OfferedWhen.InsideTls ? State.Tls : State.TlsOnOffer && !State.Tls)
               select extension.Line,
        ],
    };

    IReadOnlyList<PracticeAction> BeginAuth(PracticeInput input)
    {
        var mechanism = Profile.Mechanisms.First(mechanism => mechanism.Name == input.Mechanism);
        State = State with { Mode = mechanism.Answer };

        // An initial response is what would have answered the first challenge (RFC 4954 §4). LOGIN has no document; clients send it so.
        return input.HasResponse ? Take(input) : [new PracticeAction.Send(mechanism.Challenge)];
    }

    IReadOnlyList<PracticeAction> AcceptMessage(PracticeReply answer)
    {
        var message = new PracticeMessage(
            _texts.NextMessageId(), State.ReversePath!, State.Recipients, State.UserName, _content!.ToSequence());
        var reply = _texts.Fill(answer, State);
        EndTransaction();
        return [new PracticeAction.Accept(message), new PracticeAction.Send(reply)];
    }

    IReadOnlyList<PracticeAction> End(PracticeReply reply)
    {
        if (State.Mode == PracticeMode.Closed)
        {
            return [];
        }

        var filled = _texts.Fill(reply, State);
        Close();
        return [new PracticeAction.Send(filled), new PracticeAction.Close()];
    }

    void Close()
    {
        EndContent();
        State = State.WithoutTransaction() with { Mode = PracticeMode.Closed };
    }

    void EndTransaction()
    {
        EndContent();
        State = State.WithoutTransaction();
    }

    void EndContent()
    {
        _content?.Dispose();
        _content = null;
    }
}
