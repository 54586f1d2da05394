using SmtpInspector.Protocol.Grammar;
using Mode = SmtpInspector.Protocol.Practice.PracticeMode;
using When = SmtpInspector.Protocol.Practice.PracticeCondition;

namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// Postfix with Dovecot for SASL, as mail server of a domain that also takes submissions. Its replies are those recorded from
/// Postfix 3.7 (<c>transcripts/postfix-*.smtp</c>); those that no recording shows are the texts of its documentation and logs.
/// </summary>
static class PostfixProfile
{
    static readonly PracticeRefusal Fault = new(When.Fault, null);
    static readonly PracticeRefusal Cancel = new(When.Cancelled, "501 5.7.0 Authentication aborted");
    static readonly PracticeRefusal Base64 = new(When.NotBase64, "535 5.7.8 Error: authentication failed: Invalid base64 data in continued response");
    static readonly PracticeRefusal BadCredentials = new(When.CredentialsWrong, "535 5.7.8 Error: authentication failed: (reason unavailable)");
    static readonly PracticeRefusal NoSender = new(When.SenderMissing, "503 5.5.1 Error: need RCPT command");
    static readonly PracticeRefusal NoRecipient = new(When.RecipientMissing, "554 5.5.1 Error: no valid recipients");
    static readonly PracticeRefusal TooLarge = new(When.ContentTooLarge, "552 5.3.4 Error: message file too big");
    static readonly PracticeRefusal Full = new(When.StorageFull, "452 4.3.1 Insufficient system storage");
    static readonly PracticeReply Success = "235 2.7.0 Authentication successful";

