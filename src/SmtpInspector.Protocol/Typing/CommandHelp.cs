using System.Text;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Typing;

/// <summary>What a beginner needs to know to type a command.</summary>
/// <param name="Verb">The command.</param>
/// <param name="Opening">What can be typed for the user up to where their own words begin.</param>
/// <param name="Syntax">How it is written, what to fill in as words, what may be left out in brackets.</param>
/// <param name="Meaning">What it does, in one sentence.</param>
/// <param name="Section">Where it is defined.</param>
public sealed record CommandHelp(Verb Verb, string Opening, string Syntax, string Meaning, string Section)
{
    static readonly CommandHelp[] Rows =
    [
        new(Verb.Ehlo, "EHLO ", "EHLO your-host-name", "introduces you and asks what the server can do", "RFC 5321 §4.1.1.1"),
        new(Verb.Helo, "HELO ", "HELO your-host-name", "introduces you the old way, without extensions", "RFC 5321 §4.1.1.1"),
        new(Verb.Mail, "MAIL FROM:<", "MAIL FROM:<your-address> [parameters]", "begins a message and says where failures are reported", "RFC 5321 §4.1.1.2"),
        new(Verb.Rcpt, "RCPT TO:<", "RCPT TO:<recipient-address> [parameters]", "adds one recipient to the message", "RFC 5321 §4.1.1.3"),
        new(Verb.Data, "DATA", "DATA", "announces the message itself, which ends with a line of one dot", "RFC 5321 §4.1.1.4"),
        new(Verb.Rset, "RSET", "RSET", "drops the message begun, and keeps the connection", "RFC 5321 §4.1.1.5"),
        new(Verb.Vrfy, "VRFY ", "VRFY user-or-address", "asks whether a mailbox exists; most servers will not say", "RFC 5321 §4.1.1.6"),
        new(Verb.Expn, "EXPN ", "EXPN list-name", "asks who is on a mailing list; most servers will not say", "RFC 5321 §4.1.1.7"),
        new(Verb.Help, "HELP", "HELP [command]", "asks for a text that a person can read", "RFC 5321 §4.1.1.8"),
        new(Verb.Noop, "NOOP", "NOOP", "does nothing but get an answer: is the connection still there?", "RFC 5321 §4.1.1.9"),
        new(Verb.Quit, "QUIT", "QUIT", "ends the session in good order", "RFC 5321 §4.1.1.10"),
        new(Verb.StartTls, "STARTTLS", "STARTTLS", "asks to encrypt the connection from here on", "RFC 3207 §4"),
        new(Verb.Auth, "AUTH ", "AUTH mechanism [base64]", "says who you are, by a mechanism the server offers", "RFC 4954 §4"),
        new(Verb.Bdat, "BDAT ", "BDAT octets [LAST]", "sends a piece of the message of exactly so many octets", "RFC 3030 §2"),
        new(Verb.Etrn, "ETRN ", "ETRN host-name", "asks the server to deliver the mail waiting for a host", "RFC 1985 §5"),
        new(Verb.Burl, "BURL ", "BURL imap-url [LAST]", "lets the server fetch the message from an IMAP server", "RFC 4468 §3"),
        new(Verb.Lhlo, "LHLO ", "LHLO your-host-name", "introduces you to a local delivery agent (LMTP)", "RFC 2033 §4.1"),
        new(Verb.XClient, "XCLIENT ", "XCLIENT attribute=value ...", "tells Postfix on whose behalf you speak", "Postfix, XCLIENT_README"),
    ];

    /// <summary>All commands, in the order of the RFCs.</summary>
    public static IReadOnlyList<CommandHelp> All => Rows;

    /// <summary>The row of a command; null for a word no one knows.</summary>
    public static CommandHelp? Of(Verb verb) => Array.Find(Rows, row => row.Verb == verb);

    /// <summary>The row of the command that a line begins with, in any case; null when that is no known verb.</summary>
    public static CommandHelp? Of(string typed) => Of(Verbs.Of(Encoding.UTF8.GetBytes(typed)));
}
