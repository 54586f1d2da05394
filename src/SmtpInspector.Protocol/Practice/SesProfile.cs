using SmtpInspector.Protocol.Grammar;
using Mode = SmtpInspector.Protocol.Practice.PracticeMode;
using When = SmtpInspector.Protocol.Practice.PracticeCondition;

namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// Amazon SES. Its replies are those of the developer guide ("Amazon SES SMTP response codes", "Debugging SMTP conversations") and of
/// transcripts its users posted; where neither says anything (501, 503, 504, 555), codes are the RFCs' and the words are ours.
/// </summary>
static class SesProfile
{
    static readonly PracticeRefusal TlsFirst = new(When.TlsRequired, "530 Must issue a STARTTLS command first");
    static readonly PracticeRefusal AuthFirst = new(When.AuthenticationRequired, "530 Authentication required");
    static readonly PracticeRefusal Fault = new(When.Fault, null);
    static readonly PracticeRefusal Cancel = new(When.Cancelled, "501 Authentication cancelled");
    static readonly PracticeRefusal Base64 = new(When.NotBase64, "501 Cannot decode the response: not base64");
    static readonly PracticeRefusal BadCredentials = new(When.CredentialsWrong, "535 Authentication Credentials Invalid");
    static readonly PracticeReply Success = "235 Authentication successful.";