    // Without smtpd_helo_required, which is off unless it is asked for, MAIL is taken before EHLO; the judge says that to the client.
    static readonly PracticeRow[] Table =
    [
        new(Mode.Command, Verb.Connection, [Fault], "220 {host} ESMTP Postfix", PracticeEffect.None),
        new(Mode.Command, Verb.Ehlo, [new(When.ArgumentMissing, "501 Syntax: EHLO hostname"), Fault], "250 {host}", PracticeEffect.ExtendedHello),
        new(Mode.Command, Verb.Helo, [new(When.ArgumentMissing, "501 Syntax: HELO hostname"), Fault], "250 {host}", PracticeEffect.Hello),
        new(Mode.Command, Verb.StartTls,
            [
                new(When.ArgumentGiven, "501 5.5.4 Syntax: STARTTLS"),
                new(When.TlsNotOnOffer, "554 5.5.1 Error: TLS already active"),
                Fault,
            ],
            "220 2.0.0 Ready to start TLS", PracticeEffect.StartTls),

        new(Mode.Command, Verb.Auth,
            [
                new(When.HelloMissing, "503 5.5.1 Error: authentication not enabled"),
                new(When.TlsRequired, "503 5.5.1 Error: authentication not enabled"),
                new(When.AlreadyAuthenticated, "503 5.5.1 Error: already authenticated"),
                new(When.TransactionOpen, "503 5.5.1 Error: MAIL transaction in progress"),
                new(When.ArgumentMissing, "501 5.5.4 Syntax: AUTH mechanism"),
                new(When.MechanismUnknown, "535 5.7.8 Error: authentication failed: Invalid authentication mechanism"),
                new(When.NotBase64, "535 5.7.8 Error: authentication failed: Invalid base64 data in initial response"),
            ],
            "334 ", PracticeEffect.BeginAuth),
        new(Mode.PlainMessage, Verb.Auth, [Cancel, Base64, Fault, BadCredentials], Success, PracticeEffect.Authenticate),
        new(Mode.LoginUserName, Verb.Auth, [Cancel, Base64], "334 UGFzc3dvcmQ6", PracticeEffect.KeepUserName),
        new(Mode.LoginPassword, Verb.Auth, [Cancel, Base64, Fault, BadCredentials], Success, PracticeEffect.Authenticate),

        new(Mode.Command, Verb.Mail,
            [
                new(When.TransactionOpen, "503 5.5.1 Error: nested MAIL command"),
                new(When.PathSyntax, "501 5.5.4 Syntax: MAIL FROM:<address>"),
                new(When.MailboxSyntax, "501 5.1.7 Bad sender address syntax"),
                new(When.ParameterUnknown, "555 5.5.4 Unsupported option: {parameter}"),
                new(When.ParameterSyntax, "501 5.5.4 Bad parameter syntax"),
                new(When.DeclaredTooLarge, "552 5.3.4 Message size exceeds fixed limit"),
                Fault,
            ],
            "250 2.1.0 Ok", PracticeEffect.SetSender),
        new(Mode.Command, Verb.Rcpt,
            [
                new(When.SenderMissing, "503 5.5.1 Error: need MAIL command"),
                new(When.PathSyntax, "501 5.5.4 Syntax: RCPT TO:<address>"),
                new(When.MailboxSyntax, "501 5.1.3 Bad recipient address syntax"),
                new(When.ParameterUnknown, "555 5.5.4 Unsupported option: {parameter}"),
                new(When.RecipientsFull, "452 4.5.3 Error: too many recipients"),
                Fault,
                new(When.RelayDenied, "554 5.7.1 <{address}>: Relay access denied"),
                new(When.MailboxUnknown, "550 5.1.1 <{address}>: Recipient address rejected: User unknown in local recipient table"),
            ],
            "250 2.1.5 Ok", PracticeEffect.AddRecipient),
        new(Mode.Command, Verb.Data,
            [
                new(When.ChunksBegun, "503 5.5.1 Error: DATA after BDAT"),
                NoSender,
                NoRecipient,
                new(When.ArgumentGiven, "501 5.5.4 Syntax: DATA"),
                Fault,
            ],
            "354 End data with <CR><LF>.<CR><LF>", PracticeEffect.BeginContent),
        new(Mode.Content, Verb.EndOfData, [TooLarge, Full, Fault], "250 2.0.0 Ok: queued as {id}", PracticeEffect.AcceptMessage),
        new(Mode.Command, Verb.Bdat,
            [
                new(When.ChunkSyntax, "501 5.5.4 Syntax: BDAT count [LAST]"),
                NoSender,
                NoRecipient,
                TooLarge,
                Full,
                Fault,
            ],
            "250 2.0.0 Ok: {octets} bytes", PracticeEffect.TakeChunk),
        new(Mode.Chunk, Verb.EndOfData, [NoSender, NoRecipient, TooLarge, Full, Fault],
            "250 2.0.0 Ok: {octets} bytes queued as {id}", PracticeEffect.AcceptMessage),

        new(Mode.Command, Verb.Rset, [new(When.ArgumentGiven, "501 5.5.4 Syntax: RSET")], "250 2.0.0 Ok", PracticeEffect.Reset),
        new(Mode.Command, Verb.Noop, [], "250 2.0.0 Ok", PracticeEffect.None),
        new(Mode.Command, Verb.Quit, [], "221 2.0.0 Bye", PracticeEffect.Quit),
        new(Mode.Command, Verb.Vrfy,
            [new(When.ArgumentMissing, "501 5.5.4 Syntax: VRFY address"), new(When.ArgumentNotPrintable, "501 5.1.3 Bad recipient address syntax"), new(When.MailboxUnknown, "550 5.1.1 <{argument}>: Recipient address rejected: User unknown in local recipient table")],
            "252 2.0.0 {argument}", PracticeEffect.None),
        new(Mode.Command, Verb.Etrn,
            [new(When.HelloMissing, "503 Error: send HELO/EHLO first"), new(When.ArgumentMissing, "500 Syntax: ETRN domain")],
            "459 {argument}: service unavailable", PracticeEffect.None),
        new(Mode.Command, Verb.Unknown, [], "500 5.5.2 Error: command not recognized", PracticeEffect.None),
    ];

    const string Readme = "Postfix Documentation, ";

