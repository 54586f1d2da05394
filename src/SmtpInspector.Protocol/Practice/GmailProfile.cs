using SmtpInspector.Protocol.Grammar;
using Mode = SmtpInspector.Protocol.Practice.PracticeMode;
using When = SmtpInspector.Protocol.Practice.PracticeCondition;

namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// Gmail's submission server. Its replies are those of transcripts that users posted (<c>transcripts/gmail-*.smtp</c>) and of Google's
/// help page on SMTP errors; replies that neither shows have the RFCs' codes and our words.
/// </summary>
static class GmailProfile
{
    const string End = " {session} - gsmtp";

    static readonly PracticeRefusal TlsFirst = new(When.TlsRequired, "530 5.7.0 Must issue a STARTTLS command first. For more information, go to\n5.7.0  https://support.google.com/a/answer/3221692 and review RFC 3207\n5.7.0 specifications." + End);
    static readonly PracticeRefusal AuthFirst = new(When.AuthenticationRequired, "530 5.7.0 Authentication Required. For more information, go to\n5.7.0  https://support.google.com/mail/?p=WantAuthError" + End);
    static readonly PracticeRefusal HelloFirst = new(When.HelloMissing, "503 5.5.1 EHLO/HELO first." + End);
    static readonly PracticeRefusal SenderFirst = new(When.SenderMissing, "503 5.5.1 MAIL first." + End);
    static readonly PracticeRefusal RecipientFirst = new(When.RecipientMissing, "503 5.5.1 RCPT first." + End);
    static readonly PracticeRefusal Fault = new(When.Fault, null);
    static readonly PracticeReply Syntax = "555 5.5.2 Syntax error, cannot decode response. For more information, go to\n5.5.2  https://support.google.com/a/answer/3221692 and review RFC 5321\n5.5.2 specifications." + End;
    static readonly PracticeRefusal Cancel = new(When.Cancelled, "501 5.5.2 Cannot Decode response" + End);
    static readonly PracticeRefusal Base64 = new(When.NotBase64, "501 5.5.2 Cannot Decode response" + End);
    static readonly PracticeReply Refused = "535 5.7.8 Username and Password not accepted. For more information, go to\n5.7.8  https://support.google.com/mail/?p=BadCredentials" + End;
    static readonly PracticeReply TooLarge = "552 5.3.4 Your message exceeded Google's message size limits. To view our\n5.3.4 message size guidelines, go to\n5.3.4  https://support.google.com/mail/?p=MaxSizeError" + End;
    static readonly PracticeReply Full = "451 4.3.0 Mail server temporarily rejected message." + End;
    static readonly PracticeReply Success = "235 2.7.0 Accepted";

    /// <summary>{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}</summary>
    static readonly PracticeReply BadToken = "334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZ29vZ2xlLmNvbS8ifQ==";

