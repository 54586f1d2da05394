using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>Addresses that need SMTPUTF8 (RFC 6531 §3.4). Where the parameter is there, whether it was offered is another rule.</summary>
static class NonAsciiAddress
{
    const string Missing = "The address holds octets over 127: MAIL needs the parameter SMTPUTF8 for it.";

    public static void Check(Command.Mail mail, ICollection<Finding> findings)
    {
        if (mail.Path is { IsNonAscii: true } path && !mail.Has("SMTPUTF8"))
        {
            findings.Add(FindingId.AddressNonAscii, path.Whole.Where, Missing);
        }
    }

    public static void Check(SessionState state, Command.Rcpt rcpt, ICollection<Finding> findings)
    {
        // Without the MAIL of this transaction it cannot be said whether SMTPUTF8 was asked for.
        if (rcpt.Path is { IsNonAscii: true } path && TransactionMail.Of(state) is { } mail && !mail.Has("SMTPUTF8"))
        {
            findings.Add(FindingId.AddressNonAscii, path.Whole.Where, Missing);
        }
    }

    /// <summary>The argument of VRFY or EXPN: UTF-8 once the server has offered it, with the parameter or without (RFC 6531 §3.7.4.2).</summary>
    public static void Check(SessionState state, Token name, ICollection<Finding> findings)
    {
        if (!Ascii.IsValid(name.Span) && Offered.Has(state, "SMTPUTF8") is false)
        {
            findings.Add(
                FindingId.AddressNonAscii, name.Where, "The name holds octets over 127, and the server did not offer SMTPUTF8.", "RFC 6531 §3.7.4.2");
        }
    }
}
