using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>
/// Something said or heard, by its meaning: a command in any valid spelling, a message, the answer to a challenge, or an event, with
/// conditions. Written in a lesson as <c>MAIL @example.com with SIZE replied 250</c>; <see cref="PatternReader"/> has the words.
/// </summary>
public sealed class LessonPattern
{
    internal LessonPattern(string written, PatternSubject subject, Verb verb, IReadOnlyList<PatternCondition> conditions)
    {
        Written = written;
        Subject = subject;
        Verb = verb;
        Conditions = conditions;
    }

    /// <summary>As it stands in the lesson.</summary>
    public string Written { get; }

    internal PatternSubject Subject { get; }

    internal Verb Verb { get; }

    internal IReadOnlyList<PatternCondition> Conditions { get; }

    /// <summary>Whether it wants something the client does, and its reply.</summary>
    internal bool IsAboutAct => Subject <= PatternSubject.Anything;

    /// <summary>Whether an act of the client's and the reply to it are meant.</summary>
    internal bool Matches(LessonAct act, Entry.Reply reply) => IsSubject(act) && Conditions.All(condition => condition.Holds(act, reply));

    /// <summary>Whether something that happens unasked is meant.</summary>
    internal bool Matches(Entry entry) => (Subject, entry) switch
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

    /// <inheritdoc/>
    public override string ToString() => Written;
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
