using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Lessons;

/// <summary>A learner whose server says what the test lets it say.</summary>
sealed class Learner
{
    ConversationJudge _judge = new(SessionState.Start(tls: true));

    public Learner(Lesson lesson, int index = 0)
    {
        Run = LessonRun.Start(lesson, index).Run;
        Connect();
    }

    public LessonRun Run { get; private set; }

    /// <summary>What the lesson said last.</summary>
    public IReadOnlyList<LessonSaying> Sayings { get; private set; } = [];

    public Learner Connect()
    {
        _judge = new(SessionState.Start(tls: true));
        return Happens(new ConversationEvent.Connecting(null, "localhost", 465)).Hears("220 ready.example ESMTP");
    }

    public Learner Says(string line, bool own = false) => Happens(Line(Direction.Client, line, own));

    public Learner Hears(string line) => Happens(Line(Direction.Server, line, own: false));

    public Learner Happens(ConversationEvent happened)
    {
        var before = _judge.State;
        return Does(Run.Apply(happened, before, _judge.Apply(happened)));
    }

    public Learner Does(LessonTurn turn)
    {
        (Run, Sayings) = (turn.Run, turn.Sayings);
        return this;
    }

    static ConversationEvent.Line Line(Direction direction, string line, bool own) => new(null, new WireLine(direction, 0, Encoding.UTF8.GetBytes(line + "\r\n")), own);
}
