using SmtpInspector.Protocol.Grammar;
using Mode = SmtpInspector.Protocol.Practice.PracticeMode;
using When = SmtpInspector.Protocol.Practice.PracticeCondition;

namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// Exchange Online's submission server. Its replies are those of Microsoft's pages on SMTP AUTH submission and on non-delivery
/// reports, and of transcripts its users posted, without the host names and times in brackets that end the refusals. No conversation
/// with it was recorded for this program.
/// </summary>
static class ExchangeProfile
{
    static readonly PracticeRefusal Fault = new(When.Fault, null);
    static readonly PracticeRefusal HelloFirst = new(When.HelloMissing, "503 5.5.2 Send hello first");
    static readonly PracticeRefusal TlsFirst = new(When.TlsRequired, "530 5.7.57 Client not authenticated to send mail");
    static readonly PracticeRefusal AuthFirst = new(When.AuthenticationRequired, "530 5.7.57 Client not authenticated to send mail");
    static readonly PracticeRefusal SenderFirst = new(When.SenderMissing, "503 5.5.2 Need mail command");
    static readonly PracticeRefusal RecipientFirst = new(When.RecipientMissing, "503 5.5.2 Need rcpt command");
    static readonly PracticeRefusal Cancel = new(When.Cancelled, "501 5.7.0 Authentication cancelled");
    static readonly PracticeRefusal Base64 = new(When.NotBase64, "501 5.5.4 Invalid arguments");
    static readonly PracticeReply Arguments = "501 5.5.4 Invalid arguments";
    static readonly PracticeRefusal BadCredentials = new(When.CredentialsWrong, "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.");
    static readonly PracticeReply TooLarge = "552 5.3.4 Message size exceeds fixed maximum message size";
    static readonly PracticeReply Full = "452 4.3.1 Insufficient system resources";
    static readonly PracticeReply NotYours = "554 5.2.252 SendAsDenied; {user} not allowed to send as {sender}";
    static readonly PracticeReply Success = "235 2.7.0 Authentication successful";
    static readonly PracticeReply Taken = "250 2.0.0 OK <{id}@FRYP281MB0001.DEUP281.PROD.OUTLOOK.COM> [Hostname=FRYP281MB0001.DEUP281.PROD.OUTLOOK.COM]";

