using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>
/// Something said or heard, by its meaning: a command in any valid spelling, a message, the answer to a challenge, or an event, with
/// conditions. Written in a lesson as <c>MAIL @example.com with SIZE replied 250</c>, several of them with <c>or</c> in between;
/// <see cref="PatternReader"/> has the words.
/// </summary>
public sealed class LessonPattern
{
    readonly IReadOnlyList<PatternAlternative> _alternatives;

    internal LessonPattern(string written, IReadOnlyList<PatternAlternative> alternatives)
    {
        Written = written;
        _alternatives = alternatives;
    }

    /// <summary>As it stands in the lesson.</summary>
    public string Written { get; }

    /// <summary>Whether it wants something the client does, and its reply.</summary>
    internal bool IsAboutAct => _alternatives.Any(alternative => alternative.Subject <= PatternSubject.Anything);

    /// <summary>Whether it wants a message or a command that announces one.</summary>
    internal bool IsAboutMessage => _alternatives.Any(alternative => alternative.Subject == PatternSubject.Message || alternative.Verb is Verb.Data or Verb.Bdat);

    /// <summary>Whether an act of the client's and the reply to it are meant.</summary>
    internal bool Matches(LessonAct act, Entry.Reply reply) => _alternatives.Any(alternative => alternative.Matches(act, reply));

    /// <summary>Whether something that happens unasked is meant.</summary>
    internal bool Matches(Entry entry) => _alternatives.Any(alternative => alternative.Matches(entry));

    /// <inheritdoc/>
    public override string ToString() => Written;
}
