namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>Reply codes that begin with 2 or 3.</summary>
static class SuccessReplies
{
    public static Entry[] Rows { get; } =
    [
        new("211", "system status, or help about it", "RFC 5321 §4.2.3",
            "Answers HELP with a word on the state of the server. It is written for people; no program acts on it.",
            "Nothing: read the text.",
            "214|HELP"),
        new("214", "help message", "RFC 5321 §4.2.3",
            "Answers HELP with how to use the server or one of its commands. It is written for people; no program acts on it.",
            "Nothing: read the text.",
            "211|HELP"),
        new("220", "service ready", "RFC 5321 §4.2.3",
            "The greeting that opens a connection: the server is there, and its name comes first. "
            + "The same code answers STARTTLS and means: begin the TLS handshake now.",
            "After the greeting send EHLO. After STARTTLS send no more plain text.",
            "EHLO|STARTTLS|greeting|554"),
        new("221", "service closing transmission channel", "RFC 5321 §4.2.3",
            "Answers QUIT: the server says goodbye and closes the connection. Nothing that was accepted is lost.",
            "Nothing: this is the proper end.",
            "QUIT|421"),
        new("235", "authentication succeeded", "RFC 4954 §6",
            "The end of an AUTH exchange: the server believes who you are. It stays so until the connection ends.",
            "Go on with MAIL. Do not send AUTH again: a second one is refused with 503.",
            "AUTH|334|535"),
        new("250", "requested mail action okay, completed", "RFC 5321 §4.2.3",
            "The usual yes: the command was carried out. After EHLO it lists what the server can do. "
            + "After the final dot it means more: from here on the server answers for the message.",
            "Go on. After the final dot keep the text: it often holds the id that finds the message in the server's logs.",
            "2yz|EHLO|251"),
        new("251", "user not local, will forward", "RFC 5321 §3.4",
            "The recipient has moved, and the server will send the message on to the address it names. "
            + "Few servers tell this, because it tells strangers too.",
            "Nothing is needed. You may note the new address for next time.",
            "551|VRFY|RCPT"),
        new("252", "cannot verify the user, but will accept the message", "RFC 5321 §3.5.3",
            "Answers VRFY: the server neither confirms nor denies that the user exists, but would take mail and try. "
            + "It is the usual answer, so that spammers cannot probe for addresses.",
            "Try RCPT to learn more; even its 250 is no promise.",
            "VRFY|250|550"),
        new("253", "messages are waiting and their delivery started", "RFC 1985 §5",
            "Answers ETRN: so many messages wait for the node you named, and the server begins to deliver them now.",
            "Wait for the server to connect to you.",
            "ETRN|458|459"),
        new("334", "server challenge", "RFC 4954 §4",
            "A step of an AUTH exchange: the server asks, in base64, and waits for your answer. "
            + "An empty challenge, 334 and a space, simply means: go on.",
            "Answer with a line of base64, or with a single * to give up.",
            "AUTH|235|base64"),
        new("354", "start mail input, end with a dot on a line of its own", "RFC 5321 §4.2.3",
            "Answers DATA: the server now takes every line as part of the message, until a line holds nothing but a dot.",
            "Send the message. Double a dot that begins a line, then end with a line of one dot.",
            "DATA|dot-stuffing|554"),
        new("355", "the transaction resumes at this offset", "RFC 1845 §4",
            "Answers MAIL with TRANSID: so many octets of the message are already here. It is hardly in use.",
            "Send the rest from there.",
            "CHECKPOINT|TRANSID"),
    ];
}
