using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>Whether the code is one that an RFC lists for the command, or defines at all.</summary>
static class ReplyCodeRules
{
    /// <summary>Whether an RFC lists the code of a reply for what it answers, in the state it came in.</summary>
    public static bool IsListed(SessionState before, Pending? to, Reply reply) =>
        to is not null && reply.Code is { } code && RepliesPerCommand.IsListed(to.Verb, code, SituationOf(before));

    public static void Check(SessionState before, Pending to, Reply reply, ICollection<Finding> findings)
    {
        if (reply.Code is not { } code || IsListed(before, to, reply) || reply.Class == ReplyClass.Invalid)
        {
            return;
        }

        var where = ReplyText.CodeOf(reply);
        if (ReplyCodes.Find(code) is not { } defined)
        {
            // RFC 5321 §4.2: a server SHOULD send only the codes listed there; a client goes by the first digit.
            findings.Add(new Finding(
                FindingId.ReplyCodeUnlisted,
                Severity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"No RFC defines the code {code}. It can only be taken by its first digit: {MeaningOf(reply.Class)}."),
                "RFC 5321 §4.2",
                where));
        }

        // What commands unknown here are answered with, their own documents say.
        else if (to.Verb is not (Verb.Unknown or Verb.XClient))
        {
            findings.Add(Finding.Of(
                FindingId.ReplyCodeUnlisted,
                string.Create(CultureInfo.InvariantCulture, $"{code} ({defined.Meaning}) is not among the usual replies {Addressee(to.Verb)}. It is taken by its first digit: {MeaningOf(reply.Class)}."),
                where));
        }
    }

    static string MeaningOf(ReplyClass replyClass) => replyClass switch
    {
        ReplyClass.Success => "done",
        ReplyClass.Intermediate => "go on",
        ReplyClass.Transient => "not now, later perhaps",
        _ => "no, and not later either",
    };

    /// <summary>"to RCPT", "to the connection", "to the end of the message".</summary>
    internal static string Addressee(Verb verb) => verb switch
    {
        Verb.Connection => "to a new connection",
        Verb.EndOfData => "to the end of the message",
        Verb.Unknown => "to this command",
        _ => "to " + Verbs.Name(verb),
    };

    static Situation SituationOf(SessionState state) =>
        (state.Tls == true ? Situation.None : Situation.BeforeTls)
        | (state.Tls == false ? Situation.None : Situation.InTls)
        | (state.Authenticated ? Situation.None : Situation.BeforeAuth)
        | (state.Phase == Phase.Refused ? Situation.Refused : Situation.None);
}
