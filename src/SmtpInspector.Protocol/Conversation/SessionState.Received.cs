using System.Collections.Immutable;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Conversation;

public sealed partial record SessionState
{
    /// <summary>The state after a whole reply: it answers the oldest thing unanswered, or nothing.</summary>
    public SessionState AfterReply(Reply reply)
    {
        if (NextToAnswer is not { } to)
        {
            // RFC 5321 §3.8: 421 may come at any time and announces the close.
            return reply.Code is 421 or 521 ? this with { Phase = Phase.Closing, ClosingCode = reply.Code } : this;
        }

        var state = Dequeue().AfterAnswer(to, reply);
        return reply.Code is 421 ? state with { Phase = Phase.Closing, ClosingCode = 421 }

            // RFC 7504 §3: a server that greets with 521 may close without waiting for QUIT.
            : reply.Code is 521 && to.Verb == Verb.Connection ? state with { ClosingCode = 521 }
            : state;
    }

    /// <summary>The state after the transport connection stands: the greeting is awaited from now on.</summary>
    public SessionState AfterConnected(TimeSpan? at, int port) =>
        (Phase == Phase.Opening ? AwaitingGreeting(at) : this) with { Port = port };

    /// <summary>The state after a TLS handshake.</summary>
    /// <remarks>
    /// RFC 3207 §4.2: after the handshake both sides MUST discard what was learnt in clear text.
    /// </remarks>
    public SessionState AfterHandshake(TimeSpan? at = null) => Phase == Phase.Opening
        ? AwaitingGreeting(at) with { Tls = true }
        : new SessionState
        {
            Phase = Phase.Greeted,
            Tls = true,
            Port = Port,
            Lmtp = Lmtp,
            OffersBeforeTls = Offers,
        };

    /// <summary>The state after the connection ended.</summary>
    public SessionState AfterClose() => this with { Phase = Phase.Closed };

    SessionState AfterAnswer(Pending to, Reply reply)
    {
        var success = reply.Class == ReplyClass.Success;
        return to.Verb switch
        {
            Verb.Connection => this with
            {
                Phase = success ? Phase.Greeted : reply.Class == ReplyClass.Permanent ? Phase.Refused : Phase,
                IsSes = NamesSes(reply),
            },
            Verb.Ehlo or Verb.Lhlo when success => this with
            {
                Introduction = Introduction.Ehlo,
                IsExcerpt = false,
                Lmtp = to.Verb == Verb.Lhlo,
                Offers = Offers.Of(reply),
                IsSes = IsSes || NamesSes(reply),

                // RFC 5321 §4.1.4: EHLO in mid-session clears all buffers, as RSET does.
                Transaction = null,
            },
            Verb.Helo when success => this with
            {
                Introduction = Introduction.Helo,
                IsExcerpt = false,
                Offers = null,
                Transaction = null,
            },
            Verb.Mail when success => this with { Transaction = new MailTransaction(to.Content) },
            Verb.Rcpt when success => AfterRecipient(to.Content),
            Verb.Rcpt => Transaction is { } open
                ? this with { Transaction = open with { RefusedCount = open.RefusedCount + 1 } } : this,
            Verb.Data when reply.Code == 354 => this with { Content = ContentMode.Data },
            Verb.EndOfData => OutstandingCount > 0 && NextToAnswer?.Verb == Verb.EndOfData ? this : this with { Transaction = null },
            Verb.Bdat when to.IsLastChunk => this with { Transaction = null },
            Verb.Rset when success => this with { Transaction = null },
            Verb.Auth => AfterAuthReply(reply),
            Verb.StartTls when reply.Code == 220 => this with { Phase = Phase.Handshake },
            Verb.Quit when success => this with { Phase = Phase.Closing, ClosingCode = reply.Code },
            _ => this,
        };
    }

    // SES greets as "email-smtp.amazonaws.com ESMTP SimpleEmailService-..." and answers EHLO with that domain.
    static bool NamesSes(Reply reply) =>
        reply.Lines.Count > 0
        && reply.Lines[0].TextBytes.Span is var text
        && (text.IndexOf("SimpleEmailService"u8) >= 0 || (text.StartsWith("email-smtp"u8) && text.IndexOf(".amazonaws.com"u8) > 0));

    SessionState AwaitingGreeting(TimeSpan? at) => this with
    {
        Outstanding = ImmutableQueue.Create(new Pending(Verb.Connection, default, at)),
        OutstandingCount = 1,
    };

    SessionState AfterRecipient(ReadOnlyMemory<byte> rcpt) => Transaction is { } open
        ? this with { Transaction = open with { Recipients = new AcceptedRecipient(open.RecipientCount + 1, rcpt, open.Recipients) } }
        : this;

    SessionState AfterAuthReply(Reply reply) => reply.Code switch
    {
        334 => this with { AwaitsAuthAnswer = true },
        235 => this with { Auth = null, AwaitsAuthAnswer = false, Authenticated = true },
        _ => this with { Auth = null, AwaitsAuthAnswer = false, FailedAuth = Auth, FailedAuths = FailedAuths + 1 },
    };
}
