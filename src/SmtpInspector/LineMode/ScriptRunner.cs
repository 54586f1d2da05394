using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Session;

namespace SmtpInspector.LineMode;

/// <summary>
/// Sends the client side of a transcript, exactly its octets, and compares every reply with the one written there.
/// </summary>
sealed class ScriptRunner(Talk talk, TranscriptDocument document, ScriptCredentials credentials, ICleartextQuestion question, TimeProvider time)
{
    readonly SkippedLines _skipped = new(talk);
    readonly ExpectedReplies _expected = new(talk);
    ReadOnlyMemory<byte> _begun;
    bool _noWait;
    bool _refusalIsWritten;
    bool _halfClosed;
    int _unreached;

    LiveConversation Conversation => talk.Conversation;

    SessionState State => talk.State;

    /// <summary>Runs the script from the connection attempt to the close, and says the verdict.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        talk.ReplyHandler = _expected.Collect;
        var opened = await talk.OpenAsync(cancellationToken);
        var unsent = 0;
        var isFirst = true;
        foreach (var group in ScriptGroup.Of(document.Events()))
        {
            if (isFirst && group.Steps.Count > 0)
            {
                // No greeting is written: the one that came is no reply to what follows.
                _expected.Compare([]);
            }

            isFirst = false;
            if (opened && Conversation.IsOpen)
            {
                await RunGroupAsync(group, cancellationToken);
                continue;
            }

            if (_expected.Waiting > 0)
            {
                _expected.Compare(group.Replies);
            }
            else
            {
                unsent += group.Steps.Count(step => step is ConversationEvent.Line);
                _unreached += group.Replies.Count;
            }
        }

        _skipped.Say();
        NoteUnsent(opened, unsent);
        if (!_halfClosed)
        {
            await talk.FinishAsync(cancellationToken);
        }
        else
        {
            await Conversation.CloseAsync(State.ClosingCode == 221, cancellationToken);
        }

