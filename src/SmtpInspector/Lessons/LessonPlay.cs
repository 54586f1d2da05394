using System.Text;
using SmtpInspector.Protocol.Lessons;

namespace SmtpInspector.Lessons;

/// <summary>A lesson played by the program itself, from one of its steps: what a learner could type, and what the lesson says to it.</summary>
sealed class LessonPlay : IAsyncDisposable
{
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
        await _stage.AwaitAsync(index, () => _sayings.Any(saying => saying is LessonSaying.Response), cancellationToken);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