    static readonly PracticeRow[] Table =
    [
        new(Mode.Command, Verb.Connection, [Fault], "220 {host} Microsoft ESMTP MAIL Service ready at {time}", PracticeEffect.None),
        new(Mode.Command, Verb.Ehlo, [new(When.ArgumentNotPrintable, "501 5.5.4 Invalid domain name"), Fault], "250 {host} Hello [127.0.0.1]", PracticeEffect.ExtendedHello),
        new(Mode.Command, Verb.Helo, [new(When.ArgumentNotPrintable, "501 5.5.4 Invalid domain name"), Fault], "250 {host} Hello [127.0.0.1]", PracticeEffect.Hello),
        new(Mode.Command, Verb.StartTls,
            [HelloFirst, new(When.TlsNotOnOffer, "503 5.5.2 Only one STARTTLS command can be issued per session"), new(When.ArgumentGiven, Arguments), Fault],
            "220 2.0.0 SMTP server ready", PracticeEffect.StartTls),

        new(Mode.Command, Verb.Auth,
            [
                HelloFirst,
                new(When.TlsRequired, "504 5.7.4 Unrecognized authentication type"),
                new(When.AlreadyAuthenticated, "503 5.5.2 Already authenticated"),
                new(When.TransactionOpen, "503 5.5.2 AUTH is not allowed during a mail transaction"),
                new(When.ArgumentMissing, Arguments),
                new(When.MechanismUnknown, "504 5.7.4 Unrecognized authentication type"),
                Base64,
            ],
            "334 ", PracticeEffect.BeginAuth),
        new(Mode.LoginUserName, Verb.Auth, [Cancel, Base64], "334 UGFzc3dvcmQ6", PracticeEffect.KeepUserName),
        new(Mode.LoginPassword, Verb.Auth, [Cancel, Base64, Fault, BadCredentials], Success, PracticeEffect.Authenticate),
        new(Mode.BearerToken, Verb.Auth, [Cancel, Base64, Fault, new(When.TokenWrong, "535 5.7.3 Authentication unsuccessful")], Success, PracticeEffect.Authenticate),

        new(Mode.Command, Verb.Mail,
            [
                HelloFirst,
                TlsFirst,
                AuthFirst,
                new(When.TransactionOpen, "503 5.5.2 Sender already specified"),
                new(When.PathSyntax, Arguments),
                new(When.MailboxSyntax, "501 5.1.7 Invalid address"),
                new(When.ParameterUnknown, "501 5.5.4 Unrecognized parameter"),
                new(When.ParameterSyntax, Arguments),
                new(When.DeclaredTooLarge, TooLarge),
                Fault,
            ],
            "250 2.1.0 Sender OK", PracticeEffect.SetSender),
        new(Mode.Command, Verb.Rcpt,
            [
                HelloFirst,
                SenderFirst,
                new(When.PathSyntax, Arguments),
                new(When.MailboxSyntax, "501 5.1.3 Invalid address"),
                new(When.ParameterUnknown, "501 5.5.4 Unrecognized parameter"),
                new(When.ParameterSyntax, Arguments),
                new(When.RecipientsFull, "452 4.5.3 Too many recipients"),
                Fault,
            ],
            "250 2.1.5 Recipient OK", PracticeEffect.AddRecipient),
        new(Mode.Command, Verb.Data, [HelloFirst, SenderFirst, RecipientFirst, new(When.ChunksBegun, "503 5.5.2 BDAT was begun already"), new(When.ArgumentGiven, Arguments), Fault],
            "354 Start mail input; end with <CRLF>.<CRLF>", PracticeEffect.BeginContent),
        new(Mode.Content, Verb.EndOfData, [new(When.ContentTooLarge, TooLarge), new(When.StorageFull, Full), Fault, new(When.SenderNotOwn, NotYours)],
            Taken, PracticeEffect.AcceptMessage),
        new(Mode.Command, Verb.Bdat, [HelloFirst, new(When.ChunkSyntax, Arguments), SenderFirst, RecipientFirst, new(When.ContentTooLarge, TooLarge), new(When.StorageFull, Full), Fault],
            "250 2.0.0 OK, received {octets} octets", PracticeEffect.TakeChunk),
        new(Mode.Chunk, Verb.EndOfData, [SenderFirst, RecipientFirst, new(When.ContentTooLarge, TooLarge), new(When.StorageFull, Full), Fault, new(When.SenderNotOwn, NotYours)],
            Taken, PracticeEffect.AcceptMessage),

        new(Mode.Command, Verb.Rset, [new(When.ArgumentGiven, Arguments)], "250 2.0.0 Resetting", PracticeEffect.Reset),
        new(Mode.Command, Verb.Noop, [], "250 2.0.0 OK", PracticeEffect.None),
        new(Mode.Command, Verb.Quit, [], "221 2.0.0 Service closing transmission channel", PracticeEffect.Quit),
        new(Mode.Command, Verb.Vrfy, [new(When.ArgumentMissing, Arguments)], "252 2.1.5 Cannot VRFY user", PracticeEffect.None),
        new(Mode.Command, Verb.Help, [], "214 This server supports the following commands:\nHELO EHLO STARTTLS RCPT DATA RSET MAIL QUIT HELP AUTH BDAT", PracticeEffect.None),
        new(Mode.Command, Verb.Unknown, [], "500 5.3.3 Unrecognized command", PracticeEffect.None),
    ];

    const string ClientAuth = "Microsoft Learn, Enable or disable authenticated client SMTP submission (SMTP AUTH) in Exchange Online";
    const string Limits = "Microsoft Learn, Exchange Online limits";
    const string Reports = "Microsoft Learn, Email non-delivery reports in Exchange Online";

