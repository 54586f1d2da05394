using System.Text;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Session;

namespace SmtpInspector.Lessons;

/// <summary>A lesson being played: the run, and always the conversation it wants.</summary>
sealed class LessonStage : IAsyncDisposable
{
    // What a step waits for comes within seconds; one that waits longer is of no use to a learner either.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly IReadOnlyList<IConversationObserver> _observers;
    readonly LessonFollower _follower;
    readonly IWaiting? _waiting;
    readonly TimeProvider _time;
    LessonConversation? _conversation;
    int _number;

    /// <summary>Sets the stage; nothing happens yet.</summary>
    /// <param name="printers">Who shows the conversation; told of everything before the lesson is.</param>
    /// <param name="said">Told of every turn of the lesson.</param>
    /// <param name="waiting">Who sees that the program waits; null for nobody.</param>
    /// <param name="time">The clock.</param>
    public LessonStage(IReadOnlyList<IConversationObserver> printers, Action<LessonTurn> said, IWaiting? waiting, TimeProvider time)
    {
        _follower = new LessonFollower(said);
        _observers = [.. printers, _follower];
        _waiting = waiting;
        _time = time;
    }

    /// <summary>Where the learner stands.</summary>
    public LessonRun Run => _follower.Run;

    /// <summary>Whether the conversation there is is the one the lesson wants.</summary>
    public bool IsSet => _number == Run.Conversation;

    /// <summary>The conversation.</summary>
    public LessonConversation Conversation => _conversation ?? throw new InvalidOperationException("There is no conversation yet.");

    /// <summary>The lesson goes one thing further, otherwise than by the conversation.</summary>
    public void Go(LessonTurn turn) => _follower.Go(turn);

    /// <summary>Brings about the conversation the lesson wants: ends another one, begins it, and says what was said before.</summary>
    public async Task SetAsync(CancellationToken cancellationToken)
    {
        if (IsSet || Run.IsFinished)
        {
            return;
        }

        await EndAsync(cancellationToken);
        _number = Run.Conversation;
        var preparation = Run.Preparation;
        _conversation = await LessonConversation.BeginAsync(Run.Server, _observers, _waiting, _time, cancellationToken);
        await _conversation.PrepareAsync(preparation, cancellationToken);
    }

    /// <summary>Does what a line says that is for the server or answers a question; a wish too.</summary>
    public async Task TakeAsync(LearnerLine line, CancellationToken cancellationToken)
    {
        switch (line)
        {
            case LearnerLine.Wish { Value: LearnerWish.Type }:
                await TypeAsync(cancellationToken);
                break;
            case LearnerLine.Wish wish:
                Go(Run.Wish(wish.Value));
                break;
            case LearnerLine.Answer answer:
                Go(Run.Answer(answer.Text));
                break;
            case LearnerLine.Line or LearnerLine.Exact:
                await Conversation.SendAsync(line, own: false, cancellationToken);
                if (IsSet && Conversation.IsWithinLine)
                {
                    Go(new LessonTurn(Run, [new LessonSaying.Remark("That line has no end yet, and the server waits for it: what you type next belongs to it. C%: %0D%0A ends it.")]));
                }

                break;
        }
    }

    // The model answer, as if the learner had typed it.
    async Task TypeAsync(CancellationToken cancellationToken)
    {
        if (Run.Step is not { Answer: { Count: > 0 } answer })
        {
            // Something to read, or to wait for.
            Go(Run.Wish(Run.AwaitsAnswer ? LearnerWish.Next : LearnerWish.Hint));
            return;
        }

        var index = Run.Index;
        foreach (var line in answer)
        {
            if (Run.Index != index || !IsSet)
            {
                return;
            }

            await TakeAsync(LearnerLine.Read(Encoding.UTF8.GetBytes(line), Run.AwaitsAnswer, Conversation.State.Content), cancellationToken);
        }

        await AwaitAsync(index, static () => false, cancellationToken);
    }

    /// <summary>Hears what the server says of its own accord, as long as a step waits for that and nothing else decides.</summary>
    /// <param name="index">The step.</param>
    /// <param name="isDecided">Whether something else has decided.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task AwaitAsync(int index, Func<bool> isDecided, CancellationToken cancellationToken)
    {
        while (Run is { Step.IsAwaited: true } && Run.Index == index && this is { IsSet: true, Conversation.IsConnected: true } && !isDecided())
        {
            var late = Task.Delay(Patience, _time, cancellationToken);
            if (await Task.WhenAny(Conversation.WhenServerSpeaks, late) == late)
            {
                return;
            }

            await Conversation.HearAsync(cancellationToken);
        }
    }

    /// <summary>Ends the conversation there is.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_conversation is { } ended)
        {
            _conversation = null;
            _follower.IsDeaf = true;
            await using (ended)
            {
                await ended.EndAsync(cancellationToken);
            }

            _follower.IsDeaf = false;
        }
    }

    public ValueTask DisposeAsync() => _conversation?.DisposeAsync() ?? ValueTask.CompletedTask;
}
