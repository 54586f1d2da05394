using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Lints.Client;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>500 and 502 where the server must know the command, or had offered it.</summary>
static class RefusedCommandRules
{
    public static void Check(SessionState before, Pending to, Reply reply, ICollection<Finding> findings)
    {
        // RFC 5321 §3.1: after a 554 greeting nothing but QUIT is expected to work.
        if (reply.Code is not (500 or 502) || before.Phase == Phase.Refused || to.IsAuthAnswer || IsOwnFault(before, to))
        {
            return;
        }

        var code = reply.Code.Value;
        var where = ReplyText.CodeOf(reply);
        if (IsRequired(before, to.Verb) && !IsOutOfOrder(before, to.Verb) && !IsPolicy(to.Verb, reply))
        {
            // RFC 5321 §4.2.4, §7.3: a site may disable VRFY for security; it still has to know the command.
            var disabled = to.Verb == Verb.Vrfy && code == 502;
            findings.Add(new Finding(
                FindingId.RequiredCommandRefused,
                disabled ? Severity.Warning : Severity.Error,
                disabled
                    ? "VRFY is answered as not implemented. Every server must support it; one that will not tell should answer 252."
                    : string.Create(CultureInfo.InvariantCulture, $"{code} says that the server does not know {Verbs.Name(to.Verb)}. Every server must support it."),
                disabled ? "RFC 5321 §4.2.4" : Catalogue.Of(FindingId.RequiredCommandRefused).Reference,
                where));
        }

        if (ServiceExtensions.KeywordFor(to.Verb) is { } keyword && before.Offers?.Has(keyword) == true && !HelpOnSomething(to))
        {
            findings.Add(Finding.Of(
                FindingId.CapabilityRefused,
                string.Create(CultureInfo.InvariantCulture, $"EHLO offered {keyword}, yet {Verbs.Name(to.Verb)} gets {code}. A server must not list what it will answer with 500 or 502."),
                where));
        }
    }

    // RFC 5321 §4.5.1, in its order.
    static bool IsRequired(SessionState before, Verb verb) => verb switch
    {
        // RFC 2033 §4.1: in LMTP, LHLO takes the place of both, and the server refuses them.
        Verb.Ehlo or Verb.Helo => !before.Lmtp,
        Verb.Mail or Verb.Rcpt or Verb.Data or Verb.Rset or Verb.Noop or Verb.Quit or Verb.Vrfy => true,
        _ => false,
    };

    // RFC 5321 §4.3.2: 500 is right for a line that is too long or is no command; §2.4: for octets over 127; §2.3.8: for one without CR LF.
    static bool IsOwnFault(SessionState before, Pending to)
    {
        var content = to.Content.Span;
        if (!to.EndsInCrLf || content.Length + 2 > CommandLineLimit.Of(to.Verb, before) || content.ContainsAnyExceptInRange((byte)32, (byte)126))
        {
            return true;
        }

        // RFC 2920 §3.1: more commands were sent before this reply than the server had said it takes at once.
        if (before.OutstandingCount > 1 && before.Offers?.Has("PIPELINING") != true)
        {
            return true;
        }

        var flaws = new List<Finding>();
        CommandParser.Parse(to.Content, flaws);
        return flaws.Exists(flaw => flaw.Severity == Severity.Error);
    }

    // 503 would be right for it, yet 502 does not say here that the command is unknown.
    static bool IsOutOfOrder(SessionState before, Verb verb) => !before.IsExcerpt && verb switch
    {
        Verb.Mail => before.Introduction == Introduction.None || before.Transaction is not null,
        Verb.Rcpt => before.Transaction is null,
        Verb.Data => before.Transaction?.Recipients is null,
        _ => false,
    };

    // RFC 3463 §3.8: subject 7 is security or policy, which 530 or 550 would say: refused, and not unknown.
    static bool IsPolicy(Verb verb, Reply reply) => verb != Verb.Vrfy && reply.Enhanced?.Subject == 7;

    // RFC 5321 §4.1.1.8: servers MAY support HELP with arguments.
    static bool HelpOnSomething(Pending to) => to.Verb == Verb.Help && to.Content.Span.TrimEnd((byte)' ').Length > 4;
}
