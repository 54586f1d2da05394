namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>Words about the conversation and the systems that hold it.</summary>
static class TransportTerms
{
    public static Entry[] Rows { get; } =
    [
        new("SMTP|ESMTP", "how mail is sent and passed on", "RFC 5321 §2.1",
            "A conversation in lines of text: the client sends a command, the server a reply. "
            + "With EHLO and its extensions it is called ESMTP. Fetching mail is not its job; IMAP and POP do that.",
            "Learn it by speaking it: learn 1.",
            "EHLO|mail transaction|reply code"),
        new("MTA|mail server|relay", "a server that passes mail on", "RFC 5321 §2.3.10",
            "Takes a message, keeps it in a queue and hands it to the next server, until one delivers it. "
            + "A relay is one that is not the last.",
            "Find yours in the Received fields of a message.",
            "MSA|MUA|queue|open relay"),
        new("MSA|submission|message submission", "handing in new mail, port 587 or 465", "RFC 6409 §3.1",
            "The first step: a user's program gives a new message to its own provider, with AUTH and TLS. "
            + "From there servers pass it on over port 25.",
            "In programs use port 465 or 587 with user name and password, never port 25.",
            "port 587|port 465|AUTH|smarthost"),
        new("MUA|mail client", "the program people write mail with", "RFC 6409 §2.1",
            "Thunderbird, Outlook, a phone's app, or a script. It hands mail to a submission server and does not deliver itself.",
            "Give it the provider's submission server.",
            "MSA|MTA"),
        new("MX|MX record", "which servers take a domain's mail", "RFC 5321 §5.1",
            "A DNS record with the name of a mail server and a number; the lowest number is tried first. "
            + "Without MX records, the domain's own address is used.",
            "Look it up with: dig MX example.com.",
            "null MX|domain|port 25"),
        new("null MX", "a domain that takes no mail", "RFC 7505 §3",
            "A single MX record with a dot for a name: the domain says that it never accepts mail.",
            "Do not send there, nor from there.",
            "MX|556|X.1.10|X.7.27"),
        new("smarthost|relay host", "the server that sends all mail for others", "RFC 5321 §3.6.2",
            "Small machines hand everything to one well-connected server, which looks up MX records and delivers.",
            "Use one when port 25 is blocked or your address has no reputation.",
            "MSA|port 25|relay"),
        new("LMTP", "SMTP's sibling for local delivery", "RFC 2033 §4.1",
            "Speaks LHLO, and answers the final dot once for each recipient, since it delivers at once and keeps no queue.",
            "Use it between a mail server and a mailbox store.",
            "LHLO"),
        new("greeting|banner", "the server's first line", "RFC 5321 §4.3.1",
            "220, then the server's name, often with the program's. The client must wait for it. "
            + "Servers delay it at times to catch clients that do not.",
            "Wait up to five minutes. A 554 instead means: not for you.",
            "220|connection|command-before-greeting"),
        new("CRLF|line ending", "how every line ends", "RFC 5321 §2.3.8",
            "Carriage return and line feed, octets 13 and 10, always together. Nothing else ends a line in SMTP.",
            "Let this program write them. In scripts use \\r\\n.",
            "bare LF|message-bare-lf|reply-bare-lf"),
        new("bare LF|bare CR", "half a line ending", "RFC 5321 §2.3.8",
            "A line feed without carriage return, or the reverse. It must not be sent: servers read it differently, "
            + "and attackers make use of that.",
            "Convert line ends to CRLF before sending.",
            "CRLF|SMTP smuggling|message-bare-lf"),
        new("dot-stuffing|transparency", "doubling a dot that begins a line", "RFC 5321 §4.5.2",
            "A line of one dot ends DATA. So the client puts another dot before each line that begins with one, "
            + "and the server takes it away again.",
            "This program does it for you, unless --no-stuffing is given. BDAT needs none.",
            "DATA|end of data|BDAT"),
        new("multi-line reply", "one reply in several lines", "RFC 5321 §4.2.1",
            "All lines but the last have a hyphen behind the code, the last a space: 250-SIZE, then 250 HELP. The code must be the same.",
            "Read on until the line with the space.",
            "reply code|EHLO|reply-code-mixed"),
        new("idle time-out|time-out|timeout", "how long one side waits for the other", "RFC 5321 §4.5.3.2",
            "A server should wait at least five minutes for the next command; many wait less. "
            + "A client waits five minutes for most replies, ten after the final dot.",
            "Type faster, send NOOP, or use --keepalive.",
            "421|X.4.2|NOOP"),
        new("port 25|25", "where servers meet", "RFC 5321 §4.5.4.2",
            "Mail passes from server to server on port 25. Home and cloud networks mostly block it, against spam.",
            "To hand in your own mail use 465 or 587.",
            "port 587|port 465|MX"),
        new("port 465|465|smtps", "submission inside TLS from the start", "RFC 8314 §3.3",
            "The port for handing in mail with implicit TLS: the handshake comes first, then the greeting.",
            "Prefer it to 587 where both are offered.",
            "implicit TLS|port 587|MSA"),
        new("port 587|587", "submission with STARTTLS", "RFC 6409 §3.1",
            "The port for handing in mail. The conversation begins in the clear; STARTTLS encrypts it before AUTH.",
            "Insist on STARTTLS: go on only when it was offered and worked.",
            "STARTTLS|port 465|MSA"),
        new("port 2525|2525|port 2587|2587|port 2465|2465", "other doors for submission", "Amazon SES Developer Guide, Connecting to an Amazon SES SMTP endpoint",
            "Ports some providers open where the usual ones are blocked. Amazon SES has 2587 with STARTTLS and 2465 with implicit TLS.",
            "Use them when 465 and 587 do not get through.",
            "port 587|port 465"),
    ];
}
