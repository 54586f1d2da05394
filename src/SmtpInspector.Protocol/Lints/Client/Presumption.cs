using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>
/// Where the session stands once everything still unanswered is accepted. A pipelined group is sent on that
/// presumption, and is in order when it holds (RFC 2920 §3.1).
/// </summary>
readonly record struct Presumption(Standing Standing, bool UsesData, bool UsesBdat)
{
    /// <summary>
    /// How many unanswered commands are followed. With more, which no client sends, the group is not judged: each
    /// command of it would have to look at all before it.
    /// </summary>
    public const int Followed = 1000;

    const Standing Open = Standing.Transaction | Standing.Recipient;

    /// <summary>The presumption in a state.</summary>
    public static Presumption Of(SessionState state)
    {
        var standing = Known(state);
        var usesData = state.Transaction?.UsesData ?? false;
        var usesBdat = state.Transaction?.UsesBdat ?? false;
        if (state.OutstandingCount == 0)
        {
            return new Presumption(standing, usesData, usesBdat);
        }

        foreach (var pending in state.Outstanding)
        {
            switch (pending.Verb)
            {
                case Verb.Ehlo or Verb.Lhlo:
                    standing = (standing | Standing.Introduced | Standing.Extended) & ~Open;
                    break;
                case Verb.Helo:
                    standing = (standing | Standing.Introduced) & ~(Open | Standing.Extended);
                    break;
                case Verb.Mail:
                    standing = (standing & ~Open) | Standing.Transaction;
                    usesData = usesBdat = false;
                    break;
                case Verb.Rcpt when (standing & Standing.Transaction) != 0:
                    standing |= Standing.Recipient;
                    break;
                case Verb.Data:
                    usesData = true;
                    break;
                case Verb.Bdat or Verb.Burl:
                    usesBdat = true;
                    standing = pending.IsLastChunk ? standing & ~Open : standing;
                    break;
                case Verb.EndOfData or Verb.Rset:
                    standing &= ~Open;
                    break;
                default:
                    break;
            }
        }

        return new Presumption(standing, usesData, usesBdat);
    }

    static Standing Known(SessionState state) =>
        Standing.Greeted
        | (state.Introduction == Introduction.None ? Standing.None : Standing.Introduced)
        | (state.Introduction == Introduction.Ehlo ? Standing.Extended : Standing.None)
        | (state.Transaction is null ? Standing.None : Standing.Transaction)
        | (state.Transaction is { RecipientCount: > 0 } ? Standing.Recipient : Standing.None)
        | (state.Authenticated ? Standing.Authenticated : Standing.None)
        | (state.Tls is true ? Standing.Encrypted : Standing.None);
}
