using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Conversation;

public sealed partial record SessionState
{
    /// <summary>The state after a whole reply: it answers the oldest thing unanswered, or nothing.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="shown">The reply without credentials, of which is kept what the server offers; null where it holds none.</param>
    public SessionState AfterReply(Reply reply, Reply? shown = null)
    {
        if (NextToAnswer is not { } to)
        {
            return reply.Code switch
            {
                // RFC 5321 §3.8: 421 may come at any time and announces the close.
                421 or 521 => this with { Phase = Phase.Closing, ClosingCode = reply.Code },

                // An excerpt may begin with the reply to what it leaves out: what follows is its answer, a credential
                // among others, and no command.
                334 when IsBeginningCut => this with { AwaitsAuthAnswer = true, HasSeenAuth = true },
                354 when IsBeginningCut => this with { Content = ContentMode.Data },
                _ => this,
            };
        }

        var state = AfterAnswer(to, reply, shown ?? reply, Outstanding.Dequeue());
        return reply.Code is 421 ? state with { Phase = Phase.Closing, ClosingCode = 421 }

            // RFC 7504 §3: a server that says 521 may close without waiting for QUIT. One that goes on takes it back.
            : reply.Code is 521 ? state with { ClosingCode = 521 }
            : state is { ClosingCode: 521, Phase: not Phase.Refused } ? state with { ClosingCode = null }
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

            // Where nothing of the client's was seen so far, nothing that follows is known to be unasked for.
            IsExcerpt = IsBeginningCut || IsOfClientOnly,
            IsOfClientOnly = IsOfClientOnly,
        };

    /// <summary>The state after the connection ended.</summary>
    public SessionState AfterClose() => this with { Phase = Phase.Closed };

    // Each case makes the one copy of the state that an exchange's reply costs: hence the queue in all of them.
    SessionState AfterAnswer(Pending to, Reply reply, Reply shown, Unanswered rest)
    {
        var success = reply.Class == ReplyClass.Success;
        return to.Verb switch
        {
            Verb.Connection => this with
            {
                Outstanding = rest,
                Phase = success ? Phase.Greeted : reply.Class == ReplyClass.Permanent ? Phase.Refused : Phase,
                IsSes = NamesSes(reply),
            },
            Verb.Ehlo or Verb.Lhlo when success => this with
            {
                Outstanding = rest,
                Introduction = Introduction.Ehlo,
                IsExcerpt = false,
                Lmtp = to.Verb == Verb.Lhlo,
                Offers = Offers.Of(shown),
                IsSes = IsSes || NamesSes(reply),

                // RFC 5321 §4.1.4: EHLO in mid-session clears all buffers, as RSET does.
                Transaction = null,
            },
            Verb.Ehlo when reply.Code is 500 or 502 => this with { Outstanding = rest, IsEhloUnknown = true },
            Verb.Helo when success => this with
            {
                Outstanding = rest,
                Introduction = Introduction.Helo,
                IsExcerpt = false,
                Offers = null,
                Transaction = null,
            },
            Verb.Mail when success => this with { Outstanding = rest, Transaction = new MailTransaction(to.Content) { Shown = to.Shown } },
            Verb.Rcpt => this with { Outstanding = rest, Transaction = AfterRecipient(to.Content, success) },
            Verb.Data when reply.Code == 354 => this with { Outstanding = rest, Content = ContentMode.Data },
            Verb.EndOfData => this with { Outstanding = rest, Transaction = rest.First?.Verb == Verb.EndOfData ? Transaction : null },
            Verb.Bdat when to.IsLastChunk => this with { Outstanding = rest, Transaction = null },
            Verb.Rset when success => this with { Outstanding = rest, Transaction = null },
            Verb.Auth => AfterAuthReply(reply, rest),
            Verb.StartTls when reply.Code == 220 => this with { Outstanding = rest, Phase = Phase.Handshake },
            Verb.Quit when success => this with { Outstanding = rest, Phase = Phase.Closing, ClosingCode = reply.Code },
            _ => this with { Outstanding = rest },
        };
    }

    // SES greets as "email-smtp.amazonaws.com ESMTP SimpleEmailService-..." and answers EHLO with that domain.
    static bool NamesSes(Reply reply) =>
        reply.Lines.Count > 0
        && reply.Lines[0].TextBytes.Span is var text
        && (text.IndexOf("SimpleEmailService"u8) >= 0 || (text.StartsWith("email-smtp"u8) && text.IndexOf(".amazonaws.com"u8) > 0));

    SessionState AwaitingGreeting(TimeSpan? at) => this with
    {
        Outstanding = Unanswered.Of(new Pending(Verb.Connection, default, at)),
    };

    MailTransaction? AfterRecipient(ReadOnlyMemory<byte> rcpt, bool accepted) => Transaction is not { } open ? null
        : accepted ? open with { Recipients = new AcceptedRecipient(open.RecipientCount + 1, rcpt, open.Recipients) }
        : open with { RefusedCount = open.RefusedCount + 1 };

    SessionState AfterAuthReply(Reply reply, Unanswered rest) => reply.Code switch
    {
        334 => this with { Outstanding = rest, AwaitsAuthAnswer = true },
        235 => this with
        {
            Outstanding = rest,
            Auth = null,
            AwaitsAuthAnswer = false,
            Authenticated = true,
            BrokenAuth = Auth is { IsComplete: false } ? Auth : null,
        },
        _ => this with { Outstanding = rest, Auth = null, AwaitsAuthAnswer = false, BrokenAuth = Auth, FailedAuths = FailedAuths + 1 },
    };
}
