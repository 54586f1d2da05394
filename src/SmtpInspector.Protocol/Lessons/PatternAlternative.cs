using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>One of the things a <see cref="LessonPattern"/> may mean.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Verb">The command's verb; <see cref="Verb.Unknown"/> where it is about none, or about a word that is none.</param>
/// <param name="Conditions">What must hold, all of it.</param>
sealed record PatternAlternative(PatternSubject Subject, Verb Verb, IReadOnlyList<PatternCondition> Conditions)
{
    /// <summary>Whether an act of the client's and the reply to it are meant.</summary>
    public bool Matches(LessonAct act, Entry.Reply reply) => IsSubject(act) && Conditions.All(condition => condition.Holds(act, reply));

    /// <summary>Whether something that happens unasked is meant.</summary>
    public bool Matches(Entry entry) => (Subject, entry) switch
    {
        (PatternSubject.Closed, Entry.Closed) => true,
        (PatternSubject.Tls, Entry.Tls) => true,
        (PatternSubject.Failed, Entry.Failed) => true,
        (PatternSubject.Injected, Entry.Injected) => true,
        (PatternSubject.Unasked, Entry.Reply { To: null } reply) => Conditions.All(condition => condition.Holds(null, reply)),
        (PatternSubject.Greeting, Entry.Reply { To.Verb: Verb.Connection } reply) => Conditions.All(condition => condition.Holds(null, reply)),
        _ => false,
    };

    bool IsSubject(LessonAct act) => Subject switch
    {
        PatternSubject.Command => !act.IsAuthAnswer && act.Command?.Verb == Verb,
        PatternSubject.AuthAnswer => act.IsAuthAnswer,
        PatternSubject.Message => act.IsMessage,
        PatternSubject.Anything => true,
        _ => false,
    };
}

/// <summary>What a pattern is about.</summary>
enum PatternSubject
{
    /// <summary>A command of one verb; <see cref="Verb.Unknown"/> for a word that is no verb.</summary>
    Command,

    /// <summary>The answer to a challenge of AUTH.</summary>
    AuthAnswer,

    /// <summary>A message and the verdict after its dot.</summary>
    Message,

    /// <summary>Whatever the client does.</summary>
    Anything,

    /// <summary>The server greets.</summary>
    Greeting,

    /// <summary>A reply nobody asked for.</summary>
    Unasked,

    /// <summary>The connection is closed.</summary>
    Closed,

    /// <summary>A TLS handshake is made.</summary>
    Tls,

    /// <summary>The conversation fails, as with a certificate that does not verify.</summary>
    Failed,

    /// <summary>Plaintext stands before the TLS handshake.</summary>
    Injected,
}
