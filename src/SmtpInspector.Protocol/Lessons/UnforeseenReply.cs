using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;

namespace SmtpInspector.Protocol.Lessons;

/// <summary>
/// What is said to something that neither solves a step nor is one of its foreseen mistakes, from what every command and every reply
/// means anywhere.
/// </summary>
/// <param name="Says">The words; null where there is nothing to say yet.</param>
/// <param name="UsesUp">Whether it has used up what the step needs, so that the step begins anew.</param>
readonly record struct UnforeseenReply(string? Says, bool UsesUp = false)
{
    const string Anew = " The step begins anew.";

    static readonly UnforeseenReply Nothing = new(null);

    /// <summary>What to say.</summary>
    /// <param name="step">The step.</param>
    /// <param name="act">What the learner did.</param>
    /// <param name="reply">What the server said to it.</param>
    /// <param name="dropsEnvelope">Whether the step began within a mail transaction, and one is still open.</param>
    public static UnforeseenReply Of(LessonStep step, LessonAct act, Entry.Reply reply, bool dropsEnvelope) => reply.Value.Class switch
    {
        ReplyClass.Intermediate => BegunTooEarly(step, act),
        ReplyClass.Success when act.IsMessage && !step.IsAwaited => new("The server took that letter, but it is not the one this step asks for." + Anew, UsesUp: true),
        ReplyClass.Success when act.IsAuthAnswer => new("You are logged in, but not in the way this step asks for." + Anew, UsesUp: true),
        ReplyClass.Success => Taken(step, act, dropsEnvelope),
        _ when act.IsMessage => new(FormattableString.Invariant($"{reply.Value.Code}: the server did not take that letter, and its envelope is gone with it.{Anew}"), UsesUp: true),
        _ when act.IsAuthAnswer => new(FormattableString.Invariant($"{reply.Value.Code}: that answer was not taken, and the exchange is over.{Anew}"), UsesUp: true),
        ReplyClass.Transient => new(FormattableString.Invariant($"{reply.Value.Code}: not now, says the server. Type ? for a hint.")),
        _ => new(Refused(reply.Value.Code, act.Command?.Verb ?? Verb.Unknown)),
    };

    // 354 and 334 are half of an answer, where the step is about one; where it is not, what is typed next would vanish in it.
    static UnforeseenReply BegunTooEarly(LessonStep step, LessonAct act)
    {
        var isWanted = step.IsAwaited || (step.Goal is LessonGoal.Spoken { Pattern.IsAboutMessage: true }) || step.IsAnsweredWith(Verb.Data);
        return act.Command?.Verb == Verb.Data && !isWanted
            ? new("354: from here on every line is part of a letter, and for that it is too early in this step." + Anew, UsesUp: true)
            : Nothing;
    }

    static UnforeseenReply Taken(LessonStep step, LessonAct act, bool dropsEnvelope) => act.Command?.Verb switch
    {
        // One of several that lead to the last.
        { } verb when verb != Verb.Unknown && step.IsOnTheWayWith(verb) => Nothing,
        Verb.Rset when dropsEnvelope => new("RSET has taken back the envelope that this step builds on." + Anew, UsesUp: true),
        Verb.Rset => new("RSET takes back an envelope that was begun, and nothing else. Go on with the step."),

        // RFC 5321 §4.1.4: a later EHLO clears all buffers and resets the state exactly as RSET does.
        Verb.Ehlo or Verb.Helo when dropsEnvelope => new("Whoever introduces himself again begins again: the envelope is dropped, as by RSET." + Anew, UsesUp: true),
        Verb.Ehlo => new("You may introduce yourself again at any time. Go on with the step."),
        Verb.Helo => new("HELO works too, but from now on the server shows and takes no extensions. EHLO brings them back."),
        Verb.Noop or Verb.Help or Verb.Vrfy or Verb.Expn => new($"{Verbs.Name(act.Command!.Verb)} was answered, and has changed nothing. Go on with the step."),

        // What ends the conversation has its own words.
        Verb.Quit => Nothing,
        _ when step.IsAwaited => Nothing,
        _ => new("The server took that, but this step asks for something else: compare the two. ? gives a hint, ?again begins the step anew."),
    };

    static string Refused(int? code, Verb verb) => code switch
    {
        500 or 502 when verb == Verb.Unknown => FormattableString.Invariant($"{code}: the server does not know that word. Nothing is lost; compare it with the step, or type ? for a hint."),
        500 or 502 => FormattableString.Invariant($"{code}: this server does not take {Verbs.Name(verb)}. Nothing is lost; compare it with the step, or type ? for a hint."),
        503 => "503 is about order: something that belongs before it is missing, or it was said already. ?again begins the step anew, with all that belongs before it.",
        501 or 555 when verb != Verb.Unknown => FormattableString.Invariant($"{code}: {Verbs.Name(verb)} is right, something behind it is not. Compare spaces, colon and brackets with the step."),
        530 => "530: not before TLS is on, or not before a login, as the text behind the code says.",
        _ => FormattableString.Invariant($"{code}: the server does not take that. Compare what you typed with the step, or type ? for a hint."),
    };
}
