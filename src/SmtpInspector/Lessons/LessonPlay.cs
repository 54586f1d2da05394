using System.Text;
using SmtpInspector.Protocol.Lessons;

namespace SmtpInspector.Lessons;

/// <summary>A lesson played by the program itself, from one of its steps: what a learner could type, and what the lesson says to it.</summary>
sealed class LessonPlay : IAsyncDisposable
{
    // What a step waits for comes within seconds; one that waits longer is of no use to a learner either.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly LessonStage _stage;
    readonly List<LessonSaying> _sayings = [];

    LessonPlay() => _stage = new LessonStage([], turn => _sayings.AddRange(turn.Sayings), waiting: null, TimeProvider.System);

    /// <summary>Where the play stands.</summary>
    public LessonRun Run => _stage.Run;

    /// <summary>What the lesson has said since the last lines were typed.</summary>
    public IReadOnlyList<LessonSaying> Sayings => _sayings;

    /// <summary>Begins at a step.</summary>
    public static async Task<LessonPlay> BeginAsync(Lesson lesson, int index, CancellationToken cancellationToken)
    {
        var play = new LessonPlay();
        play._stage.Go(LessonRun.Start(lesson, index));
        await play._stage.SetAsync(cancellationToken);
        return play;
    }

    /// <summary>Types lines, and waits for what the step waits for.</summary>
    public async Task TypeAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        _sayings.Clear();
        var index = Run.Index;
        foreach (var line in lines)
        {
            await _stage.SetAsync(cancellationToken);
            if (Run.IsFinished)
            {
                return;
            }

            await _stage.TakeAsync(LearnerLine.Read(Encoding.UTF8.GetBytes(line), Run.AwaitsAnswer, _stage.Conversation.State.Content), cancellationToken);
            await _stage.Conversation.HearAsync(cancellationToken);
        }

        await _stage.SetAsync(cancellationToken);
        while (Run is { Step.IsAwaited: true } && Run.Index == index && _stage is { IsSet: true, Conversation.IsConnected: true }
            && !_sayings.Any(saying => saying is LessonSaying.Response))
        {
            var late = Task.Delay(Patience, cancellationToken);
            if (await Task.WhenAny(_stage.Conversation.WhenServerSpeaks, late) == late)
            {
                return;
            }

            await _stage.Conversation.HearAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
