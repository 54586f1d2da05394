using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>The MAIL that a transaction began with.</summary>
static class TransactionMail
{
    /// <summary>That MAIL, in a pipelined group also an unanswered one; null where none is known.</summary>
    public static Command.Mail? Of(SessionState state)
    {
        ReadOnlyMemory<byte>? mail = state.Transaction?.Mail;
        if (state.OutstandingCount > Presumption.Followed)
        {
            return null;
        }

        foreach (var pending in state.Outstanding)
        {
            mail = pending.Verb == Verb.Mail ? pending.Content : mail;
        }

        return mail is { } line ? CommandParser.Parse(line, new List<Findings.Finding>()) as Command.Mail : null;
    }

    /// <summary>Whether a parameter is given, and with this value where one is asked for.</summary>
    public static bool Has(this Command.Mail mail, string keyword, string? value = null)
    {
        for (var i = 0; i < mail.Parameters.Count; i++)
        {
            if (mail.Parameters[i].Is(keyword) && (value is null || mail.Parameters[i].Value.Is(value)))
            {
                return true;
            }
        }

        return false;
    }
}