    static readonly PracticeRow[] Table =
    [
        new(Mode.Command, Verb.Connection, [Fault], "220 {host} ESMTP" + End, PracticeEffect.None),
        new(Mode.Command, Verb.Ehlo, [new(When.ArgumentMissing, "501 5.5.4 Empty HELO/EHLO argument not allowed, closing connection." + End), Fault],
            "250 {host} at your service, [127.0.0.1]", PracticeEffect.ExtendedHello),
        new(Mode.Command, Verb.Helo, [new(When.ArgumentMissing, "501 5.5.4 Empty HELO/EHLO argument not allowed, closing connection." + End), Fault],
            "250 {host} at your service", PracticeEffect.Hello),
        new(Mode.Command, Verb.StartTls,
            [new(When.TlsNotOnOffer, "503 5.5.1 TLS is active already." + End), new(When.ArgumentGiven, Syntax), Fault],
            "220 2.0.0 Ready to start TLS", PracticeEffect.StartTls),

        new(Mode.Command, Verb.Auth,
            [
                HelloFirst,
                TlsFirst,
                new(When.AlreadyAuthenticated, "503 5.7.0 No identity changes permitted." + End),
                new(When.TransactionOpen, "503 5.5.1 AUTH is not allowed during a mail transaction." + End),
                new(When.ArgumentMissing, Syntax),
                new(When.MechanismUnknown, "504 5.7.4 Unrecognized Authentication Type" + End),
                Base64,
            ],
            "334 ", PracticeEffect.BeginAuth),
        new(Mode.PlainMessage, Verb.Auth, [Cancel, Base64, Fault, new(When.CredentialsWrong, Refused)], Success, PracticeEffect.Authenticate),
        new(Mode.LoginUserName, Verb.Auth, [Cancel, Base64], "334 UGFzc3dvcmQ6", PracticeEffect.KeepUserName),
        new(Mode.LoginPassword, Verb.Auth, [Cancel, Base64, Fault, new(When.CredentialsWrong, Refused)], Success, PracticeEffect.Authenticate),
        new(Mode.BearerToken, Verb.Auth, [Cancel, Base64, Fault, new(When.TokenWrong, BadToken)], Success, PracticeEffect.Authenticate),
        new(Mode.BearerRefused, Verb.Auth, [], Refused, PracticeEffect.None),

        new(Mode.Command, Verb.Mail,
            [
                HelloFirst,
                TlsFirst,
                AuthFirst,
                new(When.TransactionOpen, "503 5.5.1 MAIL was given already." + End),
                new(When.PathSyntax, Syntax),
                new(When.MailboxSyntax, "553 5.1.7 The sender address <{address}> is not a valid RFC 5321 address. For\n5.1.7 more information, go to\n5.1.7  https://support.google.com/a/answer/3221692 and review RFC 5321\n5.1.7 specifications." + End),
                new(When.ParameterUnknown, Syntax),
                new(When.ParameterSyntax, Syntax),
                new(When.DeclaredTooLarge, TooLarge),
                Fault,
            ],
            "250 2.1.0 OK" + End, PracticeEffect.SetSender),
        new(Mode.Command, Verb.Rcpt,
            [
                HelloFirst,
                TlsFirst,
                AuthFirst,
                SenderFirst,
                new(When.PathSyntax, Syntax),
                new(When.MailboxSyntax, "553 5.1.3 The recipient address <{address}> is not a valid RFC 5321 address. For\n5.1.3 more information, go to\n5.1.3  https://support.google.com/a/answer/3221692 and review RFC 5321\n5.1.3 specifications." + End),
                new(When.ParameterUnknown, Syntax),
                new(When.RecipientsFull, "452 4.5.3 Your message has too many recipients. For more information regarding\n4.5.3 Google's sending limits, go to\n4.5.3  https://support.google.com/mail/?p=TooManyRecipients" + End),
                Fault,
            ],
            "250 2.1.5 OK" + End, PracticeEffect.AddRecipient),
        new(Mode.Command, Verb.Data,
            [HelloFirst, TlsFirst, AuthFirst, SenderFirst, new(When.ChunksBegun, "503 5.5.1 BDAT was begun already." + End), RecipientFirst, new(When.ArgumentGiven, Syntax), Fault],
            "354  Go ahead" + End, PracticeEffect.BeginContent),
        new(Mode.Content, Verb.EndOfData, [new(When.ContentTooLarge, TooLarge), new(When.StorageFull, Full), Fault],
            "250 2.0.0 OK  {unix}" + End, PracticeEffect.AcceptMessage),
        new(Mode.Command, Verb.Bdat,
            [HelloFirst, TlsFirst, AuthFirst, new(When.ChunkSyntax, Syntax), SenderFirst, RecipientFirst, new(When.ContentTooLarge, TooLarge), new(When.StorageFull, Full), Fault],
            "250 2.0.0 OK" + End, PracticeEffect.TakeChunk),
        new(Mode.Chunk, Verb.EndOfData, [TlsFirst, AuthFirst, SenderFirst, RecipientFirst, new(When.ContentTooLarge, TooLarge), new(When.StorageFull, Full), Fault],
            "250 2.0.0 OK  {unix}" + End, PracticeEffect.AcceptMessage),

        new(Mode.Command, Verb.Rset, [new(When.ArgumentGiven, Syntax)], "250 2.1.5 Flushed" + End, PracticeEffect.Reset),
        new(Mode.Command, Verb.Noop, [], "250 2.0.0 OK" + End, PracticeEffect.None),
        new(Mode.Command, Verb.Quit, [], "221 2.0.0 closing connection" + End, PracticeEffect.Quit),
        new(Mode.Command, Verb.Vrfy, [new(When.ArgumentMissing, Syntax)], "252 2.1.5 Send some mail, I'll try my best" + End, PracticeEffect.None),
        new(Mode.Command, Verb.Expn, [], "502 5.5.1 Unimplemented command." + End, PracticeEffect.None),
        new(Mode.Command, Verb.Help, [], "214 2.0.0  https://www.google.com/search?btnI&q=RFC+5321" + End, PracticeEffect.None),
        new(Mode.Command, Verb.Unknown, [], "502 5.5.1 Unrecognized command." + End, PracticeEffect.None),
    ];

    const string Errors = "Google Workspace Help, Gmail SMTP errors and codes";