    // What is refused first: TLS (RFC 3207 §4), then authentication (RFC 4954 §6), then the order of commands, then their form.
    static readonly PracticeRow[] Table =
    [
        new(Mode.Command, Verb.Connection, [Fault], "220 {host} ESMTP SimpleEmailService-d-{tag} {connection}", PracticeEffect.None),
        new(Mode.Command, Verb.Ehlo,
            [
                new(When.ArgumentMissing, "501 Syntax: EHLO hostname"),
                new(When.ArgumentNotPrintable, "501 Syntax: EHLO hostname"),
                Fault,
            ],
            "250 {host}", PracticeEffect.ExtendedHello),
        new(Mode.Command, Verb.Helo,
            [
                TlsFirst,
                new(When.ArgumentMissing, "501 Syntax: HELO hostname"),
                new(When.ArgumentNotPrintable, "501 Syntax: HELO hostname"),
            ],
            "250 {host}", PracticeEffect.Hello),
        new(Mode.Command, Verb.StartTls,
            [
                new(When.TlsNotOnOffer, "503 TLS is already active"),
                new(When.ArgumentGiven, "501 Syntax: STARTTLS takes no argument"),
                Fault,
            ],
            "220 Ready to start TLS", PracticeEffect.StartTls),

        new(Mode.Command, Verb.Auth,
            [
                TlsFirst,
                new(When.HelloMissing, "503 Send EHLO first"),
                new(When.AlreadyAuthenticated, "503 Already authenticated"),
                new(When.TransactionOpen, "503 AUTH is not allowed during a mail transaction"),
                new(When.ArgumentMissing, "501 Syntax: AUTH mechanism [initial-response]"),
                new(When.MechanismUnknown, "504 Unrecognized authentication type"),
                Base64,
            ],
            "334 ", PracticeEffect.BeginAuth),
        new(Mode.PlainMessage, Verb.Auth, [Cancel, Base64, Fault, BadCredentials], Success, PracticeEffect.Authenticate),
        new(Mode.LoginUserName, Verb.Auth, [Cancel, Base64], "334 UGFzc3dvcmQ6", PracticeEffect.KeepUserName),
        new(Mode.LoginPassword, Verb.Auth, [Cancel, Base64, Fault, BadCredentials], Success, PracticeEffect.Authenticate),

        new(Mode.Command, Verb.Mail,
            [
                TlsFirst,
                AuthFirst,
                new(When.HelloMissing, "503 Send EHLO first"),
                new(When.TransactionOpen, "503 Sender already specified"),
                new(When.PathSyntax, "501 Syntax: MAIL FROM:<address>"),
                new(When.MailboxSyntax, "553 <{address}> Invalid email address"),
                new(When.ParameterUnknown, "555 MAIL parameter not recognized"),
                new(When.ParameterSyntax, "501 Syntax error in a MAIL parameter"),
                new(When.DeclaredTooLarge, "552 Message is too long."),
                Fault,
            ],
            "250 Ok", PracticeEffect.SetSender),
        new(Mode.Command, Verb.Rcpt,
            [
                TlsFirst,
                AuthFirst,
                new(When.SenderMissing, "503 Need MAIL command first"),
                new(When.PathSyntax, "501 Syntax: RCPT TO:<address>"),
                new(When.MailboxSyntax, "553 <{address}> address unknown"),
                new(When.ParameterUnknown, "555 RCPT parameter not recognized"),
                new(When.RecipientsFull, "452 Too many recipients"),
                Fault,
            ],
            "250 Ok", PracticeEffect.AddRecipient),
        new(Mode.Command, Verb.Data,
            [
                TlsFirst,
                AuthFirst,
                new(When.SenderMissing, "503 Need MAIL command first"),
                new(When.RecipientMissing, "503 Need RCPT command first"),
                new(When.ArgumentGiven, "501 Syntax: DATA takes no argument"),
                Fault,
            ],
            "354 End data with <CR><LF>.<CR><LF>", PracticeEffect.BeginContent),

        // That more than 50 recipients are refused here and not at RCPT, and in these words, is what users of SES report.
        new(Mode.Content, Verb.EndOfData,
            [
                new(When.ContentTooLarge, "552 Message is too long."),
                new(When.StorageFull, "451 Temporary service failure"),
                Fault,
                new(When.TooManyRecipients, "554 Transaction failed: Recipient count exceeds 50."),
                new(When.NotVerified, "554 Message rejected: Email address is not verified. The following identities failed the check in region {REGION}: {identities}"),
            ],
            "250 Ok {id}", PracticeEffect.AcceptMessage),

        new(Mode.Command, Verb.Rset, [TlsFirst, new(When.ArgumentGiven, "501 Syntax: RSET takes no argument")], "250 Ok", PracticeEffect.Reset),
        new(Mode.Command, Verb.Noop, [], "250 Ok", PracticeEffect.None),
        new(Mode.Command, Verb.Quit, [new(When.ArgumentGiven, "501 Syntax: QUIT takes no argument")], "221 Bye", PracticeEffect.Quit),

        // RFC 5321 §3.5.3: a server that does not verify SHOULD say so with 252, and MUST NOT give 250.
        new(Mode.Command, Verb.Vrfy,
            [
                TlsFirst,
                AuthFirst,
                new(When.ArgumentMissing, "501 Syntax: VRFY address"),
            ],
            "252 Cannot VRFY user, but will accept message and attempt delivery", PracticeEffect.None),
        new(Mode.Command, Verb.Expn, [TlsFirst, AuthFirst], "502 Command not implemented", PracticeEffect.None),
        new(Mode.Command, Verb.Help, [TlsFirst, AuthFirst], "214 EHLO STARTTLS AUTH MAIL RCPT DATA RSET NOOP QUIT", PracticeEffect.None),
        new(Mode.Command, Verb.Bdat, [TlsFirst, AuthFirst], "502 Command not implemented", PracticeEffect.None),
        new(Mode.Command, Verb.Etrn, [TlsFirst, AuthFirst], "502 Command not implemented", PracticeEffect.None),
        new(Mode.Command, Verb.Unknown, [], "500 Command not recognized", PracticeEffect.None),
    ];

    const string Codes = "Amazon SES Developer Guide, SMTP response codes";

