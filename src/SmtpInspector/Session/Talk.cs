using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Session;

/// <summary>
/// One conversation from the connection attempt to the close: waiting with time limits, TLS in each of its modes, the
/// program's own commands. What the user says in between is up to the caller.
/// </summary>
sealed partial class Talk(TalkOptions options, LiveConversation conversation, ReplyWatch replies, Outcome outcome, IWaiting? waiting, TimeProvider time)
{
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    // A server that has not greeted by then probably waits for TLS.
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    bool _hintedAtSilence;

    /// <summary>The conversation.</summary>
    public LiveConversation Conversation => conversation;

    /// <summary>Where it stands.</summary>
    public SessionState State => conversation.State;

    /// <summary>How it ends.</summary>
    public Outcome Outcome => outcome;

    /// <summary>What goes on though its certificate does not verify; nothing where it is left out.</summary>
    public CertificateGate Certificates { get; init; } = new(null, null);

    /// <summary>The replies as they come.</summary>
    public ReplyWatch Replies => replies;

    /// <summary>What was asked for.</summary>
    public TalkOptions Options => options;

    /// <summary>Waits until everything sent is answered, showing what comes meanwhile.</summary>
    public Task<WaitResult> AwaitRepliesAsync(CancellationToken cancellationToken) =>
        AwaitAsync(static talk => talk.State.OutstandingCount == 0, cancellationToken);

    /// <summary>Waits until something holds, or a reply takes too long.</summary>
    public async Task<WaitResult> AwaitAsync(Func<Talk, bool> holds, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var last = replies.Total;
        Task? interrupted = null;
        var waits = false;
        try
        {
            while (!holds(this))
            {
                if (!conversation.IsOpen)
                {
                    return WaitResult.Ended;
                }

                if (!conversation.ServerHasSpoken)
                {
                    if (!waits)
                    {
                        interrupted = waiting?.BeginWait();
                        waits = true;
                    }

                    var limit = Limit();
                    var elapsed = time.GetElapsedTime(began);
                    if (elapsed >= limit)
                    {
                        return TimedOut(limit);
                    }

                    if (!_hintedAtSilence && State is { Phase: Phase.Opening, Tls: not true } && elapsed >= Silence)
                    {
                        _hintedAtSilence = true;
                        conversation.Say(PeerProtocol.SilentInTheClear(Names));
                    }

                    var remaining = limit - elapsed;
                    if (await WaitOnceAsync(!_hintedAtSilence && remaining > Silence ? Silence : remaining, interrupted, cancellationToken))
                    {
                        return WaitResult.Interrupted;
                    }

                    if (waiting is not null && !conversation.ServerHasSpoken)
                    {
                        waiting.StillWaiting(State.NextToAnswer ?? NobodyAsked, time.GetElapsedTime(began), limit);
                    }

                    continue;
                }

                if (!await ListenAsync(cancellationToken))
                {
                    return WaitResult.Ended;
                }

                if (replies.Total != last)
                {
                    // Each reply has a time limit of its own, as a whole.
                    last = replies.Total;
                    began = time.GetTimestamp();
                }
            }

            return WaitResult.Answered;
        }
        finally
        {
            if (waits)
            {
                waiting?.EndWait();
            }
        }
    }

    static readonly Pending NobodyAsked = new(Verb.Unknown, default, null);

    /// <summary>
    /// Takes what the server says next and does what it asks for: the handshake after the 220 to STARTTLS.
    /// False when the conversation is over.
    /// </summary>
    public async ValueTask<bool> ListenAsync(CancellationToken cancellationToken)
    {
        switch (await conversation.TakeServerLineAsync())
        {
            case ServerSaid.Nothing:
                await ServerEndedAsync(cancellationToken);
                return false;
            case ServerSaid.TooMuch:
                await EndAsync(
                    FailureKind.Closed,
                    ExitStatus.Ended,
                    "The server's reply does not end: it was cut, and the connection closed.",
                    cancellationToken);
                return false;
        }

        ExplainStranger();
        if (State.Phase == Phase.Handshake)
        {
            return await UpgradeAsync(cancellationToken);
        }

        return true;
    }

    /// <summary>Ends the conversation from this side because of a failure: said, judged, and never with QUIT.</summary>
    public async ValueTask EndAsync(FailureKind kind, ExitStatus status, string message, CancellationToken cancellationToken)
    {
        message = conversation.Judge.KnownSecrets.Hide(message);
        outcome.Fail(status, message);
        conversation.Happened(new ConversationEvent.Failed(conversation.Now, kind, message));
        await conversation.CloseAsync(clean: false, cancellationToken);
    }

