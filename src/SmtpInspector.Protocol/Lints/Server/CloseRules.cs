using System.Globalization;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>How a connection ends (RFC 5321 §3.8, §4.1.1.10).</summary>
static class CloseRules
{
    // RFC 5321 §4.5.3.2.7 asks servers to wait five minutes. Many wait far less, SES about ten seconds; a close
    // sooner than this is hardly for idleness.
    static readonly TimeSpan LeastIdle = TimeSpan.FromSeconds(9);

    // RFC 4954 §9: servers may close after a number of failed attempts to authenticate.
    const int FailedAuthsAllowed = 3;

    public static void Check(SessionState before, ConversationEvent.Closed closed, Ending ending, ICollection<Finding> findings)
    {
        // After 221, 421 or 521 the close is as announced. In the handshake it is TLS that failed, and RFC 3207 §4
        // has the client give up the connection; an alert ends TLS later as well (RFC 8446 §6.2), and leaves no room for SMTP.
        if (closed.Clean || before.ClosingCode is not null || before.Phase is Phase.Handshake or Phase.Closed || ending.Failure == FailureKind.Tls)
        {
            return;
        }

        if (closed.By == Direction.Client)
        {
            ByClient(before, ending, findings);
        }
        else
        {
            ByServer(before, ending, findings);
        }
    }

    static void ByClient(SessionState before, Ending ending, ICollection<Finding> findings)
    {
        // A client that has waited in vain can only leave; nor can one that failed be asked for manners.
        if (ending.Failure is { } failure)
        {
            if (failure == FailureKind.Timeout && before.NextToAnswer is { } unanswered)
            {
                findings.Add(Finding.Of(FindingId.ReplyMissing, $"The client waited for a reply {ReplyCodeRules.Addressee(unanswered.Verb)} until its time was up, and closed. Every command gets a reply."));
            }

            return;
        }

        // Before the greeting there is nobody to take a QUIT; a client that does not like the certificate
        // leaves right after the handshake.
        if (before.Phase == Phase.Opening || before.HasQuit || IsFreshFromHandshake(before))
        {
            return;
        }

        findings.Add(new Finding(
            FindingId.ClosedWithoutQuit,
            Catalogue.Of(FindingId.ClosedWithoutQuit).Severity,
            before.Content == ContentMode.None
                ? "The client closed the connection without QUIT. QUIT, and waiting for its 221, is how a session ends."
                : "The client closed the connection within a message. The server must throw the unfinished message away.",
            "RFC 5321 §4.1.1.10"));
    }

    static void ByServer(SessionState before, Ending ending, ICollection<Finding> findings)
    {
        if (ending.BreaksOff)
        {
            // The command is unanswered, which has been said of what there is of its reply.
            return;
        }

        if (ending.LastWord is { } lastWord)
        {
            // That it closes, and why, has been said of the reply.
            if (UnsolicitedRules.SaysIdle(lastWord))
            {
                Idle("The server closed because it had waited too long for the client. Its reason is in the reply before.", findings);
            }
        }
        else if (before.NextToAnswer is { } unanswered)
        {
            Missing(before, unanswered, findings);
        }
        else if (ending.Silence is { } silence && silence >= LeastIdle)
        {
            Idle(
                string.Create(CultureInfo.InvariantCulture, $"The server closed after {silence.TotalSeconds:0} seconds without a command. It gave no reason; 421 would have said it."),
                findings);
        }
        else if (before.FailedAuths < FailedAuthsAllowed)
        {
            WithoutQuit(before, findings);
        }
    }

    static void Missing(SessionState before, Pending unanswered, ICollection<Finding> findings)
    {
        var others = before.OutstandingCount - 1;
        var what = unanswered.Verb switch
        {
            Verb.Connection => "The server closed without a greeting. It must send 220, or say with 554 or 421 why not.",
            Verb.EndOfData => "The server closed without a verdict on the message. Whether it was accepted is unknown: a client must take it for not delivered and try again.",
            Verb.Unknown => "The server closed without a reply to this command. An unknown command must be answered with 500, and the connection left open.",
            _ => $"The server closed without a reply to {Verbs.Name(unanswered.Verb)}. Every command gets a reply; 421 if the server must close.",
        };
        findings.Add(Finding.Of(
            FindingId.ReplyMissing,
            others == 0 ? what : string.Create(CultureInfo.InvariantCulture, $"{what} ({others} more had no reply.)")));
    }

    static void WithoutQuit(SessionState before, ICollection<Finding> findings)
    {
        var rule = Catalogue.Of(FindingId.ClosedWithoutQuit);
        findings.Add(before.Phase == Phase.Refused
            ? new Finding(rule.Id, rule.Severity, "The server refused with its greeting and closed at once. It must still wait for the client's QUIT.", "RFC 5321 §3.1")
            : Finding.Of(rule.Id, "The server closed the connection, though the client had not sent QUIT. A server that must close says so with 421."));
    }

    static void Idle(string message, ICollection<Finding> findings) =>
        findings.Add(Finding.Of(FindingId.IdleTimeout, message));

    static bool IsFreshFromHandshake(SessionState state) =>
        state.Tls == true && state.Introduction == Introduction.None && state.OutstandingCount == 0 && state.OffersBeforeTls is not null;
}
