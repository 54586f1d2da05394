namespace SmtpInspector.Protocol.Grammar;

/// <summary>A parameter of MAIL or RCPT that some RFC defines.</summary>
/// <param name="Keyword">Its keyword.</param>
/// <param name="Verb">Whose parameter it is: MAIL or RCPT.</param>
/// <param name="Extension">The EHLO keyword of the extension it belongs to.</param>
/// <param name="Value">What its value may be.</param>
/// <param name="Example">How it is written.</param>
/// <param name="Section">The section that defines it.</param>
/// <param name="Hint">What it says, for a beginner.</param>
/// <param name="Longest">How long its value may be.</param>
public sealed record KnownParameter(
    string Keyword, Verb Verb, string Extension, ValueRule Value, string Example, string Section, string Hint, int Longest = int.MaxValue)
{
    /// <summary>All of them, by command.</summary>
    public static IReadOnlyList<KnownParameter> All => Rows;

    /// <summary>The parameter of a keyword in any case; null when none is known.</summary>
    public static KnownParameter? Of(Token keyword)
    {
        foreach (var row in Rows)
        {
            if (row.Keyword.Length == keyword.Length && keyword.Is(row.Keyword))
            {
                return row;
            }
        }

        return null;
    }

    static readonly KnownParameter[] Rows =
    [
        new("SIZE", Verb.Mail, "SIZE", ValueRule.Size, "SIZE=1000", "RFC 1870 §3", "how many octets the message has"),
        new("BODY", Verb.Mail, "8BITMIME", ValueRule.Body, "BODY=8BITMIME", "RFC 6152 §2", "what kind of octets the message holds"),
        new("SMTPUTF8", Verb.Mail, "SMTPUTF8", ValueRule.None, "SMTPUTF8", "RFC 6531 §3.4", "addresses or header fields hold UTF-8"),
        new("RET", Verb.Mail, "DSN", ValueRule.Return, "RET=HDRS", "RFC 3461 §4.3", "what a failure report returns: FULL message or HDRS"),
        new("ENVID", Verb.Mail, "DSN", ValueRule.EnvelopeId, "ENVID=QQ314159", "RFC 3461 §4.4", "your own name for this message in reports", 100),
        new("AUTH", Verb.Mail, "AUTH", ValueRule.Submitter, "AUTH=<> or AUTH=user@example.com", "RFC 4954 §5", "who submitted the message"),
        new("BY", Verb.Mail, "DELIVERBY", ValueRule.DeliverBy, "BY=120;R", "RFC 2852 §4", "deliver within so many seconds"),
        new("HOLDFOR", Verb.Mail, "FUTURERELEASE", ValueRule.Interval, "HOLDFOR=3600", "RFC 4865 §4", "hold the message for so many seconds"),
        new("HOLDUNTIL", Verb.Mail, "FUTURERELEASE", ValueRule.DateTime, "HOLDUNTIL=2030-01-01T09:00:00Z", "RFC 4865 §4", "hold the message until then"),
        new("MT-PRIORITY", Verb.Mail, "MT-PRIORITY", ValueRule.Priority, "MT-PRIORITY=3", "RFC 6710 §4", "-9, lowest, to 9, highest"),
        new("REQUIRETLS", Verb.Mail, "REQUIRETLS", ValueRule.None, "REQUIRETLS", "RFC 8689 §4.1", "never pass the message on without TLS"),
        new("SUBMITTER", Verb.Mail, "SUBMITTER", ValueRule.Any, "SUBMITTER=user@example.com", "RFC 4405 §4.1", "who is responsible for sending"),
        new("MTRK", Verb.Mail, "MTRK", ValueRule.Any, "MTRK=certifier", "RFC 3885 §3.1", "allow tracking"),
        new("CONPERM", Verb.Mail, "CONPERM", ValueRule.Any, "CONPERM", "RFC 4141 §4.1", "permit conversion"),
        new("NOTIFY", Verb.Rcpt, "DSN", ValueRule.Notify, "NOTIFY=SUCCESS,FAILURE or NOTIFY=NEVER", "RFC 3461 §4.1", "when to send a report"),
        new("ORCPT", Verb.Rcpt, "DSN", ValueRule.OriginalRecipient, "ORCPT=rfc822;user@example.com", "RFC 3461 §4.2", "the recipient as first given", 500),
        new("RRVS", Verb.Rcpt, "RRVS", ValueRule.Any, "RRVS=2014-04-03T23:01:00Z", "RFC 7293 §5", "deliver only if the mailbox has had its owner since then"),
        new("CONNEG", Verb.Rcpt, "CONNEG", ValueRule.Any, "CONNEG", "RFC 4141 §5", "ask what the recipient can display"),
    ];
}
