using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Session;

namespace SmtpInspector.LineMode;

/// <summary>
/// Line mode: what is read is what is sent, in lockstep. No line is ever a command to the program.
/// </summary>
sealed class LineRunner(Talk talk, ILineInput input, ICleartextQuestion question, TimeProvider time)
{
    /// <summary>A server that gives its reason and closes does so at once.</summary>
    public static readonly TimeSpan ClosesWithin = TimeSpan.FromMilliseconds(500);

    readonly SkippedLines _skipped = new(talk);
    readonly ContentBatch _content = new(talk);
    long _lastSent;

    LiveConversation Conversation => talk.Conversation;

    SessionState State => talk.State;

    /// <summary>Runs the conversation from the connection attempt to the close.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        talk.ReplyHandler = talk.JudgeReplies;
        if (!await talk.OpenAsync(cancellationToken))
        {
            return;
        }

        _lastSent = time.GetTimestamp();
        await TakeLinesAsync(cancellationToken);
        _skipped.Say();
        await _content.FlushAsync(cancellationToken);
        await talk.FinishAsync(cancellationToken);
    }

    async Task TakeLinesAsync(CancellationToken cancellationToken)
    {
        while (Conversation.IsOpen && State.Phase != Phase.Closing)
        {
            var line = await NextLineAsync(cancellationToken);
            if (line is null || !Conversation.IsOpen || State.Phase == Phase.Closing)
            {
                NoteUnsent(line);
                return;
            }

            if (!_skipped.Takes(line.Value, State) && !await SendAsync(line.Value, cancellationToken))
            {
                return;
            }
        }

        if (State.Phase == Phase.Closing && input.TryTake(static _ => true, out var unsent))
        {
            NoteUnsent(unsent);
        }
    }

    void NoteUnsent(ReadOnlyMemory<byte>? line)
    {
        if (line is { IsEmpty: false } && State.ClosingCode == 221)
        {
            talk.Outcome.Fail(ExitStatus.Ended, "QUIT ended the conversation; the lines after it were not sent.");
        }
    }

    // The next line, and whatever the server says until then.
    async Task<ReadOnlyMemory<byte>?> NextLineAsync(CancellationToken cancellationToken)
    {
        if (_content.IsEmpty)
        {
            await HearAsync(cancellationToken);
        }

        if (State.Content != ContentMode.None && input.TryTake(static _ => true, out var ready))
        {
            return ready;
        }

        await _content.FlushAsync(cancellationToken);
        var next = input.NextAsync(cancellationToken);
        if (next.IsCompleted)
        {
            return await next;
        }

        var line = next.AsTask();
        while (!line.IsCompleted && Conversation.IsOpen)
        {
            await IdleAsync(line, cancellationToken);
            await HearAsync(cancellationToken);
            if (State.Phase == Phase.Closing)
            {
                // 421: nothing more is sent.
                return null;
            }
        }

        return Conversation.IsOpen || line.IsCompleted ? await line : null;
    }

    // What the server has said already stands before the next line, and is no answer to it.
    async ValueTask HearAsync(CancellationToken cancellationToken)
    {
        while (Conversation.ServerHasSpoken && State.Phase != Phase.Closing)
        {
            await talk.ListenAsync(cancellationToken);
            talk.JudgeReplies();
        }
    }

    async Task IdleAsync(Task line, CancellationToken cancellationToken)
    {
        var server = Conversation.WhenServerSpeaks;
        if (Conversation.HoldsBack)
        {
            using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var silence = Task.Delay(ClosesWithin, time, closing.Token);
            if (await Task.WhenAny(line, server, silence) == silence)
            {
                Conversation.Settle();
            }

            await closing.CancelAsync();
            return;
        }

        if (talk.Options.KeepAlive is not { } interval || State.Content != ContentMode.None || State.AwaitsAuthAnswer || State.OutstandingCount > 0)
        {
            await Task.WhenAny(line, server);
            return;
        }

        var remaining = interval - time.GetElapsedTime(_lastSent);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = Task.Delay(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, time, done.Token);
        if (await Task.WhenAny(line, server, delay) == delay && !cancellationToken.IsCancellationRequested)
        {
            _lastSent = time.GetTimestamp();
            await talk.SendOwnAsync("NOOP", cancellationToken);
            talk.JudgeReplies();
        }

        await done.CancelAsync();
    }

    // False when nothing more can be sent.
    async Task<bool> SendAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        _lastSent = time.GetTimestamp();
        if (CredentialGuard.Exposes(State, line.Span, Conversation.IsLocal, talk.Options.Connection.Insecure)
            && !await question.MaySendAsync(line, cancellationToken))
        {
            if (!question.GoesOnWhenRefused)
            {
                await talk.EndAsync(FailureKind.Tls, ExitStatus.Tls, CredentialGuard.Refusal(talk.Options.Connection.Names), cancellationToken);
            }

            return question.GoesOnWhenRefused;
        }

        if (input.Manner == Manner.Exactly)
        {
            return await SendExactlyAsync(line, cancellationToken);
        }

        if (State.Content != ContentMode.None)
        {
            return await SendContentAsync(line, cancellationToken);
        }

        if (input.Manner == Manner.WithoutWaiting)
        {
            Conversation.Happened(new ConversationEvent.Steered(Conversation.Now, SteeringKind.NoWait));
            return await talk.TrySendAsync(Wire(line), own: false, cancellationToken);
        }

        if (State.OutstandingCount > 0)
        {
            Conversation.Say(State.NextToAnswer is { Verb: Verb.Connection }
                ? "The server has not greeted yet: this line is sent all the same."
                : "The reply to the command before has not come yet: this one is sent behind it, as in pipelining.");
        }

        return talk.Options.Pipeline && PipelineGroup.MayBegin(State, line.Span)
            ? await SendGroupAsync(line, cancellationToken)
            : await talk.TrySendAsync(Wire(line), own: false, cancellationToken) && await AwaitAsync(cancellationToken);
    }

    // Until there is enough to go out, nothing has to be looked at between two lines.
    async Task<bool> SendContentAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        while (_content.Add(line))
        {
            if (!input.TryTake(static _ => true, out line))
            {
                return true;
            }

            if (input.Manner == Manner.Exactly)
            {
                return await SendExactlyAsync(line, cancellationToken);
            }
        }

        return await _content.FlushAsync(cancellationToken)
            && (State.Content != ContentMode.None || await AwaitAsync(cancellationToken));
    }

    // Octets of the user's own making may end in the middle of a line, or hold several: what they are answered with is awaited.
    async Task<bool> SendExactlyAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        if (!await _content.FlushAsync(cancellationToken))
        {
            return false;
        }

        Conversation.Say(FormattableString.Invariant($"sent exactly as given: {octets.Length} octets"));
        return await talk.TrySendAsync(octets, own: false, cancellationToken)
            && (State.OutstandingCount == 0 || await AwaitAsync(cancellationToken));
    }

    // RFC 2920 §3.1: commands that may be followed by others go out together, up to the first that must be last.
    async Task<bool> SendGroupAsync(ReadOnlyMemory<byte> first, CancellationToken cancellationToken)
    {
        var group = new List<byte>();
        var line = first;
        do
        {
            var octets = Wire(line);
            Conversation.Sending(octets, own: false);
            group.AddRange(octets.Span);
        }
        while (PipelineGroup.MayBeFollowed(line.Span)
            && group.Count < PipelineGroup.MostOctets
            && input.TryTake(static next => PipelineGroup.MayJoin(next.Span), out line));

        return await talk.TryWriteAsync(group.ToArray(), cancellationToken) && await AwaitAsync(cancellationToken);
    }

    async Task<bool> AwaitAsync(CancellationToken cancellationToken)
    {
        // Content on its way is answered only at its end; what the server says meanwhile is seen between the lines.
        if (State.Content != ContentMode.None)
        {
            return true;
        }

        var result = await talk.AwaitRepliesAsync(cancellationToken);
        foreach (var reply in talk.Replies.Drain())
        {
            talk.Judge(reply);
            _skipped.After(reply, input.Ahead);
        }

        if (result == WaitResult.TimedOut)
        {
            await Conversation.CloseAsync(clean: false, cancellationToken);
        }

        return Conversation.IsOpen;
    }

    static Memory<byte> Wire(ReadOnlyMemory<byte> line)
    {
        var octets = new byte[line.Length + 2];
        line.CopyTo(octets);
        octets[^2] = (byte)'\r';
        octets[^1] = (byte)'\n';
        return octets;
    }
}