    /// <summary>
    /// Decides over the replies that have come, where nothing is written that they should be: in line mode, and always
    /// those to what the program sends itself.
    /// </summary>
    public void JudgeReplies()
    {
        foreach (var reply in replies.Drain())
        {
            Judge(reply);
        }
    }

    /// <summary>Decides over one reply, where nothing is written that it should be.</summary>
    public void Judge(Entry.Reply reply)
    {
        // A success nobody asked for is a finding; only a refusal is a reply that is not as expected. A reply that breaks
        // off is none: what broke it off decides.
        if (reply.Value.IsComplete && !ReplyWatch.IsExpected(reply))
        {
            outcome.Fail(ExitStatus.Unexpected);
        }
    }

    // False: time or the server went on; true: the user has had enough.
    async Task<bool> WaitOnceAsync(TimeSpan remaining, Task? interrupted, CancellationToken cancellationToken)
    {
        var server = conversation.WhenServerSpeaks;
        Task either = interrupted is null ? server : Task.WhenAny(server, interrupted);

        // No time-out of the wait's is an exception, and a broken connection is met where the line is taken.
        await either.WaitAsync(waiting is not null && remaining > Tick ? Tick : remaining, time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return interrupted is { IsCompleted: true } && !server.IsCompleted;
    }

    // What sentences call the options.
    OptionNames Names => options.Connection.Names;

    TimeSpan Limit() => options.Connection.ReplyTimeout ?? Timeouts.For(State.NextToAnswer?.Verb ?? Verb.Unknown);

    WaitResult TimedOut(TimeSpan limit)
    {
        var awaited = State.NextToAnswer;
        var what = awaited?.Verb switch
        {
            Verb.Connection => "No greeting",
            Verb.EndOfData => "No reply to the message",
            null => "Nothing",
            _ => $"No reply to {awaited.Name}",
        };
        var hint = awaited?.Verb == Verb.Connection && State.Tls != true
            ? $" A server that waits for TLS says nothing first: try {Names.Set("tls", "implicit")}."
            : "";
        var message = FormattableString.Invariant($"{what} within {limit.TotalSeconds:0.###} s.{hint}");
        outcome.Fail(ExitStatus.Ended, message);
        conversation.ShowUnfinished();
        conversation.Happened(new ConversationEvent.Failed(conversation.Now, FailureKind.Timeout, message));
        return WaitResult.TimedOut;
    }

    // A proxy, a web server or TLS that answers in place of SMTP is recognised by its first line.
    void ExplainStranger()
    {
        if (!_explainedStranger
            && replies is { Total: 1, Last.Value: { Code: null } first }
            && PeerProtocol.InPlaceOfSmtp(first.Lines[0].Wire.Bytes.Span, Names) is { } sentence)
        {
            _explainedStranger = true;
            conversation.Say(sentence);
        }
    }

    bool _explainedStranger;

    async ValueTask ServerEndedAsync(CancellationToken cancellationToken)
    {
        var before = State;
        if (conversation.BrokenTls is { } broken && !CloseIsExpected && before.Phase != Phase.Closing)
        {
            await TlsBrokeAsync(broken, cancellationToken);
            return;
        }

        conversation.ServerClosed();
        ExplainStranger();
        ReplyHandler();
        if (CloseIsExpected || (before.Phase == Phase.Closing && before.OutstandingCount == 0))
        {
            return;
        }

        var message = EndMessages.Of(before, conversation.Ended, replies.Last, Names);
        outcome.Fail(ExitStatus.Ended, message);
        conversation.Happened(new ConversationEvent.Failed(conversation.Now, FailureKind.Closed, message));
    }

    // Said before the close, so that no reply is missed that TLS, and not the server, has withheld.
    async ValueTask TlsBrokeAsync(TlsException broken, CancellationToken cancellationToken)
    {
        conversation.Settle();
        ReplyHandler();
        if (broken.Reason is TlsReason.Other)
        {
            // It is this side that cannot go on, and leaves.
            await EndAsync(FailureKind.Tls, ExitStatus.Tls, broken.Message, cancellationToken);
            return;
        }

        var message = conversation.Judge.KnownSecrets.Hide(broken.Message);
        outcome.Fail(ExitStatus.Tls, message);
        conversation.Happened(new ConversationEvent.Failed(conversation.Now, FailureKind.Tls, message));
        conversation.ServerClosed();
    }

    /// <summary>
    /// Decides over the replies that came before the server closed, which is held against it only after them:
    /// the first failure in time decides.
    /// </summary>
    public Action ReplyHandler { get; set; } = static () => { };

    /// <summary>Whether the server's close is what a transcript says comes next.</summary>
    public bool CloseIsExpected { get; set; }
}
