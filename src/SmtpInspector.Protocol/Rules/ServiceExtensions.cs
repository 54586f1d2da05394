using System.Text;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Rules;

/// <summary>An EHLO keyword this program knows.</summary>
/// <param name="Keyword">In upper case, as registered.</param>
/// <param name="Verb">The command it offers; <see cref="Verb.Unknown"/> where it offers none this program knows.</param>
/// <param name="Meaning">What the server can do when it offers it.</param>
/// <param name="Reference">The RFC, or the document of the maker where there is none.</param>
/// <param name="IsRegistered">Whether it stands in the registry "SMTP Service Extensions" of IANA.</param>
public sealed record ServiceExtension(string Keyword, Verb Verb, string Meaning, string Reference, bool IsRegistered = true);

/// <summary>
/// The EHLO keywords: the registry of IANA that RFC 5321 §2.2.2 founds, then those seen in the replies of
/// widespread servers that are not in it.
/// </summary>
public static class ServiceExtensions
{
    static readonly ServiceExtension[] Table =
    [
        new("SEND", Verb.Unknown, "messages to a terminal", "RFC 821 §3.4"),
        new("SOML", Verb.Unknown, "messages to a terminal or a mailbox", "RFC 821 §3.4"),
        new("SAML", Verb.Unknown, "messages to a terminal and a mailbox", "RFC 821 §3.4"),
        new("VRFY", Verb.Vrfy, "verifying a user's name; required of every server, listed as a convenience", "RFC 5321 §3.5.2"),
        new("EXPN", Verb.Expn, "expanding a mailing list", "RFC 5321 §4.1.1.7"),
        new("HELP", Verb.Help, "help text for people", "RFC 5321 §4.1.1.8"),
        new("TURN", Verb.Unknown, "swapping the roles of client and server", "RFC 821 §3.8"),
        new("8BITMIME", Verb.Unknown, "message content with octets over 127", "RFC 6152 §2"),
        new("SIZE", Verb.Unknown, "declaring a message's size, and the largest the server takes", "RFC 1870 §3"),
        new("VERB", Verb.Unknown, "verbose replies", "IANA SMTP Service Extensions, VERB (Eric Allman)"),
        new("ONEX", Verb.Unknown, "announcing that the session has one transaction only", "IANA SMTP Service Extensions, ONEX (Eric Allman)"),
        new("CHECKPOINT", Verb.Unknown, "resuming an interrupted message", "RFC 1845 §2"),
        new("ETRN", Verb.Etrn, "starting the server's queue for a host", "RFC 1985 §4"),
        new("ENHANCEDSTATUSCODES", Verb.Unknown, "replies begin with an enhanced status code", "RFC 2034 §3"),
        new("ATRN", Verb.Unknown, "fetching queued mail over the same connection", "RFC 2645 §5"),
        new("DELIVERBY", Verb.Unknown, "a time by which to deliver", "RFC 2852 §4"),
        new("PIPELINING", Verb.Unknown, "several commands without waiting for each reply", "RFC 2920 §2"),
        new("CHUNKING", Verb.Bdat, "messages in chunks of announced size", "RFC 3030 §2"),
        new("BINARYMIME", Verb.Unknown, "message content of any octets, sent in chunks", "RFC 3030 §3"),
        new("STARTTLS", Verb.StartTls, "changing to TLS on this connection", "RFC 3207 §2"),
        new("DSN", Verb.Unknown, "asking for delivery status notifications", "RFC 3461 §4"),
        new("NO-SOLICITING", Verb.Unknown, "what advertising the server does not want", "RFC 3865 §2"),
        new("MTRK", Verb.Unknown, "tracking a message", "RFC 3885 §3"),
        new("CONPERM", Verb.Unknown, "permission to convert a message", "RFC 4141 §3"),
        new("CONNEG", Verb.Unknown, "what the recipient can show", "RFC 4141 §4"),
        new("SUBMITTER", Verb.Unknown, "naming who is responsible for a message", "RFC 4405 §3"),
        new("BURL", Verb.Burl, "taking message content from an IMAP server", "RFC 4468 §3"),
        new("FUTURERELEASE", Verb.Unknown, "holding a message until a given time", "RFC 4865 §3"),
        new("AUTH", Verb.Auth, "authentication, and by which mechanisms", "RFC 4954 §3"),
        new("UTF8SMTP", Verb.Unknown, "the experiment that SMTPUTF8 replaced", "RFC 5336 §3.1"),
        new("SMTPUTF8", Verb.Unknown, "addresses and header fields in UTF-8", "RFC 6531 §3.1"),
        new("MT-PRIORITY", Verb.Unknown, "a message's priority in transfer", "RFC 6710 §3"),
        new("RRVS", Verb.Unknown, "refusing mail to a mailbox that has changed hands", "RFC 7293 §3"),
        new("REQUIRETLS", Verb.Unknown, "TLS on every further hop, or no delivery", "RFC 8689 §2"),
        new("LIMITS", Verb.Unknown, "how many recipients or transactions the server takes", "RFC 9422 §3"),

        new("PRDR", Verb.Unknown, "a verdict for each recipient after the dot", "Exim specification, PRDR", IsRegistered: false),
        new("PIPECONNECT", Verb.Unknown, "commands before the greeting", "Exim specification, Early pipelining", IsRegistered: false),
        new("XCLIENT", Verb.XClient, "a trusted proxy may name the real client", "Postfix, XCLIENT_README", IsRegistered: false),
        new("XFORWARD", Verb.Unknown, "a trusted relay may forward the client's name for the log", "Postfix, XFORWARD_README", IsRegistered: false),
        new("XVERP", Verb.Unknown, "a return address of its own for each recipient", "Postfix, VERP_README", IsRegistered: false),
        new("X-ANONYMOUSTLS", Verb.Unknown, "TLS between Exchange servers", "Microsoft, [MS-OXSMTP]", IsRegistered: false),
        new("X-EXPS", Verb.Unknown, "authentication between Exchange servers", "Microsoft, [MS-OXSMTP]", IsRegistered: false),
        new("XEXCH50", Verb.Unknown, "properties of messages between Exchange servers", "Microsoft, [MS-OXSMTP]", IsRegistered: false),
        new("X-LINK2STATE", Verb.Unknown, "link states between Exchange servers", "Microsoft, [MS-OXSMTP]", IsRegistered: false),
        new("XRDST", Verb.Unknown, "routing between Exchange servers", "Microsoft, [MS-OXSMTP]", IsRegistered: false),
        new("XSHADOW", Verb.Unknown, "shadow redundancy between Exchange servers", "Microsoft, [MS-OXSMTP]", IsRegistered: false),
    ];

    /// <summary>All keywords, registered ones first.</summary>
    public static IReadOnlyList<ServiceExtension> All => Table;

    /// <summary>The row of a keyword as it stands on the wire; null for one this program does not know.</summary>
    public static ServiceExtension? Find(ReadOnlySpan<byte> keyword)
    {
        foreach (var row in Table)
        {
            // RFC 5321 §2.4: keywords are not case sensitive.
            if (Ascii.EqualsIgnoreCase(keyword, row.Keyword))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>The keyword that offers a command; null where the command needs none.</summary>
    public static string? KeywordFor(Verb verb) =>
        verb == Verb.Unknown ? null : Array.Find(Table, row => row.Verb == verb)?.Keyword;
}
