using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Rules;

/// <summary>What must come before a command, and what must not (RFC 5321 §4.1.4 and the extensions).</summary>
public static class CommandOrder
{
    /// <summary>A row: one command and what the session must have reached.</summary>
    /// <param name="Verb">The command.</param>
    /// <param name="After">What must have been reached before it.</param>
    /// <param name="NotAfter">What must not have been reached, or must be over.</param>
    /// <param name="Reference">The section that says so.</param>
    public sealed record Row(Verb Verb, Standing After, Standing NotAfter, string Reference);

    static readonly Row[] Table =
    [
        new(Verb.Ehlo,     After: Standing.Greeted,                           NotAfter: Standing.None, "RFC 5321 §4.3.1"),
        new(Verb.Helo,     After: Standing.Greeted,                           NotAfter: Standing.None, "RFC 5321 §4.3.1"),
        new(Verb.Mail,     After: Standing.Greeted | Standing.Introduced,     NotAfter: Standing.Transaction, "RFC 5321 §4.1.4"),
        new(Verb.Rcpt,     After: Standing.Greeted | Standing.Transaction,    NotAfter: Standing.None, "RFC 5321 §4.1.4"),
        new(Verb.Data,     After: Standing.Greeted | Standing.Recipient,      NotAfter: Standing.None, "RFC 5321 §4.1.4"),

        // RFC 5321 §4.1.4: NOOP, HELP, EXPN, VRFY and RSET can be used at any time, also without EHLO; §4.1.1.10: QUIT too.
        new(Verb.Rset,     After: Standing.Greeted,                           NotAfter: Standing.None, "RFC 5321 §4.1.4"),
        new(Verb.Vrfy,     After: Standing.Greeted,                           NotAfter: Standing.None, "RFC 5321 §4.1.4"),
        new(Verb.Expn,     After: Standing.Greeted,                           NotAfter: Standing.None, "RFC 5321 §4.1.4"),
        new(Verb.Help,     After: Standing.Greeted,                           NotAfter: Standing.None, "RFC 5321 §4.1.4"),
        new(Verb.Noop,     After: Standing.Greeted,                           NotAfter: Standing.None, "RFC 5321 §4.1.4"),
        new(Verb.Quit,     After: Standing.Greeted,                           NotAfter: Standing.None, "RFC 5321 §4.1.1.10"),

        new(Verb.Etrn,     After: Standing.Greeted | Standing.Extended,       NotAfter: Standing.None, "RFC 1985 §5.2"),
        new(Verb.Lhlo,     After: Standing.Greeted,                           NotAfter: Standing.None, "RFC 2033 §4.1"),
        new(Verb.Bdat,     After: Standing.Greeted | Standing.Recipient,      NotAfter: Standing.None, "RFC 3030 §2"),
        new(Verb.StartTls, After: Standing.Greeted | Standing.Extended,       NotAfter: Standing.Encrypted, "RFC 3207 §4.2"),
        new(Verb.Burl,     After: Standing.Greeted | Standing.Recipient,      NotAfter: Standing.None, "RFC 4468 §3"),
        new(Verb.Auth,     After: Standing.Greeted | Standing.Extended,       NotAfter: Standing.Transaction | Standing.Authenticated, "RFC 4954 §4"),
    ];

    /// <summary>All rows, in the order of the RFCs.</summary>
    public static IReadOnlyList<Row> Rows => Table;

    /// <summary>The row of a command; null for what has no place in the order, as an unknown word.</summary>
    public static Row? Of(Verb verb)
    {
        foreach (var row in Table)
        {
            if (row.Verb == verb)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>What must still come before a command may be sent; <see cref="Standing.None"/> when nothing is missing.</summary>
    public static Standing Missing(Verb verb, Standing standing) =>
        Of(verb) is { } row ? row.After & ~standing : Standing.None;

    /// <summary>What has been reached though the command must not be sent after it; <see cref="Standing.None"/> when nothing stands against it.</summary>
    public static Standing Obstacles(Verb verb, Standing standing) =>
        Of(verb) is { } row ? row.NotAfter & standing : Standing.None;

    /// <summary>
    /// What to do first, in words: the earliest of the things that are missing, since one leads to the next.
    /// </summary>
    public static string FirstStep(Standing missing) =>
        (missing & Standing.Greeted) != 0 ? "the server's greeting must come first"
        : (missing & (Standing.Introduced | Standing.Extended)) != 0 ? "EHLO must be accepted first"
        : (missing & Standing.Transaction) != 0 ? "MAIL must be accepted first"
        : (missing & Standing.Recipient) != 0 ? "at least one RCPT must be accepted first"
        : "nothing must come first";
}
