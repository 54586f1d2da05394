namespace SmtpInspector.Protocol.Knowledge.Vendors;

/// <summary>Exim. It sends no enhanced status codes of its own; texts of its default configuration are among these.</summary>
static class EximTexts
{
    const string AccessLists = "Exim Specification, Access control lists";
    const string Processing = "Exim Specification, SMTP processing";
    const string Authentication = "Exim Specification, SMTP authentication";
    const string DefaultFile = "Exim Specification, The default configuration file";

    public static ProviderText[] Rows { get; } =
    [
        Row("550", "relay not permitted",
            "The recipient is not in a domain of this server, and you are neither authenticated nor in its network.",
            "Authenticate on the submission port, or send to the recipient's own server.", DefaultFile),
        Row("550|451", "Unrouteable address",
            "No router of the server knows where to deliver this address: the user or the domain does not exist.",
            "Check the address.", AccessLists),
        Row("550", "Unknown user",
            "The domain is the server's own, and it has no such user.",
            "Check the address.", DefaultFile),
        Row("550|451", "Sender verify failed",
            "The server checked the sender's address and found that it cannot take a bounce.",
            "Use a sender that exists and can receive.", AccessLists),
        Row("550", "Restricted characters in address",
            "The local part has signs that could do harm, such as a slash, a bar or a leading dot.",
            "Use a plain address.", DefaultFile),
        Row("550|554", "Rejected for too many bad recipients",
            "Too many recipients of this message do not exist.",
            "Clean the list.", DefaultFile),
        Row("535", "Incorrect authentication data",
            "User name and password were not accepted.",
            "Check both; on shared hosts the user name is mostly the full address.", Authentication),
        Row("435", "Unable to authenticate at present",
            "The server could not check the password just now.",
            "Try later.", Authentication),
        Row("501", "Invalid base64 data",
            "What you sent in AUTH is not base64.",
            "Encode it again, without line breaks.", Authentication),
        Row("503", "AUTH command used when not advertised",
            "EHLO does not offer AUTH here, mostly because TLS is missing.",
            "Send STARTTLS, then EHLO, and look for AUTH.", Authentication),
        Row("503", "STARTTLS command used when not advertised",
            "EHLO does not offer STARTTLS to this client.",
            "Use the port for implicit TLS, or another server.", "Exim Specification, Encrypted SMTP connections using TLS/SSL"),
        Row("454", "TLS currently unavailable",
            "The server's TLS does not start: mostly its certificate or key is missing or unreadable.",
            "Try later; on the server, read the log.", "Exim Specification, Encrypted SMTP connections using TLS/SSL"),
        Row("554", "SMTP synchronization error",
            "You spoke before your turn: ahead of the greeting, or of a reply that must be waited for.",
            "Wait for each reply. On a port with implicit TLS, begin with TLS.", Processing),
        Row("501", "Syntactically invalid * argument",
            "The name in EHLO is not well formed: an underscore, a bare address, or nothing.",
            "Give your host's full name, or its address in brackets.", Processing),
        Row("421", "Too many concurrent SMTP connections",
            "The server, or its quota for you, takes no more connections now.",
            "Use fewer connections, and try later.", Processing),
        Row("421", "too many messages in this connection",
            "You have sent as many messages over one connection as the server takes.",
            "Open a new connection and go on.", Processing),
        Row("421", "SMTP command timeout",
            "You were silent for too long.",
            "Connect again and send without long pauses.", Processing),
        Row("554", "Too many unrecognized commands|Too many nonmail commands|Too many syntax or protocol errors",
            "Too much that was no mail in one connection; Exim closes it.",
            "Connect again and send what is needed only.", Processing),
        Row("552", "Message size exceeds maximum permitted",
            "The message is larger than the server takes.",
            "Make it smaller; the SIZE line of EHLO tells the limit.", Processing),
        Row("452", "Space shortage",
            "The server's disk is nearly full.",
            "Try later.", Processing),
        Row("550", "suspected mail loop",
            "The message has passed so many servers that it must go round in circles.",
            "Find the loop in its Received fields.", Processing),
        Row("550", "maximum allowed line length is 998 octets",
            "A line of the message is too long for the mail format.",
            "Let a library encode the message: quoted-printable or base64.", DefaultFile),
    ];

    static ProviderText Row(string codes, string phrase, string meaning, string whatToDo, string reference) =>
        new(Provider.Exim, codes, EnhancedPattern.None, phrase, meaning, whatToDo, reference);
}
