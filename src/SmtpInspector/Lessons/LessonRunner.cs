using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Session;

namespace SmtpInspector.Lessons;

/// <summary>
/// A lesson in line mode: what is typed is sent, but for lines that begin with a question mark, which no command does, and answers
/// to the lesson's own questions.
/// </summary>
sealed class LessonRunner(Lesson lesson, ILineInput input, LessonPrinter printer, LessonProgress progress, IWaiting? waiting, TimeProvider time)
{
    readonly List<LessonSaying> _held = [];
    Task<ReadOnlyMemory<byte>?>? _line;

    /// <summary>Told where the learner stands, whenever that has changed.</summary>
    public Action<LessonRun>? Moved { get; init; }

    /// <summary>Plays the lesson, from where the learner left it.</summary>
    /// <param name="printers">Who shows the conversation.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The run as it was left.</returns>
    public async Task<LessonRun> RunAsync(IReadOnlyList<IConversationObserver> printers, CancellationToken cancellationToken)
    {
        await using var stage = new LessonStage(printers, Say, waiting, time);
        printer.PrintHead(lesson);
        stage.Go(LessonRun.Start(lesson, progress.Of(lesson)));
        while (!stage.Run.IsFinished)
        {
            await stage.SetAsync(cancellationToken);
            SayHeld();
            if (stage is { IsSet: true, Run.IsFinished: false } && !await TakeLineAsync(stage, cancellationToken))
            {
                break;
            }
        }

        await stage.EndAsync(cancellationToken);
        return stage.Run;
    }

    // A step's text speaks of what the server has just said: it stands behind the end of the last step's conversation, and behind the
    // beginning of its own.
    void Say(LessonTurn turn)
    {
        foreach (var saying in turn.Sayings)
        {
            if (saying is LessonSaying.Begun)
            {
                _held.Add(saying);
            }
            else
            {
                printer.Print(saying);
            }
        }

        progress.Keep(turn.Run);
        Moved?.Invoke(turn.Run);
    }

    void SayHeld()
    {
        _held.ForEach(printer.Print);
        _held.Clear();
    }

    // The learner's next line, or what the server says before it comes. False at the end of the input.
    async Task<bool> TakeLineAsync(LessonStage stage, CancellationToken cancellationToken)
    {
        var conversation = stage.Conversation;
        var isPipe = input.Ahead == int.MaxValue;

        // A pipe's lines are all there already: what the step waits for comes first.
        if (isPipe && stage.Run is { Step.IsAwaited: true, Step.Answer.Count: 0 } && conversation.IsConnected)
        {
            await conversation.WhenServerSpeaks;
            await conversation.HearAsync(cancellationToken);
            return true;
        }

        _line ??= input.NextAsync(cancellationToken).AsTask();
        if (!_line.IsCompleted)
        {
            await Task.WhenAny(conversation.IsConnected ? [_line, conversation.WhenServerSpeaks] : [_line]);
        }

        await conversation.HearAsync(cancellationToken);
        if (!_line.IsCompleted || stage is not { IsSet: true, Run.IsFinished: false })
        {
            return true;
        }

        var typed = await _line;
        _line = null;
        return typed is not null && await ObeyAsync(stage, LearnerLine.Read(typed.Value, stage.Run.AwaitsAnswer, conversation.State.Content), cancellationToken);
    }

    async Task<bool> ObeyAsync(LessonStage stage, LearnerLine line, CancellationToken cancellationToken)
    {
        switch (line)
        {
            case LearnerLine.Wish { Value: LearnerWish.Leave }:
                return false;
            case LearnerLine.Wish { Value: LearnerWish.Help }:
                printer.PrintHelp();
                break;
            case LearnerLine.Unsent unsent:
                printer.Print(unsent.Reason, LineColours.Event);
                break;
            case LearnerLine.Line or LearnerLine.Exact when !stage.Conversation.IsOpen:
                printer.Print("Not sent: this conversation is over. Type ?again for a new one.", LineColours.Event);
                break;
            default:
                await stage.TakeAsync(line, cancellationToken);
                break;
        }

        return true;
    }
}
