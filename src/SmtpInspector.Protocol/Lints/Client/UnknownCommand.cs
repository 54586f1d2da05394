using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>Verbs that neither SMTP nor an extension known here defines.</summary>
static class UnknownCommand
{
    public static void Check(SessionState state, Command command, ICollection<Finding> findings)
    {
        // An empty line, or one that begins with a space, has been found by its form.
        if (command is not Command.Unknown { Word: { IsEmpty: false } word })
        {
            return;
        }

        if (state.BrokenAuth is not null)
        {
            findings.Add(
                FindingId.CommandUnknown,
                word.Where,
                "This is no command. If it was meant as the answer to a challenge: AUTH is over, and no challenge is open.");
            return;
        }

        // RFC 5321 §4.1.1.1: what EHLO lists is a keyword, and for most extensions with a command also its verb.
        if (state.Offers is { } offers && offers.Has(word.Text))
        {
            return;
        }

        findings.Add(FindingId.CommandUnknown, word.Where, Obsolete(word)
            ? "This command is obsolete and no server of today knows it."
            : "This is no command of SMTP or of an extension known here; the server will probably answer 500.");
    }

    // RFC 5321 Appendix F.1, F.6
    static bool Obsolete(Token word) => word.Is("TURN") || word.Is("SEND") || word.Is("SOML") || word.Is("SAML");
}
