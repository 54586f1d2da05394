namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>Reply codes that begin with 4.</summary>
static class TransientReplies
{
    public static Entry[] Rows { get; } =
    [
        new("421", "service not available, closing", "RFC 5321 §4.2.3",
            "The server must stop now and closes the connection. It may come at any time: "
            + "at shutdown, when you were idle too long, or when there are too many connections.",
            "Send nothing more here. Connect again later and start anew; make fewer connections if the text complains.",
            "221|450|idle time-out"),
        new("422", "a password transition is needed", "RFC 5248 §2.4",
            "The registry of enhanced codes pairs this old code with X.7.12; today's code is 432. "
            + "Some senders' software also makes it up for a full mailbox.",
            "Read the text. With 4.7.12 do as for 432.",
            "432|X.7.12"),
        new("430", "a command that does not fit here", "RFC 5248 §2.4",
            "Known only from the registry of enhanced codes, which pairs it with X.5.1. It is rare.",
            "Read it by its first digit: not now. Look at the text.",
            "503|X.5.1"),
        new("432", "a password transition is needed", "RFC 4954 §6",
            "Answers AUTH: the server does not yet hold your password in the form this mechanism needs.",
            "Authenticate once with PLAIN inside TLS. The other mechanism works from then on.",
            "AUTH|PLAIN|X.7.12"),
        new("435", "unable to authenticate at present", "Exim Specification, SMTP authentication",
            "Exim's own code for a password check that could not be made, such as an unreachable user database. No RFC lists it for AUTH.",
            "Try again later. Your password may well be right.",
            "454|AUTH"),
        new("450", "mailbox unavailable for now", "RFC 5321 §4.2.3",
            "Not now: the mailbox is busy, or a policy puts you off. Greylisting, rate limits and sender checks use it much.",
            "Try the same again after some minutes, from the same address. Read the text for the reason.",
            "greylisting|550|451"),
        new("451", "local error in processing", "RFC 5321 §4.2.3",
            "Something on the server's side went wrong or is not ready: a disk, a filter, a DNS answer. "
            + "The message was not accepted and is still yours.",
            "Try again later. If it stays so for hours, tell the postmaster there.",
            "450|452|421"),
        new("452", "insufficient storage, or too many recipients", "RFC 5321 §4.2.3",
            "The server has no room now. After many RCPT commands it means that this message takes no more recipients.",
            "Send to the recipients accepted so far, then the rest in another transaction. Otherwise try later.",
            "552|X.5.3|RCPT"),
        new("453", "you have no mail", "RFC 2645 §7",
            "Answers ATRN: nothing waits for the domains you asked for. The registry of enhanced codes also pairs it with X.3.2.",
            "Nothing: ask again later.",
            "ATRN|X.3.2"),
        new("454", "temporary authentication or TLS failure", "RFC 4954 §6",
            "After AUTH: the check could not be made, which says nothing about your password. "
            + "After STARTTLS: TLS is not available now (RFC 3207). Some servers use it for throttling.",
            "Wait and try again. Do not ask the user for another password.",
            "AUTH|STARTTLS|535"),
        new("455", "server unable to accommodate parameters", "RFC 5321 §4.2.3",
            "The server knows the parameters of your MAIL or RCPT but cannot honour them at the moment.",
            "Try again later, or leave the optional parameters out.",
            "555|504|SIZE"),
        new("458", "unable to queue messages for the node", "RFC 1985 §5",
            "Answers ETRN: the server could not begin to deliver what waits for that node.",
            "Ask again later.",
            "ETRN|459"),
        new("459", "node not allowed", "RFC 1985 §5",
            "Answers ETRN: the server will not deliver the queue of that node at your request.",
            "Check the name, and whether the server's operator has allowed you to ask for it.",
            "ETRN|458"),
    ];
}
