using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>The commands of RFC 5321 §4.1.1 and the two steps that are answered without being commands.</summary>
static class Commands
{
    public static Entry[] Rows { get; } =
    [
        new("connection|connect|connection opening", "the server speaks first", "RFC 5321 §3.1",
            "Once the connection stands, the server sends its greeting: 220 and its name, or 554 when it will not serve you. "
            + "The client says nothing before that.",
            "Wait for the 220, up to five minutes. Silence often means that the port expects TLS at once.",
            "220|554|greeting|implicit TLS")
        {
            Verb = Verb.Connection,
        },
        new("EHLO", "say hello and ask what the server can do", "RFC 5321 §4.1.1.1",
            "The first command: the client gives its own name, and the server lists its extensions, one a line. "
            + "After STARTTLS it must be sent again.",
            "Give your host's full name, or its address in brackets: EHLO [192.0.2.1]. If it is refused, try HELO.",
            "HELO|250|ehlo-name")
        {
            Verb = Verb.Ehlo,
            Syntax = "EHLO SP ( Domain / address-literal ) CRLF",
            Example = "EHLO client.example.com",
        },
        new("HELO", "say hello the old way", "RFC 5321 §4.1.1.1",
            "The greeting from before there were extensions. It works with every server, but gives neither TLS nor AUTH nor SIZE.",
            "Use EHLO, and HELO only where a server refuses that.",
            "EHLO")
        {
            Verb = Verb.Helo,
            Syntax = "HELO SP Domain CRLF",
            Example = "HELO client.example.com",
        },
        new("MAIL|MAIL FROM", "begin a message and name its sender", "RFC 5321 §4.1.1.2",
            "Opens a mail transaction. The address is the reverse-path: where bounces go, not what the reader sees in From. "
            + "An empty one, <>, means: no bounces, please.",
            "Write the address in angle brackets, with no space after the colon. Add only parameters that EHLO offered.",
            "reverse-path|null reverse-path|RCPT|SIZE|BODY")
        {
            Verb = Verb.Mail,
            Syntax = "MAIL FROM:Reverse-path [SP Mail-parameters] CRLF",
            Example = "MAIL FROM:<ann@example.com> SIZE=1000",
        },
        new("RCPT|RCPT TO", "name a recipient", "RFC 5321 §4.1.1.3",
            "One command for each recipient. These addresses decide who gets the message; the To field of the header does not. "
            + "Each is accepted or refused by itself.",
            "Repeat it for every recipient. Go on with DATA if at least one was accepted.",
            "forward-path|MAIL|DATA|Bcc")
        {
            Verb = Verb.Rcpt,
            Syntax = "RCPT TO:Forward-path [SP Rcpt-parameters] CRLF",
            Example = "RCPT TO:<bob@example.org>",
        },
        new("DATA", "send the message", "RFC 5321 §4.1.1.4",
            "After 354 every line is part of the message, header first, until a line with a single dot ends it.",
            "Begin a line that starts with a dot with two dots. End with CRLF, dot, CRLF and wait for the verdict.",
            "354|dot-stuffing|end of data|BDAT")
        {
            Verb = Verb.Data,
            Syntax = "DATA CRLF",
        },
        new("end of data|final dot|.", "the dot that ends the message", "RFC 5321 §4.1.1.4",
            "A line of one dot ends DATA. With 250 the server takes responsibility for the message; "
            + "with 4yz or 5yz it has taken nothing.",
            "Wait for the reply, up to ten minutes, before you close: without it the message may go twice.",
            "DATA|250|554|bare LF")
        {
            Verb = Verb.EndOfData,
            Syntax = ". CRLF",
        },
        new("RSET", "forget this transaction", "RFC 5321 §4.1.1.5",
            "Throws away sender, recipients and message given so far. The connection, TLS and AUTH stay.",
            "Use it to start over after a mistake.",
            "MAIL|503")
        {
            Verb = Verb.Rset,
            Syntax = "RSET CRLF",
        },
        new("VRFY", "ask whether an address exists", "RFC 5321 §4.1.1.6",
            "Most servers answer 252 or 502 and tell nothing, since spammers would ask too.",
            "Do not rely on it. RCPT shows whether an address is accepted.",
            "252|EXPN|RCPT")
        {
            Verb = Verb.Vrfy,
            Syntax = "VRFY SP String CRLF",
            Example = "VRFY bob",
        },
        new("EXPN", "ask who is on a mailing list", "RFC 5321 §4.1.1.7",
            "The server would list the members, one a line. Nearly all servers have it switched off.",
            "Do not rely on it.",
            "VRFY|mailing list")
        {
            Verb = Verb.Expn,
            Syntax = "EXPN SP String CRLF",
            Example = "EXPN staff",
        },
        new("HELP", "ask for help", "RFC 5321 §4.1.1.8",
            "The server answers with a text for people, in general or about one command. As an EHLO keyword it says that HELP works.",
            "Read it. This program explains more: explain COMMAND.",
            "214|211")
        {
            Verb = Verb.Help,
            Syntax = "HELP [ SP String ] CRLF",
            Example = "HELP MAIL",
        },
        new("NOOP", "do nothing, but answer", "RFC 5321 §4.1.1.9",
            "Shows that the connection lives and that the server still answers. It changes nothing.",
            "Use it to keep a connection open or to measure how fast the server answers.",
            "250|idle time-out")
        {
            Verb = Verb.Noop,
            Syntax = "NOOP [ SP String ] CRLF",
        },
        new("QUIT", "say goodbye", "RFC 5321 §4.1.1.10",
            "Ends the conversation properly. The server answers 221 and closes. A message not yet accepted is dropped.",
            "Send it at the end and read the reply before you close.",
            "221|closed-without-quit")
        {
            Verb = Verb.Quit,
            Syntax = "QUIT CRLF",
        },
    ];
}
