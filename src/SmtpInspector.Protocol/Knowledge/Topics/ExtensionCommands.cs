using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>Commands that extensions bring. The EHLO keyword of the same name is explained with them.</summary>
static class ExtensionCommands
{
    public static Entry[] Rows { get; } =
    [
        new("STARTTLS", "encrypt from here on", "RFC 3207 §4",
            "After the server's 220 the TLS handshake begins, and all that follows is encrypted. "
            + "What was learnt before is void: send EHLO again. As an EHLO keyword it says that the command works.",
            "Send it before AUTH, with nothing behind it. Check the certificate.",
            "implicit TLS|220|454|starttls-injection|starttls-stripped")
        {
            Verb = Verb.StartTls,
            Syntax = "STARTTLS CRLF",
        },
        new("AUTH", "prove who you are", "RFC 4954 §4",
            "Logs in with one of the mechanisms that EHLO lists behind the keyword AUTH. "
            + "The server may ask in 334 lines; you answer in base64. It works once in a connection.",
            "Use it inside TLS only. PLAIN is the simplest mechanism.",
            "PLAIN|LOGIN|235|535|AUTH=")
        {
            Verb = Verb.Auth,
            Syntax = "AUTH SP mechanism [SP initial-response] CRLF",
            Example = "AUTH PLAIN AGFubgBzZWNyZXQ=",
        },
        new("BDAT", "send the message in counted chunks", "RFC 3030 §2",
            "Instead of DATA: the command says how many octets follow, so that no dot ends them and none must be doubled. "
            + "LAST marks the last chunk.",
            "Use it where EHLO offers CHUNKING. Count CRLF as two octets. Do not mix it with DATA.",
            "CHUNKING|BINARYMIME|DATA|data-bdat-mixed")
        {
            Verb = Verb.Bdat,
            Syntax = "BDAT SP chunk-size [SP LAST] CRLF",
            Example = "BDAT 1000 LAST",
        },
        new("ETRN", "ask the server to deliver what waits for you", "RFC 1985 §5",
            "A host that was offline tells its provider to start delivering the queue of a domain now, over a new connection. "
            + "As an EHLO keyword it says that the command works.",
            "Name the domain whose mail should come.",
            "ATRN|253|458|459")
        {
            Verb = Verb.Etrn,
            Syntax = "ETRN SP node-name CRLF",
            Example = "ETRN example.com",
        },
        new("BURL", "let the server fetch the message itself", "RFC 4468 §3.2",
            "Instead of sending the message again, the client names where it lies on an IMAP server, and the mail server fetches it. "
            + "As an EHLO keyword it says that the command works.",
            "Use it only where both servers offer it; otherwise DATA.",
            "BDAT|X.6.6|X.7.14")
        {
            Verb = Verb.Burl,
            Syntax = "BURL SP absolute-URI [SP LAST] CRLF",
            Example = "BURL imap://ann@imap.example.com/Drafts/;uid=20 LAST",
        },
        new("LHLO", "say hello in LMTP", "RFC 2033 §4.1",
            "LMTP's EHLO. LMTP delivers into mailboxes on the spot: after the final dot comes one reply for each accepted recipient.",
            "Use it for delivery sockets such as Dovecot's, never on port 25.",
            "LMTP|EHLO")
        {
            Verb = Verb.Lhlo,
            Syntax = "LHLO SP ( Domain / address-literal ) CRLF",
            Example = "LHLO client.example.com",
        },
        new("XCLIENT", "speak for another client", "Postfix Documentation, Postfix XCLIENT Howto",
            "A proxy in front tells the server the real client's name and address. Postfix made it; few may use it. "
            + "As an EHLO keyword it shows the attributes that are taken.",
            "Use it for tests or behind a proxy, after the server allows your host.",
            "XFORWARD")
        {
            Verb = Verb.XClient,
            Syntax = "XCLIENT SP attribute=value ... CRLF",
            Example = "XCLIENT NAME=client.example.net ADDR=192.0.2.1",
        },
        new("XFORWARD", "tell who the client was, for the log", "Postfix Documentation, Postfix XFORWARD Howto",
            "A content filter hands the first client's name and address on, so that logs show them. Permission stays the filter's own.",
            "Use it in filters, after the server allows your host.",
            "XCLIENT")
        {
            Syntax = "XFORWARD SP attribute=value ... CRLF",
            Example = "XFORWARD NAME=client.example.net ADDR=192.0.2.1",
        },
        new("ATRN", "turn the connection round to fetch mail", "RFC 2645 §5.2.1",
            "After AUTH, client and server change roles on the same connection, and the provider sends what waits. "
            + "Made for hosts with changing addresses; its port is 366.",
            "Authenticate first, then name the domains.",
            "ETRN|TURN|453")
        {
            Syntax = "ATRN [SP domain *(\",\" domain)] CRLF",
            Example = "ATRN example.com",
        },
    ];
}
