using System.Threading.Channels;
using SmtpInspector.Lessons;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Session;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Live;

/// <summary>A lesson being played: as many conversations with the practice server as it wants, one after the other, and what it says.</summary>
/// <param name="id">Its number.</param>
/// <param name="lesson">The lesson.</param>
/// <param name="tell">Takes the messages; may be called from any thread.</param>
/// <param name="time">The clock.</param>
sealed class LiveLesson(int id, Lesson lesson, Action<Msg> tell, TimeProvider time) : ILive, IWaiting, IConversationObserver
{
    readonly Channel<Outgoing> _lines = Channel.CreateUnbounded<Outgoing>();
    readonly CancellationTokenSource _ended = new();
    TaskCompletionSource? _stopsWaiting;
    Task<bool>? _lineCame;

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Begins.</summary>
    public void Start() => Running = Task.Run(RunAsync);

    public void Send(IReadOnlyList<Outgoing> lines, int ahead)
    {
        foreach (var line in lines)
        {
            _lines.Writer.TryWrite(line);
        }
    }

    public void StopWaiting() => Volatile.Read(ref _stopsWaiting)?.TrySetResult();

    public void Leave()
    {
        _lines.Writer.TryComplete();
        StopWaiting();
    }

    public void Answer(int choice, string text)
    {
        // A lesson asks nothing by a dialog.
    }

    public void Dispose() => _ended.Cancel();

    public Task? BeginWait()
    {
        var stops = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _stopsWaiting, stops);
        return stops.Task;
    }

    public void StillWaiting(Pending awaited, TimeSpan waited, TimeSpan limit) => tell(new Msg.Waits(id, awaited, waited, limit));

    public void EndWait()
    {
        Volatile.Write(ref _stopsWaiting, null);
        tell(new Msg.WaitOver(id));
    }

    public void Take(in Observed observed) => tell(new Msg.Spoken(id, Heard.Of(observed)));

    async Task RunAsync()
    {
        try
        {
            var progress = LessonProgress.Load();
            await using var stage = new LessonStage(
                [this],
                turn =>
                {
                    progress.Keep(turn.Run);
                    tell(new Msg.Taught(id, turn));
                },
                this,
                time);
            stage.Go(LessonRun.Start(lesson, progress.Of(lesson)));
            while (!stage.Run.IsFinished)
            {
                await stage.SetAsync(_ended.Token);
                if (stage is { IsSet: true, Run.IsFinished: false } && !await TakeLineAsync(stage))
                {
                    break;
                }
            }

            await stage.EndAsync(_ended.Token);
            tell(new Msg.Ended(id, ExitStatus.AsExpected, null));
        }
        catch (OperationCanceledException)
        {
            tell(new Msg.Ended(id, ExitStatus.Interrupted, null));
        }
        catch (IOException failure)
        {
            tell(new Msg.Ended(id, ExitStatus.Ended, failure.Message));
        }
        catch (Exception defect)
        {
            // A defect of ours ends the program where it can be seen, not silently a task.
            tell(new Msg.Done(_ => throw new InvalidOperationException($"lesson {lesson.Name} failed", defect)));
        }
    }

    // The learner's next line, or what the server says before it comes. False when the learner leaves.
    async Task<bool> TakeLineAsync(LessonStage stage)
    {
        var conversation = stage.Conversation;
        if (_lineCame is null)
        {
            _lineCame = _lines.Reader.WaitToReadAsync(_ended.Token).AsTask();
            tell(new Msg.Ready(id));
        }

        await Task.WhenAny(conversation.IsConnected ? [_lineCame, conversation.WhenServerSpeaks] : [_lineCame]);
        await conversation.HearAsync(_ended.Token);
        if (!_lineCame.IsCompleted || stage is not { IsSet: true, Run.IsFinished: false })
        {
            return true;
        }

        var comes = await _lineCame;
        _lineCame = null;
        if (!comes || !_lines.Reader.TryRead(out var line))
        {
            return false;
        }

        return await ObeyAsync(stage, LearnerLine.Read(line.Octets, stage.Run.AwaitsAnswer, conversation.State.Content));
    }

    async Task<bool> ObeyAsync(LessonStage stage, LearnerLine line)
    {
        switch (line)
        {
            case LearnerLine.Wish { Value: LearnerWish.Leave }:
                return false;
            case LearnerLine.Wish { Value: LearnerWish.Help }:
                Remark(stage, string.Join("\n", LearnerLine.Help.Select(word => $"{word.Typed} {word.Does}")));
                break;
            case LearnerLine.Unsent unsent:
                Remark(stage, unsent.Reason);
                break;
            case LearnerLine.Line or LearnerLine.Exact when !stage.Conversation.IsOpen:
                Remark(stage, "Not sent: this conversation is over. F12 begins the step in a new one.");
                break;
            default:
                await stage.TakeAsync(line, _ended.Token);
                break;
        }

        return true;
    }

    void Remark(LessonStage stage, string text) => tell(new Msg.Taught(id, new LessonTurn(stage.Run, [new LessonSaying.Remark(text)])));
}