    static readonly PracticeFault[] Troubles =
    [
        new("greylisting", PracticeFaultArgument.None,
            "The first attempt for a recipient is put off with 450 in the words of Postgrey, the second is taken.",
            "4yz means: the same again, later; a client that gives up loses mail, one that waits loses nothing.",
            "RFC 5321 §4.5.4.1",
            _ => new PracticeTrouble.Answer(Verb.Rcpt, "450 4.2.0 <{address}>: Recipient address rejected: Greylisted, try again later") { Times = 1 }),
        new("throttling", PracticeFaultArgument.Count("N", 1),
            "After N accepted messages MAIL is put off, as by smtpd_client_message_rate_limit.",
            "A limit on rate is answered by waiting longer each time, not by trying harder.",
            Readme + "smtpd_client_message_rate_limit",
            value => new PracticeTrouble.Answer(Verb.Mail, "450 4.7.1 Error: too much mail from 127.0.0.1") { AfterMessages = value.Number }),
        new("blocklist", PracticeFaultArgument.None,
            "Every recipient is refused with 554, because the client's address is on a block list.",
            "The reply is to RCPT, but what it is about is the address you come from: read the text, not the step.",
            Readme + "reject_rbl_client",
            _ => new PracticeTrouble.Answer(Verb.Rcpt, "554 5.7.1 Service unavailable; Client host [127.0.0.1] blocked using bl.example")),
        new("disk-full", PracticeFaultArgument.None,
            "MAIL is put off with 452, as where the queue's disk is full.",
            "452 is nobody's mistake: the client keeps the message and tries again.",
            "RFC 5321 §4.2.2",
            _ => new PracticeTrouble.Answer(Verb.Mail, "452 4.3.1 Insufficient system storage")),
        new("tls-unavailable", PracticeFaultArgument.None,
            "STARTTLS is refused with 454.",
            "A refused STARTTLS is no permission to go on in the clear: the client decides, and should not.",
            "RFC 3207 §4",
            _ => new PracticeTrouble.Answer(Verb.StartTls, "454 4.7.0 TLS not available due to local problem")),
        new("auth-failure", PracticeFaultArgument.None,
            "AUTH is refused with 454, whatever the password.",
            "454 says nothing about the password: keep it, and try again later.",
            "RFC 4954 §6",
            _ => new PracticeTrouble.Answer(Verb.Auth, "454 4.7.0 Temporary authentication failure: Connection lost to authentication server")),
    ];

    public static PracticeProfile Profile { get; } = new()
    {
        Name = "postfix",
        Explanation = "Postfix: pipelining, chunking, DSN; mail for its domain from anyone, other mail after AUTH inside TLS",
        Teaches = "The server of a domain takes mail for that domain from anyone, and passes other mail on only for those who log in.",
        Source = "Recordings of Postfix 3.7 with Dovecot (`transcripts/postfix-*.smtp`), which a test says to it again; what no recording shows, its documentation and logs.",
        Host = "mx.example.org",
        Extensions =
        [
            new("PIPELINING"),
            new("SIZE 41943040"),
            new("VRFY"),
            new("ETRN"),
            new("STARTTLS", OfferedWhen.BeforeTls),
            new("AUTH PLAIN LOGIN", OfferedWhen.InsideTls),
            new("ENHANCEDSTATUSCODES"),
            new("8BITMIME"),
            new("DSN"),
            new("SMTPUTF8"),
            new("CHUNKING"),
        ],
        Mechanisms =
        [
            new("PLAIN", "334 ", Mode.PlainMessage),
            new("LOGIN", "334 VXNlcm5hbWU6", Mode.LoginUserName),
        ],
        MailParameters = ["SIZE", "BODY", "AUTH", "RET", "ENVID", "SMTPUTF8"],
        RcptParameters = ["NOTIFY", "ORCPT"],
        Rows = Table,
        Faults = Troubles,
        IdleTimeout = "421 4.4.2 {host} Error: timeout exceeded",
        TooManyConnections = "421 4.7.0 {host} Error: too many connections from 127.0.0.1",
        ShuttingDown = "421 4.3.2 {host} Service closing transmission channel",
        TooManyErrors = "421 4.7.0 {host} Error: too many errors",
        BareLineFeed = "521 5.5.2 {host} Error: bare <LF> received",
        LineTooLong = "500 5.5.2 Error: line too long",
        ContentEndless = "552 5.3.4 Error: message file too big",
        LenientPaths = true,
        UserName = "someone@example.org",
        Takes = "takes mail to addresses at {verified} from anyone, and to all others after AUTH",
        IdShape = "HHHHHHHHHHH",
        Verified = ["example.org"],
        MessageLimit = 41943040,
        RecipientLimit = 1000,
        RecipientsHeld = 1000,
        ErrorLimit = 20,
        Idle = TimeSpan.FromSeconds(300),
    };
}