    static readonly PracticeFault[] Troubles =
    [
        new("too-many-connections", PracticeFaultArgument.None,
            "EHLO is answered with 421, as if the account had too many connections open.",
            "A pool of connections has a size; more of them are answered with 421, and waiting helps.",
            Codes,
            _ => new PracticeTrouble.Cut(Verb.Ehlo, "421 Too many concurrent SMTP connections")),
        new("tls-unavailable", PracticeFaultArgument.None,
            "STARTTLS is refused with 454.",
            "A refused STARTTLS is no permission to go on in the clear: the client decides, and should not.",
            "RFC 3207 §4",
            _ => new PracticeTrouble.Answer(Verb.StartTls, "454 TLS not available due to temporary reason")),
        new("auth-failure", PracticeFaultArgument.None,
            "AUTH is refused with 454, whatever the password.",
            "454 says nothing about the password: keep it, and try again later.",
            Codes,
            _ => new PracticeTrouble.Answer(Verb.Auth, "454 Temporary authentication failure")),
        new("auth-service-failure", PracticeFaultArgument.None,
            "AUTH is refused with 454 for trouble on Amazon's side, whatever the password.",
            "The same code has several texts, and only the text tells whose trouble it is.",
            Codes,
            _ => new PracticeTrouble.Answer(Verb.Auth, "454 Temporary service failure")),
        new("not-subscribed", PracticeFaultArgument.None,
            "AUTH is refused with 535, as if the account were not signed up for SES.",
            "535 is not always a wrong password: read the text.",
            Codes,
            _ => new PracticeTrouble.Answer(Verb.Auth, "535 Account not subscribed to SES")),
        new("daily-quota", PracticeFaultArgument.None,
            "After the dot comes 454: the account has sent all it may in 24 hours.",
            "A throttled message was not taken: the client keeps it and retries with growing waits.",
            Codes,
            _ => new PracticeTrouble.Answer(Verb.EndOfData, "454 Throttling failure: Daily message quota exceeded")),
        new("sending-rate", PracticeFaultArgument.None,
            "After the dot comes 454: too many messages in a second.",
            "A rate is kept by sending slower, not by sending again at once.",
            Codes,
            _ => new PracticeTrouble.Answer(Verb.EndOfData, "454 Throttling failure: Maximum sending rate exceeded")),
        new("throttling", PracticeFaultArgument.Count("N", 1),
            "After N accepted messages every further one gets 454 after the dot.",
            "A limit on rate is answered by waiting longer each time, not by trying harder.",
            Codes,
            value => new PracticeTrouble.Answer(Verb.EndOfData, "454 Throttling failure: Maximum sending rate exceeded") { AfterMessages = value.Number }),
        new("service-failure", PracticeFaultArgument.None,
            "After the dot comes 451, for trouble on Amazon's side.",
            "The verdict after the dot can be a refusal though every command was accepted.",
            Codes,
            _ => new PracticeTrouble.Answer(Verb.EndOfData, "451 Temporary service failure")),
        new("access-denied", PracticeFaultArgument.None,
            "After the dot comes 554: the IAM policy does not allow this sender.",
            "Who may log in may not yet send: the policy is looked at when the message is there.",
            Codes,
            _ => new PracticeTrouble.Answer(Verb.EndOfData, "554 Access denied: User arn:aws:iam::123456789012:user/practice is not authorized to perform ses:SendRawEmail on resource arn:aws:ses:{region}:123456789012:identity/{sender}")),
    ];

    public static PracticeProfile Profile { get; } = new()
    {
        Name = "ses",
        Explanation = "Amazon SES in its sandbox: AUTH PLAIN and LOGIN inside TLS, verified identities, 10 MB, 10 s idle",
        Teaches = "A server's refusals can come late: who may send, and to whom, is looked at after the dot.",
        Source = "The Amazon SES Developer Guide (SMTP response codes, Debugging SMTP conversations) and transcripts its users posted. Where neither says anything (501, 503, 504, 555), the codes are the RFCs' and the words are this program's.",
        Host = "email-smtp.amazonaws.com",
        Extensions =
        [
            new("8BITMIME"),
            new("SIZE 10485760"),
            new("STARTTLS", OfferedWhen.BeforeTls),
            new("AUTH PLAIN LOGIN"),
            new("Ok"),
        ],
        Mechanisms =
        [
            new("PLAIN", "334 ", Mode.PlainMessage),
            new("LOGIN", "334 VXNlcm5hbWU6", Mode.LoginUserName),
        ],
        MailParameters = ["SIZE", "BODY", "AUTH"],
        Rows = Table,
        Faults = Troubles,
        IdleTimeout = "451 4.4.2 Timeout waiting for data from client.",
        TooManyConnections = "421 Too many concurrent SMTP connections",
        ShuttingDown = "421 Service not available, closing transmission channel",
        TooManyErrors = "421 Too many errors, closing transmission channel",
        BareLineFeed = "500 Line must end in CR LF, not LF alone",
        LineTooLong = "500 Line too long",
        ContentEndless = "552 Message is too long.",
        LenientPaths = true,
        Takes = "takes mail from and to addresses at {verified}, and to the mailbox simulator",
        IdShape = "0000hhhhhhhhhhhh-hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh-000000",
        Verified = ["ses-example.com"],
        MessageLimit = 10 * 1024 * 1024,
        RecipientLimit = 50,
        Idle = TimeSpan.FromSeconds(10),
    };
}
