using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>How long a command line may be, CRLF included (RFC 5321 §4.5.3.1.4), and what extensions add to it.</summary>
static class CommandLineLimit
{
    /// <summary>Without any extension.</summary>
    public const int Base = 512;

    // What each extension says of the maximum length of a command line. RFC 3461 states no increment but allows
    // an ENVID of 100 and an ORCPT of 500 characters; room is made for them and their keywords.
    static readonly (Verb Verb, string Extension, int Octets)[] Increments =
    [
        (Verb.Mail, "SIZE", 26),           // RFC 1870 §3
        (Verb.Mail, "8BITMIME", 17),       // RFC 6152 §2
        (Verb.Mail, "BINARYMIME", 16),     // RFC 3030 §3
        (Verb.Mail, "AUTH", 500),          // RFC 4954 §3
        (Verb.Mail, "SMTPUTF8", 10),       // RFC 6531 §3.1
        (Verb.Mail, "DSN", 110),           // RFC 3461 §4.4
        (Verb.Mail, "DELIVERBY", 17),      // RFC 2852 §4
        (Verb.Mail, "FUTURERELEASE", 40),  // RFC 4865 §4
        (Verb.Mail, "MT-PRIORITY", 15),    // RFC 6710 §3
        (Verb.Mail, "REQUIRETLS", 11),     // RFC 8689 §2
        (Verb.Rcpt, "DSN", 530),           // RFC 3461 §4.2
    ];

    /// <summary>The limit for a command; with every increment where what the server offered is unknown.</summary>
    public static int Of(Verb verb, SessionState state)
    {
        var limit = Base;
        foreach (var (command, extension, octets) in Increments)
        {
            if (command == verb && Offered.Has(state, extension) is not false)
            {
                limit += octets;
            }
        }

        return limit;
    }
}
