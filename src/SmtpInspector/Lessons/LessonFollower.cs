using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Session;

namespace SmtpInspector.Lessons;

/// <summary>Keeps a lesson's run up with the conversation, and hands on what it says.</summary>
/// <param name="said">Told of every turn.</param>
sealed class LessonFollower(Action<LessonTurn> said) : IConversationObserver
{
    LessonRun? _run;

    /// <summary>Where the learner stands.</summary>
    public LessonRun Run => _run ?? throw new InvalidOperationException("The lesson has not begun.");

    /// <summary>The lesson goes one thing further, otherwise than by the conversation.</summary>
    public void Go(LessonTurn turn)
    {
        _run = turn.Run;
        said(turn);
    }

    /// <summary>Whether the conversation means nothing to the lesson: it is being ended.</summary>
    public bool IsDeaf { get; set; }

    public void Take(in Observed observed)
    {
        if (_run is not null && !IsDeaf)
        {
            Go(_run.Apply(observed.Event, observed.Before, observed.Entries));
        }
    }
}
