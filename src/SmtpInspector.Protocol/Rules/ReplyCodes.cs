namespace SmtpInspector.Protocol.Rules;

/// <summary>A reply code that some RFC defines.</summary>
/// <param name="Code">The three digits.</param>
/// <param name="Meaning">What it says, in the RFC's sense.</param>
/// <param name="Reference">The section that defines it.</param>
public sealed record ReplyCode(short Code, string Meaning, string Reference);

/// <summary>
/// Every reply code an RFC defines, in numeric order as in RFC 5321 §4.2.3. A code that is not here is nobody's:
/// a client can go by its first digit only.
/// </summary>
public static class ReplyCodes
{
    static readonly ReplyCode[] Table =
    [
        new(211, "system status, or system help reply", "RFC 5321 §4.2.3"),
        new(214, "help message for the human user", "RFC 5321 §4.2.3"),
        new(220, "service ready", "RFC 5321 §4.2.3"),
        new(221, "service closing transmission channel", "RFC 5321 §4.2.3"),
        new(235, "authentication succeeded", "RFC 4954 §6"),
        new(250, "requested mail action okay, completed", "RFC 5321 §4.2.3"),
        new(251, "user not local; will forward", "RFC 5321 §4.2.3"),
        new(252, "cannot verify the user, but will accept the message and attempt delivery", "RFC 5321 §4.2.3"),
        new(253, "pending messages for the node were started", "RFC 1985 §5.3"),
        new(334, "a challenge: the client answers in base64", "RFC 4954 §4"),
        new(354, "start mail input, end it with a line of one dot", "RFC 5321 §4.2.3"),
        new(355, "the transaction may be resumed at this offset", "RFC 1845 §4"),
        new(421, "service not available, closing transmission channel", "RFC 5321 §4.2.3"),
        new(422, "a password transition is needed", "RFC 5248 §2.4"),
        new(432, "a password transition is needed", "RFC 4954 §6"),
        new(450, "mailbox unavailable, for now", "RFC 5321 §4.2.3"),
        new(451, "local error in processing", "RFC 5321 §4.2.3"),
        new(452, "insufficient system storage", "RFC 5321 §4.2.3"),
        new(453, "there is no mail for the client, or the system does not accept any now", "RFC 2645 §4"),
        new(454, "temporary failure of authentication or TLS", "RFC 4954 §6"),
        new(455, "server unable to accommodate parameters", "RFC 5321 §4.2.3"),
        new(458, "unable to queue messages for the node", "RFC 1985 §5.3"),
        new(459, "node not allowed", "RFC 1985 §5.3"),
        new(500, "syntax error, command unrecognized", "RFC 5321 §4.2.3"),
        new(501, "syntax error in parameters or arguments", "RFC 5321 §4.2.3"),
        new(502, "command not implemented", "RFC 5321 §4.2.3"),
        new(503, "bad sequence of commands", "RFC 5321 §4.2.3"),
        new(504, "command parameter not implemented", "RFC 5321 §4.2.3"),
        new(521, "the host does not accept mail", "RFC 7504 §3"),
        new(523, "encryption is needed", "RFC 5248 §2.4"),
        new(525, "the user's account is disabled", "RFC 5248 §2.4"),
        new(530, "authentication or TLS is required first", "RFC 4954 §6"),
        new(534, "the authentication mechanism is too weak", "RFC 4954 §6"),
        new(535, "authentication credentials invalid", "RFC 4954 §6"),
        new(538, "encryption is required for the authentication mechanism", "RFC 4954 §6"),
        new(550, "mailbox unavailable, or refused for policy", "RFC 5321 §4.2.3"),
        new(551, "user not local; try another path", "RFC 5321 §4.2.3"),
        new(552, "exceeded storage allocation", "RFC 5321 §4.2.3"),
        new(553, "mailbox name not allowed", "RFC 5321 §4.2.3"),
        new(554, "transaction failed, or no SMTP service here", "RFC 5321 §4.2.3"),
        new(555, "MAIL or RCPT parameters not recognized or not implemented", "RFC 5321 §4.2.3"),
        new(556, "the recipient's domain does not accept mail", "RFC 7504 §4"),
    ];

    /// <summary>All codes in numeric order.</summary>
    public static IReadOnlyList<ReplyCode> All => Table;

    /// <summary>The row of a code; null where no RFC defines it.</summary>
    public static ReplyCode? Find(int code)
    {
        foreach (var row in Table)
        {
            if (row.Code == code)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Whether any RFC defines a code.</summary>
    public static bool IsDefined(int code) => Find(code) is not null;
}
