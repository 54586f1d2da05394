using System.Text;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>A conversation that teaches something, as a person wrote it in a file.</summary>
/// <param name="Number">Its place in the course, from the file's name; 0 where that has none.</param>
/// <param name="Name">Its name, in kebab-case, from the file's name.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Goal">What one will be able to do afterwards.</param>
/// <param name="Minutes">How long it takes, about.</param>
/// <param name="Introduction">What is said before the first step; empty where there is nothing.</param>
/// <param name="Steps">The steps; never none. The first has a server.</param>
public sealed record Lesson(
    int Number, string Name, string Title, string Goal, int Minutes, string Introduction, IReadOnlyList<LessonStep> Steps);

/// <summary>One idea, and something to do about it.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Text">Two or three sentences, at most 60 words. Code stands in backticks: see <see cref="LessonText"/>.</param>
/// <param name="Server">Whom a new conversation begins with here; null where the conversation goes on.</param>
/// <param name="Exhibit">Something to read, such as a transcript; null where there is nothing.</param>
/// <param name="Goal">What solves it.</param>
/// <param name="Choices">The answers offered, counted from 1; empty where the goal is no choice.</param>
/// <param name="Hints">Three, the third with the answer; none where there is only something to read.</param>
/// <param name="Answer">Lines to type that solve it: the model answer.</param>
/// <param name="Mistakes">What learners are likely to do instead, the most particular first.</param>
/// <param name="Notices">What to notice once it is solved.</param>
/// <param name="Line">The line of the file it begins on, from 1.</param>
public sealed record LessonStep(
    string Title,
    string Text,
    LessonServer? Server,
    LessonExhibit? Exhibit,
    LessonGoal Goal,
    IReadOnlyList<string> Choices,
    IReadOnlyList<string> Hints,
    IReadOnlyList<string> Answer,
    IReadOnlyList<LessonMistake> Mistakes,
    IReadOnlyList<LessonNotice> Notices,
    int Line)
{
    /// <summary>Whether it is solved on the wire; otherwise by an answer to the lesson itself.</summary>
    public bool IsOnTheWire => Goal is LessonGoal.Spoken;

    /// <summary>Whether what solves it is something the server does of its own accord: it is waited for, whatever is typed before.</summary>
    public bool IsAwaited => Goal is LessonGoal.Spoken { Pattern.IsAboutAct: false };

    /// <summary>Whether the model answer has a command.</summary>
    internal bool IsAnsweredWith(Verb verb) => Answer.Any(line => VerbOf(line) == verb);

    /// <summary>Whether a command leads to the model answer's last line.</summary>
    internal bool IsOnTheWayWith(Verb verb) => Answer.SkipLast(1).Any(line => VerbOf(line) == verb);

    static Verb VerbOf(string line) => Verbs.Of(Encoding.UTF8.GetBytes(line));

    /// <summary>The lines to type that the third hint gives: its code, piece by piece. Another way to solve the step than the model answer, or the same.</summary>
    public IReadOnlyList<string> HintedAnswer => Hints is [.., var last] ? [.. LessonText.Pieces(last).Where(piece => piece.IsCode).Select(piece => piece.Text)] : [];
}

/// <summary>What solves a step. A closed set.</summary>
public abstract record LessonGoal
{
    LessonGoal()
    {
    }

    /// <summary>Something said or heard in the conversation.</summary>
    public sealed record Spoken(LessonPattern Pattern) : LessonGoal;

    /// <summary>One of the choices, counted from 1.</summary>
    public sealed record Choice(int Number) : LessonGoal;

    /// <summary>Lines of the exhibit, counted from 1, in any order, one at a time or together.</summary>
    public sealed record Lines(IReadOnlyList<int> Numbers) : LessonGoal;

    /// <summary>Nothing but to read and go on.</summary>
    public sealed record Read : LessonGoal;
}

/// <summary>A foreseeable mistake.</summary>
/// <param name="When">How it is recognised; null where it is an answer to a question (<paramref name="Answer"/>).</param>
/// <param name="Answer">The wrong choice or the line of the exhibit that is none; 0 where it is said on the wire.</param>
/// <param name="Typed">Lines to type that make it: <c>learn --check</c> does.</param>
/// <param name="Says">What the learner is told.</param>
/// <param name="Then">What comes then.</param>
public sealed record LessonMistake(LessonPattern? When, int Answer, IReadOnlyList<string> Typed, string Says, AfterMistake Then);

/// <summary>How a step goes on after a mistake.</summary>
public enum AfterMistake
{
    /// <summary>The learner tries again.</summary>
    Stay,

    /// <summary>The step begins anew, in a new conversation: the mistake has used up what it needs.</summary>
    Again,

    /// <summary>The step is solved all the same: the server took it.</summary>
    On,
}

/// <summary>A note in the margin of the conversation.</summary>
/// <param name="Of">Which line it stands beside.</param>
/// <param name="Has">A text by which one line of a longer reply is meant; null for the whole.</param>
/// <param name="ExhibitLine">The line of the exhibit it stands beside instead, from 1; 0 for none.</param>
/// <param name="Says">What to notice.</param>
public sealed record LessonNotice(NoticePlace Of, string? Has, int ExhibitLine, string Says);

/// <summary>Which entry of the conversation a note belongs to.</summary>
public enum NoticePlace
{
    /// <summary>The reply, or the event, that solved the step.</summary>
    Reply,

    /// <summary>The command, or the message, it answers.</summary>
    Command,

    /// <summary>The greeting of this conversation.</summary>
    Greeting,

    /// <summary>The TLS handshake of this conversation.</summary>
    Tls,

    /// <summary>A line of the exhibit.</summary>
    Exhibit,
}

/// <summary>Something to read within a step.</summary>
/// <param name="Lines">Its lines, shown with their numbers from 1.</param>
/// <param name="IsTranscript">Whether it is a transcript, which the judge can be asked about.</param>
public sealed record LessonExhibit(IReadOnlyList<string> Lines, bool IsTranscript);
