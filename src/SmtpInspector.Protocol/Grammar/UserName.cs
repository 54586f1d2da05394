using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>The arguments of VRFY and EXPN.</summary>
static class UserName
{
    public static Command Vrfy(Token argument, int end, ICollection<Finding> findings)
    {
        var (name, smtpUtf8) = Parse(argument, end, findings, "VRFY needs the user or mailbox to ask about, as in VRFY postmaster.", "RFC 5321 §4.1.1.6");
        return new Command.Vrfy(name, smtpUtf8);
    }

    public static Command Expn(Token argument, int end, ICollection<Finding> findings)
    {
        var (name, smtpUtf8) = Parse(argument, end, findings, "EXPN needs the name of a mailing list, as in EXPN staff.", "RFC 5321 §4.1.1.7");
        return new Command.Expn(name, smtpUtf8);
    }

    // RFC 5321 §3.5.1: these strings "cannot be further restricted", so neither spaces, brackets nor a missing
    // domain are found: only that there is something, and that it is text.
    static (Token Name, bool SmtpUtf8) Parse(Token argument, int end, ICollection<Finding> findings, string missing, string reference)
    {
        if (argument.IsEmpty)
        {
            findings.AddSyntax(end, end, missing, reference);
            return (argument, false);
        }

        CommandText.CheckControls(argument, findings);

        // RFC 6531 §3.7.4.2: vrfy = "VRFY" SP String [ SP "SMTPUTF8" ] CRLF. Without a String before it the
        // word is the name asked for.
        var space = argument.Span.LastIndexOf((byte)' ');
        return space > 0 && argument.From(space + 1).Is("SMTPUTF8")
            ? (argument.Slice(0, space).TrimEnd(), true)
            : (argument, false);
    }
}
