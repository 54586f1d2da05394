using System.Collections.Concurrent;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Session;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Live;

/// <summary>
/// A live conversation as the screen holds it: runs on its own, tells what happens as messages, and takes lines, answers and the wish
/// to stop waiting from the screen's thread.
/// </summary>
/// <param name="id">Its number.</param>
/// <param name="request">What the user asks for.</param>
/// <param name="servers">Opens targets.</param>
/// <param name="tell">Takes the messages; may be called from any thread.</param>
/// <param name="time">The clock.</param>
sealed class LiveTalk(int id, ConnectRequest request, IServers servers, Action<Msg> tell, TimeProvider time)
    : ILive, ILineInput, IWaiting, ICleartextQuestion, ICertificateQuestion, IConversationObserver
{
    static readonly TimeSpan LastWord = TimeSpan.FromSeconds(5);

    readonly Lock _gate = new();
    readonly ConcurrentQueue<Outgoing> _lines = [];
    readonly CancellationTokenSource _ended = new();
    TaskCompletionSource? _lineCame;
    TaskCompletionSource? _stopsWaiting;
    TaskCompletionSource<(int Choice, string Text)>? _answer;
    bool _leaves;
    int _ahead;
    Func<IReadOnlyList<string>> _received = static () => [];
    LiveConversation? _conversation;

    public Task Running { get; private set; } = Task.CompletedTask;

    public int Ahead => _lines.Count + Volatile.Read(ref _ahead);

    public Manner Manner { get; private set; }

    public bool GoesOnWhenRefused => true;

    /// <summary>Begins.</summary>
    public void Start() => Running = Task.Run(RunAsync);

    public void Send(IReadOnlyList<Outgoing> lines, int ahead)
    {
        lock (_gate)
        {
            Volatile.Write(ref _ahead, ahead);
            foreach (var line in lines)
            {
                _lines.Enqueue(line);
            }

            _lineCame?.TrySetResult();
        }
    }

    public void StopWaiting() => Volatile.Read(ref _stopsWaiting)?.TrySetResult();

    public void Leave()
    {
        lock (_gate)
        {
            // The wait there is now, and before the line is given up: what is awaited next is the reply to QUIT.
            _leaves = true;
            StopWaiting();
            _lineCame?.TrySetResult();
            _answer?.TrySetCanceled();
        }
    }

    public void Dispose() => _ended.Cancel();

    public void Answer(int choice, string text) => Volatile.Read(ref _answer)?.TrySetResult((choice, text));

    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        Task came;
        lock (_gate)
        {
            if (_leaves)
            {
                return null;
            }

            if (TryDequeue(static _ => true, out var ready))
            {
                return ready;
            }

            _lineCame = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            came = _lineCame.Task;
        }

        tell(new Msg.Ready(id));
        await came.WaitAsync(cancellationToken);
        lock (_gate)
        {
            // Not `: null`, which would be an empty line here, and would be sent.
            return !_leaves && TryDequeue(static _ => true, out var line) ? line : default(ReadOnlyMemory<byte>?);
        }
    }

    public bool TryTake(Func<ReadOnlyMemory<byte>, bool> fits, out ReadOnlyMemory<byte> line)
    {
        lock (_gate)
        {
            return TryDequeue(fits, out line);
        }
    }

    bool TryDequeue(Func<ReadOnlyMemory<byte>, bool> fits, out ReadOnlyMemory<byte> line)
    {
        line = default;
        if (!_lines.TryPeek(out var next) || !fits(next.Octets))
        {
            return false;
        }

        _lines.TryDequeue(out _);
        (line, Manner) = (next.Octets, next.Manner);
        return true;
    }

    public Task? BeginWait()
    {
        var stops = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _stopsWaiting = stops;
            if (_leaves)
            {
                // The reply to QUIT is awaited (RFC 5321 §4.1.1.10), but nobody who leaves waits for it for minutes.
                _ = Task.Delay(LastWord, time, _ended.Token).ContinueWith(_ => stops.TrySetResult(), TaskScheduler.Default);
            }
        }

        return stops.Task;
    }

    public void StillWaiting(Pending awaited, TimeSpan waited, TimeSpan limit) => tell(new Msg.Waits(id, awaited, waited, limit));

    public void EndWait()
    {
        Volatile.Write(ref _stopsWaiting, null);
        tell(new Msg.WaitOver(id));
    }

    public void Take(in Observed observed)
    {
        tell(new Msg.Spoken(id, Heard.Of(observed)));
        foreach (var line in observed.Entries.Any(static entry => entry is Protocol.Judgement.Entry.Reply) ? _received() : [])
        {
            Say(line);
        }
    }

    public async ValueTask<bool> MaySendAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken) =>
        (await AskAsync(
            new Question(
                "Send the password in the clear?",
                ["This connection is not encrypted: everybody on the way can read the password.", "STARTTLS first, where the server offers it, keeps it private."],
                ["Send it all the same", "Do not send it"],
                WhenDismissed: 1),
            cancellationToken)).Choice == 0;

    public async ValueTask<CertificateDecision> AskAsync(CertificateReport report, CancellationToken cancellationToken) =>
        (await AskAsync(
            new Question(
                "The certificate does not verify",
                [
                    $"Nothing has been sent to {report.Server} inside TLS yet. What is wrong:",
                    .. report.Session.Problems.Select(problem => $"! {problem}"),
                    $"It is the certificate of {report.Leaf.Subject}, issued by {report.Leaf.Issuer}.",
                    $"SHA-256 {report.Leaf.Sha256}",
                ],
                ["Leave", "Go on once", "Trust it for this server from now on"],
                WhenDismissed: 0),
            cancellationToken)).Choice switch
        {
            1 => CertificateDecision.Once,
            2 => CertificateDecision.Always,
            _ => CertificateDecision.Leave,
        };

    async ValueTask<(int Choice, string Text)> AskAsync(Question question, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<(int, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _answer, answer);
        tell(new Msg.Asked(id, question));
        try
        {
            return await answer.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Leaving is the answer that does no harm.
            return (question.WhenDismissed, "");
        }
        finally
        {
            Volatile.Write(ref _answer, null);
        }
    }

    async ValueTask<string> AskPasswordAsync(string user, CancellationToken cancellationToken)
    {
        var (choice, text) = await AskAsync(
            new Question("Password", [$"The password of {user}. It is not shown, and not kept."], ["Go on", "Cancel"], WhenDismissed: 1, AsksForSecret: "Password"),
            cancellationToken);
        return choice == 0 ? text : throw new UsageException("No password was given.");
    }

    async Task RunAsync()
    {
        var outcome = new Outcome();
        try
        {
            var server = await servers.OpenAsync(request, AskPasswordAsync, _ended.Token);
            try
            {
                _received = server.Received;
                tell(new Msg.Opened(id, server.Header, server.IdleLimit));
                await TalkAsync(server, outcome);
            }
            finally
            {
                await server.Close();
            }

            tell(new Msg.Ended(id, outcome.Status, outcome.Message));
        }
        catch (UsageException wrong)
        {
            tell(new Msg.Ended(id, ExitStatus.Usage, wrong.Message));
        }
        catch (OperationCanceledException)
        {
            tell(new Msg.Ended(id, ExitStatus.Interrupted, null));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            tell(new Msg.Ended(id, ExitStatus.Usage, failure.Message));
        }
        catch (Exception defect)
        {
            // A defect of ours ends the program where it can be seen, not silently a task.
            tell(new Msg.Done(_ => throw new InvalidOperationException($"conversation {id} failed", defect)));
        }
    }

    async Task TalkAsync(OpenedServer server, Outcome outcome)
    {
        var replies = new ReplyWatch();
        var conversation = new LiveConversation(SessionState.Start(tls: false), time, [this, .. server.Observers, replies], request.Secrets);
        await using (conversation)
        {
            _conversation = conversation;
            foreach (var line in server.Introduction)
            {
                Say(line);
            }

            var talk = new Talk(server.Options, conversation, replies, outcome, this, time) { Certificates = new CertificateGate(server.Trusted, this) };
            await new LineRunner(talk, this, this, time).RunAsync(_ended.Token);
        }
    }

    // Said to the user alone: it belongs to the screen, not to the record of the conversation.
    void Say(string text)
    {
        var note = new ConversationEvent.Note(_conversation?.Now, text);
        var state = _conversation?.State ?? SessionState.Start(tls: false);
        tell(new Msg.Spoken(id, new Heard(note, state, state, [], [new Protocol.Judgement.Entry.Note(note.At, text, [])])));
    }
}
