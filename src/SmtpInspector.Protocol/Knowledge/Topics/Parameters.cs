namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>Parameters of MAIL and RCPT. An EHLO keyword of the same name is explained with them.</summary>
static class Parameters
{
    public static Entry[] Rows { get; } =
    [
        new("SIZE|SIZE=", "how large a message is, or may be", "RFC 1870 §3",
            "In EHLO: the largest message the server takes, in octets; 0 or nothing says that no limit is told. "
            + "On MAIL: how large yours will be, so that it can be refused before it is sent.",
            "Count the message with its CRLFs. Base64 makes attachments a third larger.",
            "552|X.3.4|size-exceeds-advertised")
        {
            Syntax = "MAIL FROM:<...> SIZE=octets",
        },
        new("BODY|BODY=|BODY=8BITMIME|BODY=7BIT|BODY=BINARYMIME", "what octets the message holds", "RFC 6152 §2",
            "Says on MAIL whether the content has octets over 127 (8BITMIME), is binary (BINARYMIME), or neither (7BIT).",
            "Use 8BITMIME where the server offers it and the message needs it. BINARYMIME works only with BDAT.",
            "8BITMIME|BINARYMIME|BDAT|message-8bit")
        {
            Syntax = "MAIL FROM:<...> BODY=7BIT / 8BITMIME / BINARYMIME",
        },
        new("SMTPUTF8", "addresses and headers in UTF-8", "RFC 6531 §3.4",
            "In EHLO: the server takes addresses and header fields beyond ASCII. "
            + "On MAIL, VRFY and EXPN: this message or question makes use of that.",
            "Give it on MAIL when an address or the header has such letters. Every server on the way must offer it.",
            "X.6.7|8BITMIME|address-non-ascii")
        {
            Syntax = "MAIL FROM:<...> SMTPUTF8",
        },
        new("RET|RET=", "how much of the message a bounce brings back", "RFC 3461 §4.3",
            "FULL asks for the whole message in a failure report, HDRS for its header only.",
            "Use HDRS for large mailings.",
            "DSN|ENVID|NOTIFY")
        {
            Syntax = "MAIL FROM:<...> RET=FULL / HDRS",
        },
        new("ENVID|ENVID=", "your own label for the message", "RFC 3461 §4.4",
            "A text of up to 100 characters that comes back in delivery reports, so that you know which message they are about.",
            "Choose one that is unique. Write it as xtext: + and = become +2B and +3D.",
            "DSN|xtext|ORCPT")
        {
            Syntax = "MAIL FROM:<...> ENVID=xtext",
        },
        new("NOTIFY|NOTIFY=", "when to report on a recipient", "RFC 3461 §4.1",
            "SUCCESS, FAILURE and DELAY say what should bring a delivery report; NEVER forbids all. "
            + "Without it, failures are reported and delays may be.",
            "List what you want with commas: NOTIFY=SUCCESS,FAILURE. NEVER stands alone.",
            "DSN|RET|ORCPT")
        {
            Syntax = "RCPT TO:<...> NOTIFY=NEVER / SUCCESS,FAILURE,DELAY",
        },
        new("ORCPT|ORCPT=", "the recipient as first written", "RFC 3461 §4.2",
            "Keeps the original address through forwarding, so that a report names the address the sender knows.",
            "Write the type and the address: ORCPT=rfc822;user@example.com.",
            "DSN|xtext|NOTIFY")
        {
            Syntax = "RCPT TO:<...> ORCPT=addr-type;xtext",
        },
        new("AUTH=", "who submitted this message", "RFC 4954 §5",
            "On MAIL, a trusted server tells the next one who first submitted the message; <> says that it is not known. "
            + "An EHLO line AUTH=LOGIN is something else: an old spelling for very old clients.",
            "Leave it out unless both servers trust each other.",
            "AUTH|MAIL|ehlo-auth-equals")
        {
            Syntax = "MAIL FROM:<...> AUTH=xtext",
        },
        new("BY|BY=", "deliver by a time, or do without", "RFC 2852 §4",
            "Seconds from now, and what to do when they are over: R returns the message, N only notifies.",
            "Use it where EHLO offers DELIVERBY.",
            "DELIVERBY|X.4.7")
        {
            Syntax = "MAIL FROM:<...> BY=seconds;R / N",
        },
        new("HOLDFOR|HOLDFOR=", "keep the message for some seconds", "RFC 4865 §3",
            "Asks a submission server to hold the message so many seconds before it sends it on.",
            "Use it where EHLO offers FUTURERELEASE, and stay below the limit told there.",
            "HOLDUNTIL|FUTURERELEASE")
        {
            Syntax = "MAIL FROM:<...> HOLDFOR=seconds",
        },
        new("HOLDUNTIL|HOLDUNTIL=", "keep the message until a time", "RFC 4865 §3",
            "Asks a submission server to hold the message until a date and time in UTC.",
            "Use it where EHLO offers FUTURERELEASE: HOLDUNTIL=2030-01-31T12:00:00Z.",
            "HOLDFOR|FUTURERELEASE")
        {
            Syntax = "MAIL FROM:<...> HOLDUNTIL=date-time",
        },
        new("MT-PRIORITY|MT-PRIORITY=", "how urgent the message is", "RFC 6710 §3",
            "In EHLO: the server handles messages by priority. On MAIL: from -9, can wait, to 9, most urgent; 0 is usual.",
            "Use it in networks that agreed on it, such as emergency services.",
            "X.7.15|X.3.6")
        {
            Syntax = "MAIL FROM:<...> MT-PRIORITY=-9 to 9",
        },
        new("REQUIRETLS", "only over verified TLS, all the way", "RFC 8689 §2",
            "In EHLO, inside TLS: the server can promise it. On MAIL: rather return this message than send it anywhere without.",
            "Use it where a bounce is better than an unprotected message.",
            "X.7.30|STARTTLS|MTA-STS")
        {
            Syntax = "MAIL FROM:<...> REQUIRETLS",
        },
        new("MTRK|MTRK=", "let the message be tracked", "RFC 3885 §3.1",
            "In EHLO: the server keeps tracking data. On MAIL: a secret's hash, so that only you can ask later where the message went.",
            "It is hardly in use; delivery reports do the same job.",
            "DSN|ENVID")
        {
            Syntax = "MAIL FROM:<...> MTRK=certifier[:seconds]",
        },
        new("RRVS|RRVS=", "only if the mailbox is still the same person's", "RFC 7293 §3.1",
            "In EHLO: the server can check. On RCPT: refuse if the mailbox got a new owner after this date.",
            "Use it for mail that a stranger must not read, such as a password reset.",
            "X.7.17|X.7.19")
        {
            Syntax = "RCPT TO:<...> RRVS=date-time[;C / R]",
        },
        new("CONPERM", "permission to convert the content", "RFC 4141 §4",
            "In EHLO: the server may convert content. On MAIL: it is allowed to, within what the header says.",
            "It is hardly in use.",
            "CONNEG|X.6.2")
        {
            Syntax = "MAIL FROM:<...> CONPERM",
        },
        new("CONNEG", "what content the recipient can take", "RFC 4141 §5",
            "In EHLO: the server can tell. On RCPT: ask it which formats this recipient's system handles.",
            "It is hardly in use.",
            "CONPERM")
        {
            Syntax = "RCPT TO:<...> CONNEG",
        },
        new("SUBMITTER|SUBMITTER=", "who is responsible for sending (historic)", "RFC 4405 §2",
            "Tells on MAIL which address is responsible for the most recent sending. It belonged to Sender ID, which is no longer used.",
            "Leave it out.",
            "SPF|DMARC")
        {
            Syntax = "MAIL FROM:<...> SUBMITTER=xtext",
        },
        new("SOLICIT|SOLICIT=", "what advertising the message is", "RFC 3865 §2",
            "Names the kind of solicitation in the message, for servers that offer NO-SOLICITING.",
            "It is hardly in use.",
            "NO-SOLICITING")
        {
            Syntax = "MAIL FROM:<...> SOLICIT=keywords",
        },
        new("TRANSID|TRANSID=", "the name of a transaction that can be resumed", "RFC 1845 §3",
            "Marks the transaction so that it can go on where it broke off, with servers that offer CHECKPOINT.",
            "It is hardly in use.",
            "CHECKPOINT")
        {
            Syntax = "MAIL FROM:<...> TRANSID=<identifier>",
        },
    ];
}