        _expected.Compare([]);
        SayVerdict();
    }

    async Task RunGroupAsync(ScriptGroup group, CancellationToken cancellationToken)
    {
        var sent = group.Steps.Count == 0;

        // Where the transcript itself has the refusal, it goes on without content or answers: there is nothing to skip.
        _refusalIsWritten = group.Replies is [.., { Code: not (354 or 334) }];
        var unsent = 0;
        talk.CloseIsExpected = false;
        for (var i = 0; i < group.Steps.Count; i++)
        {
            var isLast = i == group.Steps.Count - 1;
            talk.CloseIsExpected = isLast && group.ServerCloses;
            await HearAsync(cancellationToken);
            if (!Conversation.IsOpen || State.Phase == Phase.Closing)
            {
                unsent = group.Steps.Skip(i).Count(step => step is ConversationEvent.Line);
                NoteUnsent(opened: true, unsent);
                break;
            }

            sent |= group.Steps[i] switch
            {
                ConversationEvent.Steered steered => await SteerAsync(steered, cancellationToken),
                ConversationEvent.Line line => await SendAsync(line, cancellationToken),
                _ => false,
            };
        }

        if (sent)
        {
            // A reply nobody asked for, written there, is awaited too, and so is the close.
            talk.CloseIsExpected = group.ServerCloses;
            await AwaitAsync(_ => Collected() >= group.Replies.Count && State.OutstandingCount == 0 && !group.ServerCloses, group.Replies.Count, cancellationToken);
        }

        _expected.Compare(group.Replies, Conversation.IsOpen ? 0 : State.OutstandingCount + Math.Min(unsent, 1));
        if (group.Replies is [.., var written])
        {
            _skipped.AfterWritten(written);
        }
    }

    // What the server has said already stands before the next line, and is no answer to it.
    async ValueTask HearAsync(CancellationToken cancellationToken)
    {
        while (State.OutstandingCount == 0 && State.Phase != Phase.Closing && Conversation.ServerHasSpoken)
        {
            await talk.ListenAsync(cancellationToken);
        }
    }

    int Collected()
    {
        _expected.Collect();
        return _expected.Waiting;
    }

    async Task AwaitAsync(Func<Talk, bool> holds, int expected, CancellationToken cancellationToken)
    {
        if (State.Content != ContentMode.None || (_noWait && expected == 0) || !Conversation.IsOpen)
        {
            return;
        }

        var result = await talk.AwaitAsync(holds, cancellationToken);
        TakeReplies();
        if (result == WaitResult.TimedOut)
        {
            await Conversation.CloseAsync(clean: false, cancellationToken);
        }
    }

    void TakeReplies()
    {
        if (!_refusalIsWritten && talk.Replies.Last is { } last)
        {
            _skipped.After(last, int.MaxValue);
        }

        _expected.Collect();
    }

    async Task<bool> SendAsync(ConversationEvent.Line line, CancellationToken cancellationToken)
    {
        if (_skipped.Takes(line.Wire.Content, State))
        {
            return false;
        }

        var octets = await credentials.FillInAsync(line, State, talk.Replies.Last, cancellationToken);
        var whole = _begun.IsEmpty ? octets : (byte[])[.. _begun.Span, .. octets.Span];
        if (CredentialGuard.Exposes(State, whole.Span, Conversation.IsLocal, talk.Options.Connection.Insecure)
            && !await question.MaySendAsync(whole, cancellationToken))
        {
            await talk.EndAsync(FailureKind.Tls, ExitStatus.Tls, CredentialGuard.Refusal(talk.Options.Connection.Names), cancellationToken);
            return false;
        }

        // What a command is can be told from its pieces together; content needs no telling.
        _begun = line.Wire.IsComplete || State.Content != ContentMode.None ? default : whole;
        if (!await talk.TrySendAsync(octets, own: false, cancellationToken))
        {
            return true;
        }

        var noWait = _noWait;
        _noWait = false;
        if (line.Wire.IsComplete && !noWait && State.Content == ContentMode.None)
        {
            await AwaitAsync(static waiting => waiting.State.OutstandingCount == 0, expected: 1, cancellationToken);
        }

        return !noWait;
    }

    async Task<bool> SteerAsync(ConversationEvent.Steered steered, CancellationToken cancellationToken)
    {
        Conversation.Happened(steered with { At = Conversation.Now });
        switch (steered.Kind)
        {
            case SteeringKind.Wait:
                await WaitAsync(steered.Duration, cancellationToken);
                break;
            case SteeringKind.NoWait:
                _noWait = true;
                break;
            case SteeringKind.HalfClose:
                _halfClosed = true;
                await Conversation.HalfCloseAsync(cancellationToken);
                return true;
            case SteeringKind.Close:
                await Conversation.CloseAsync(State.ClosingCode == 221, cancellationToken);
                break;
        }

        return false;
    }

    // The server may speak meanwhile.
    async Task WaitAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = Task.Delay(duration, time, done.Token);
        while (Conversation.IsOpen && await Task.WhenAny(delay, Conversation.WhenServerSpeaks) != delay)
        {
            await talk.ListenAsync(cancellationToken);
        }

        await done.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    void NoteUnsent(bool opened, int lines)
    {
        if (opened && lines > 0)
        {
            talk.Outcome.Fail(
                State.ClosingCode == 421 ? ExitStatus.Unexpected : ExitStatus.Ended,
                FormattableString.Invariant($"The conversation ended before the transcript did: {lines} of its lines were not sent."));
        }
    }

    void SayVerdict()
    {
        if (_expected.Compared + _unreached == 0)
        {
            return;
        }

        var replies = _expected.Compared == 1 ? "the one reply is" : FormattableString.Invariant($"all {_expected.Compared} replies are");
        var verdict = _expected.Compared == 0 ? "no reply could be compared"
            : _expected.Different == 0 ? $"{replies} as written"
            : FormattableString.Invariant($"{_expected.Different} of {_expected.Compared} replies {(_expected.Different == 1 ? "is" : "are")} not as written");
        Conversation.Say($"verdict: {verdict}{(_unreached == 0 ? "" : FormattableString.Invariant($"; {_unreached} more were not reached"))}");
    }
}