    static readonly PracticeFault[] Troubles =
    [
        new("app-password", PracticeFaultArgument.None,
            "AUTH is refused with 534: the account has two-step verification, and its own password was given.",
            "The password is right and still not taken: an app password, or a token, is wanted.",
            Errors,
            _ => new PracticeTrouble.Answer(Verb.Auth, "534 5.7.9 Application-specific password required. For more information, go to\n5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor" + End)),
        new("too-many-logins", PracticeFaultArgument.None,
            "AUTH is refused with 454, for too many of them.",
            "One connection can carry many messages: log in once, not once for each.",
            Errors,
            _ => new PracticeTrouble.Answer(Verb.Auth, "454 4.7.0 Too many login attempts, please try again later. For more\n4.7.0 information, go to\n4.7.0  https://support.google.com/mail/answer/7126229" + End)),
        new("try-later", PracticeFaultArgument.None,
            "EHLO is answered with 421, and the connection is closed.",
            "A service that knows the address you come from may put you off before you have said anything.",
            Errors,
            _ => new PracticeTrouble.Cut(Verb.Ehlo, "421 4.7.0 Try again later, closing connection. (EHLO) For more information, go to\n4.7.0  https://support.google.com/mail/answer/81126" + End)),
        new("no-such-user", PracticeFaultArgument.None,
            "Every recipient is refused with 550, over several lines.",
            "5yz means: never again like this; each line of the reply bears the code.",
            "RFC 5321 §4.2.1",
            _ => new PracticeTrouble.Answer(Verb.Rcpt, "550 5.1.1 The email account that you tried to reach does not exist. Please try\n5.1.1 double-checking the recipient's email address for typos or\n5.1.1 unnecessary spaces. For more information, go to\n5.1.1  https://support.google.com/mail/?p=NoSuchUser" + End)),
        new("over-quota", PracticeFaultArgument.None,
            "Every recipient is refused with 552: the mailbox is full.",
            "A full mailbox may be 4yz at one service and 5yz at another: the first digit decides what the client does.",
            Errors,
            _ => new PracticeTrouble.Answer(Verb.Rcpt, "552 5.2.2 The recipient's inbox is out of storage space. Please direct the\n5.2.2 recipient to\n5.2.2  https://support.google.com/mail/?p=OverQuotaPerm" + End)),
        new("throttling", PracticeFaultArgument.Count("N", 1),
            "After N accepted messages the daily limit is reached: 550 after the dot.",
            "A limit can be 5yz: trying again within the day is of no use.",
            Errors,
            value => new PracticeTrouble.Answer(Verb.EndOfData, "550 5.4.5 Daily user sending limit exceeded. For more information on Gmail\n5.4.5 sending limits go to\n5.4.5  https://support.google.com/a/answer/166852" + End) { AfterMessages = value.Number }),
        new("unauthenticated-sender", PracticeFaultArgument.None,
            "After the dot comes 550: neither SPF nor DKIM passed for the sender.",
            "Who may send for a domain is written in DNS, and looked up when the message is there.",
            Errors,
            _ => new PracticeTrouble.Answer(Verb.EndOfData, "550 5.7.26 Your email has been blocked because the sender is unauthenticated.\n5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM." + End)),
        new("blocked-content", PracticeFaultArgument.None,
            "After the dot comes 552: the content presents a security issue.",
            "The verdict on the content can only come after the dot; nothing before it promises anything.",
            Errors,
            _ => new PracticeTrouble.Answer(Verb.EndOfData, "552 5.7.0 This message was blocked because its content presents a potential\n5.7.0 security issue. To review our message content and attachment content\n5.7.0 guidelines, go to\n5.7.0  https://support.google.com/mail/?p=BlockedMessage" + End)),
    ];

    public static PracticeProfile Profile { get; } = new()
    {
        Name = "gmail",
        Explanation = "Gmail's submission server: app password or OAuth 2 token, long replies, enhanced codes, 35 MB",
        Teaches = "A big provider speaks in long replies with enhanced codes and links, and wants an app password or a token.",
        Source = "Transcripts that users posted (`transcripts/gmail-*.smtp`), which a test says to it again, and Google's help page on SMTP errors. What neither shows (503 to a second MAIL, STARTTLS or AUTH out of place) has the RFCs' codes and this program's words.",
        Host = "smtp.gmail.com",
        Extensions =
        [
            new("SIZE 35882577"),
            new("8BITMIME"),
            new("STARTTLS", OfferedWhen.BeforeTls),
            new("AUTH LOGIN PLAIN XOAUTH2 PLAIN-CLIENTTOKEN OAUTHBEARER XOAUTH", OfferedWhen.InsideTls),
            new("ENHANCEDSTATUSCODES"),
            new("PIPELINING"),
            new("CHUNKING"),
            new("SMTPUTF8"),
        ],
        Mechanisms =
        [
            new("LOGIN", "334 VXNlcm5hbWU6", Mode.LoginUserName),
            new("PLAIN", "334 ", Mode.PlainMessage),
            new("XOAUTH2", "334 ", Mode.BearerToken),
            new("OAUTHBEARER", "334 ", Mode.BearerToken),
        ],
        MailParameters = ["SIZE", "BODY", "AUTH", "SMTPUTF8"],
        Rows = Table,
        Faults = Troubles,
        IdleTimeout = "451 4.4.2 Timeout - closing connection." + End,
        TooManyConnections = "421 4.7.0 Try again later, closing connection." + End,
        ShuttingDown = "421 4.3.0 Temporary System Problem. Try again later." + End,
        TooManyErrors = "502 5.5.1 Too many unrecognized commands, goodbye." + End,
        BareLineFeed = Syntax,
        LineTooLong = "500 5.5.2 Line too long." + End,
        ContentEndless = TooLarge,
        LenientPaths = false,
        UserName = "someone@gmail.com",
        Takes = "takes mail from and to any address; a token for XOAUTH2 or OAUTHBEARER is the password",
        IdShape = "hhhhhhhhhhhhh-hhhhhhhhhhhhhh",
        Verified = ["gmail.com"],
        MessageLimit = 35882577,
        RecipientLimit = 100,
        ErrorLimit = 10,
        Idle = TimeSpan.FromMinutes(5),
    };
}
