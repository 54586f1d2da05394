using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// The server's side of one conversation: what to do for each line of the client's. It knows no socket and no clock; the listener
/// tells it what came, and when nothing came for too long.
/// </summary>
public sealed partial class PracticeSession : IDisposable
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
    List<ChosenFault> _faults = [];
    Verb _step = Verb.Connection;
    PracticeInput? _input;
    PracticeInput? _chunk;

    /// <summary>Begins a conversation.</summary>
    /// <param name="settings">The server's settings.</param>
    /// <param name="memory">What its conversations share.</param>
    /// <param name="random">This conversation's dice, for identifiers.</param>
    /// <param name="implicitTls">True where TLS came before the greeting; false where STARTTLS is on offer.</param>
    public PracticeSession(PracticeSettings settings, PracticeMemory memory, PracticeRandom random, bool implicitTls)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings.Faulty();
        _memory = memory;
        _texts = new PracticeTexts(_settings, random);
        State = new PracticeState(PracticeMode.Command, TlsOnOffer: !implicitTls && _settings.Profile.HasStartTls, Tls: implicitTls);
    }

    /// <summary>What the server knows so far.</summary>
    public PracticeState State { get; private set; }

    /// <summary>The one account.</summary>
    public PracticeCredentials Credentials => _settings.Credentials;

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
    /// A line with its LF; or, without one, a piece of a line longer than any limit here (16 KiB or more), whose rest follows. While
    /// <see cref="PracticeState.ChunkLeft"/> is above 0, any octets: what is over is taken for the next line.
    /// </param>
    public IReadOnlyList<PracticeAction> Receive(ReadOnlySpan<byte> line) => State.Mode switch
    {
        PracticeMode.Closed => [],
        PracticeMode.Content => ReceiveContent(line),
        PracticeMode.Chunk => ReceiveChunk(line),
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
        if (!isCommand)
        {
            return Take(PracticeInput.OfAnswer(content));
        }

        var input = PracticeInput.OfCommand(content, Profile.LenientPaths);
        return Profile.HasChunking && input.Chunk is { } chunk ? BeginChunk(input, chunk.Octets) : Take(Profile.JudgesSyntax ? input.Judged(content) : input);
    }

    /// <summary>
    /// RFC 3030 §2: the octets of a chunk come in any case, whatever is thought of it; the reply to BDAT comes behind them.
    /// </summary>
    IReadOnlyList<PracticeAction> BeginChunk(PracticeInput input, long octets)
    {
        _chunk = input;
        State = State with { Mode = PracticeMode.Chunk, ChunkLeft = octets, ContentOctets = octets };
        return octets == 0 ? EndChunk() : [];
    }

    IReadOnlyList<PracticeAction> ReceiveChunk(ReadOnlySpan<byte> octets)
    {
        var taken = (int)Math.Min(octets.Length, State.ChunkLeft);
        if (State.Recipients.Count > 0)
        {
            _content ??= new MessageContent(_memory, Profile.MessageLimit);
            _content.ReceiveChunk(octets[..taken]);
        }

        State = State with { ChunkLeft = State.ChunkLeft - taken };
        if (State.ChunkLeft > 0)
        {
            return [];
        }

        var actions = EndChunk();
        return taken == octets.Length ? actions : [.. actions, .. Receive(octets[taken..])];
    }

    IReadOnlyList<PracticeAction> EndChunk()
    {
        var isLast = _chunk!.Chunk!.Value.IsLast;
        if (State.Recipients.Count > 0)
        {
            _content ??= new MessageContent(_memory, Profile.MessageLimit);
        }

        State = State with { Mode = isLast ? PracticeMode.Chunk : PracticeMode.Command, ContentOctets = isLast ? _content?.Length ?? 0 : State.ContentOctets };
        return Take(isLast ? new PracticeInput(Verb.EndOfData, "") : _chunk);
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

    /// <summary>
    /// Looks the step up in the table: an end that a fault makes here, then the first refusal that holds, else the answer and its
    /// effect.
    /// </summary>
    IReadOnlyList<PracticeAction> Take(PracticeInput input)
    {
        _step = input.Verb;
        _input = input;
        _faults = FaultsFor(input);
        return After(DelayHere(), Answered(RowFor(State.Mode, input.Verb), input));
    }

    IReadOnlyList<PracticeAction> Answered(PracticeRow row, PracticeInput input)
    {
        foreach (var fault in _faults)
        {
            if (fault.Trouble is PracticeTrouble.Cut cut && IsAt(cut.At))
            {
                return Strike(cut);
            }
        }

        foreach (var refusal in row.Refusals)
        {
            if (refusal.Reply is null)
            {
                if (AnswerFor(input) is { } answer)
                {
                    return Strike(answer, input);
                }
            }
            else if (PracticeConditions.Holds(refusal.When, input, State, _settings, _content))
            {
                return Refuse(row, refusal.Reply);
            }
        }

        // A command the profile does not know, or does not implement, is refused by its row's answer.
        return row.Answer.Code >= 500 ? Refuse(row, row.Answer) : Perform(row, input);
    }

    static IReadOnlyList<PracticeAction> After(TimeSpan delay, IReadOnlyList<PracticeAction> actions) =>
        delay == TimeSpan.Zero ? actions : [new PracticeAction.Wait(delay), .. actions];

    // A server without CHUNKING knows neither BDAT nor that a last chunk is another thing.
    PracticeRow RowFor(PracticeMode mode, Verb verb) =>
        Profile.Rows.FirstOrDefault(row => row.In == mode && row.Verb == verb)
        ?? Profile.Rows.FirstOrDefault(row => row.In == PracticeMode.Command && row.Verb == verb)
        ?? Profile.Rows.First(row => row.In == PracticeMode.Command && row.Verb == Verb.Unknown);

    IReadOnlyList<PracticeAction> Refuse(PracticeRow row, PracticeReply reply)
    {
        if (row.Verb == Verb.EndOfData || row.In == PracticeMode.Chunk)
        {
            // A refused message is no error of typing: it does not count, and the transaction is over (RFC 5321 §4.1.1.4).
            var send = Say(reply);
            EndTransaction();
            return [send];
        }

        if (reply.Code == 334)
        {
            // RFC 7628 §3.2.3: why a token is refused is a challenge; the refusal comes behind the client's empty answer to it.
            State = State with { Mode = PracticeMode.BearerRefused };
            return [Say(reply)];
        }

        return RefuseAsError(reply);
    }

    IReadOnlyList<PracticeAction> RefuseAsError(PracticeReply reply)
    {
        State = State with { Mode = PracticeMode.Command, PendingUserName = default, Errors = State.Errors + 1 };
        return State.Errors > Profile.ErrorLimit ? End(Profile.TooManyErrors)

            // RFC 5321 §3.8, RFC 7504 §3: behind these two the connection is closed.
            : reply.Code is 421 or 521 ? End(reply)
            : [Say(reply)];
    }

    IReadOnlyList<PracticeAction> End(PracticeReply reply)
    {
        if (State.Mode == PracticeMode.Closed)
        {
            return [];
        }

        var send = Say(reply);
        Close();
        return [send, new PracticeAction.Close()];
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