    static readonly PracticeFault[] Troubles =
    [
        new("smtp-auth-disabled", PracticeFaultArgument.None,
            "AUTH is refused with 535: SMTP AUTH is switched off for the organisation.",
            "The password may be right: only the text says that the door itself is closed.",
            ClientAuth,
            _ => new PracticeTrouble.Answer(Verb.Auth, "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.")),
        new("basic-auth-disabled", PracticeFaultArgument.None,
            "AUTH LOGIN is refused with 535: passwords are no longer taken.",
            "A mechanism that is offered can still be closed to you; a token for XOAUTH2 is wanted.",
            ClientAuth,
            _ => new PracticeTrouble.Answer(Verb.Auth, "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.")),
        new("throttling", PracticeFaultArgument.Count("N", 1),
            "After N accepted messages every further one gets 432 after the dot.",
            "A limit on rate is answered by waiting longer each time, not by trying harder.",
            Limits,
            value => new PracticeTrouble.Answer(Verb.EndOfData, "432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded") { AfterMessages = value.Number }),
        new("too-many-connections", PracticeFaultArgument.None,
            "After the dot comes 432: the mailbox sends over too many connections at once.",
            "Three connections are a mailbox's share; a fourth is put off, not refused for good.",
            Limits,
            _ => new PracticeTrouble.Answer(Verb.EndOfData, "432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.")),
        new("no-such-user", PracticeFaultArgument.None,
            "Every recipient is refused with 550, in the words of the edge of an organisation.",
            "5yz means: never again like this; Access denied is said of an address that does not exist.",
            Reports,
            _ => new PracticeTrouble.Answer(Verb.Rcpt, "550 5.4.1 Recipient address rejected: Access denied.")),
        new("server-busy", PracticeFaultArgument.None,
            "MAIL is put off with 451, as for an address whose behaviour is being looked at.",
            "The client keeps the message and tries again; it passes when the mail is good.",
            Reports,
            _ => new PracticeTrouble.Answer(Verb.Mail, "451 4.7.500 Server busy. Please try again later.")),
    ];

    public static PracticeProfile Profile { get; } = new()
    {
        Name = "exchange",
        Explanation = "Exchange Online's submission server: AUTH LOGIN or XOAUTH2, only as the own mailbox, 150 MB",
        Teaches = "Logging in is not yet being allowed to send: only the own mailbox may be the sender, and the answer comes after the dot.",
        Source = "Microsoft's pages on SMTP AUTH submission and on non-delivery reports, and transcripts its users posted, without the host names and times in brackets that end its refusals. No conversation with it was recorded for this program: take the codes, not every word, for its.",
        Host = "FR4P281CA0001.outlook.office365.com",
        Extensions =
        [
            new("SIZE 157286400"),
            new("PIPELINING"),
            new("DSN"),
            new("ENHANCEDSTATUSCODES"),
            new("STARTTLS", OfferedWhen.BeforeTls),
            new("AUTH LOGIN XOAUTH2", OfferedWhen.InsideTls),
            new("8BITMIME"),
            new("BINARYMIME"),
            new("CHUNKING"),
            new("SMTPUTF8"),
        ],
        Mechanisms =
        [
            new("LOGIN", "334 VXNlcm5hbWU6", Mode.LoginUserName),
            new("XOAUTH2", "334 ", Mode.BearerToken),
        ],
        MailParameters = ["SIZE", "BODY", "AUTH", "RET", "ENVID", "SMTPUTF8"],
        RcptParameters = ["NOTIFY", "ORCPT"],
        Rows = Table,
        Faults = Troubles,
        IdleTimeout = "451 4.7.0 Timeout waiting for client input",
        TooManyConnections = "421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel",
        ShuttingDown = "421 4.3.2 Service not active",
        TooManyErrors = "421 4.7.0 Too many errors on this connection, closing transmission channel",
        BareLineFeed = "500 5.3.3 Unrecognized command",
        LineTooLong = "500 5.5.2 Line too long",
        ContentEndless = TooLarge,
        LenientPaths = true,
        UserName = "someone@contoso.com",
        Takes = "takes mail from {user} to any address; a token for XOAUTH2 is the password",
        IdShape = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh",
        Verified = [],
        MessageLimit = 157286400,
        RecipientLimit = 500,
        RecipientsHeld = 500,
        ErrorLimit = 5,
        Idle = TimeSpan.FromMinutes(5),
    };
}
