using SmtpInspector.Protocol.Grammar;
using Mode = SmtpInspector.Protocol.Practice.PracticeMode;
using When = SmtpInspector.Protocol.Practice.PracticeCondition;

namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// Nobody's server: it refuses everything an RFC lets it refuse, and says why in the judge's own words. What it must take (any case,
/// NOOP with words, <c>&lt;Postmaster&gt;</c>, the null reverse-path, HELO, a header with defects) it takes.
/// </summary>
static class StrictProfile
{
    static readonly PracticeRefusal Fault = new(When.Fault, null);
    static readonly PracticeRefusal Syntax = new(When.CommandSyntax, "501 5.5.4 {fault}");

    // RFC 3207 §4: all but NOOP, EHLO, STARTTLS and QUIT. RFC 4954 §6: all but AUTH, EHLO, HELO, NOOP, RSET and QUIT.
    static readonly PracticeRefusal TlsFirst = new(When.TlsRequired, "530 5.7.0 Must issue a STARTTLS command first");
    static readonly PracticeRefusal AuthFirst = new(When.AuthenticationRequired, "530 5.7.0 Authentication required");
    static readonly PracticeRefusal HelloFirst = new(When.HelloMissing, "503 5.5.1 EHLO or HELO must come first");
    static readonly PracticeRefusal SenderFirst = new(When.SenderMissing, "503 5.5.1 MAIL must come first");
    static readonly PracticeRefusal RecipientFirst = new(When.RecipientMissing, "503 5.5.1 An accepted RCPT must come first");
    static readonly PracticeRefusal AllRefused = new(When.RecipientsRefused, "554 5.5.1 No valid recipients");
    static readonly PracticeRefusal Route = new(When.SourceRouteGiven, "553 5.1.0 Source routes are not taken");
    static readonly PracticeRefusal TooLong = new(When.PathTooLong, "501 5.1.0 Path too long");
    static readonly PracticeRefusal UnknownParameter = new(When.ParameterUnknown, "555 5.5.4 Parameter not recognized: {parameter}");
    static readonly PracticeRefusal BadParameter = new(When.ParameterSyntax, "501 5.5.4 Syntax error in a parameter");
    static readonly PracticeRefusal Cancel = new(When.Cancelled, "501 5.7.0 Authentication cancelled");
    static readonly PracticeRefusal Base64 = new(When.NotBase64, "501 5.5.2 Not base64");
    static readonly PracticeRefusal BadCredentials = new(When.CredentialsWrong, "535 5.7.8 Authentication credentials invalid");
    static readonly PracticeRefusal TooLarge = new(When.ContentTooLarge, "552 5.3.4 Too much mail data");
    static readonly PracticeRefusal Full = new(When.StorageFull, "452 4.3.1 Insufficient system storage");
    static readonly PracticeRefusal NotYours = new(When.SenderNotOwn, "550 5.7.1 {user} may not send as {sender}");
    static readonly PracticeReply Success = "235 2.7.0 Authentication successful";

    static readonly PracticeRow[] Table =
    [
        new(Mode.Command, Verb.Connection, [Fault], "220 {host} ESMTP strict", PracticeEffect.None),
        new(Mode.Command, Verb.Ehlo, [Syntax, Fault], "250 {host}", PracticeEffect.ExtendedHello),
        new(Mode.Command, Verb.Helo, [TlsFirst, Syntax, Fault], "250 {host}", PracticeEffect.Hello),
        new(Mode.Command, Verb.StartTls, [new(When.TlsNotOnOffer, "503 5.5.1 TLS is active already"), Syntax, Fault], "220 2.0.0 Ready to start TLS", PracticeEffect.StartTls),

        new(Mode.Command, Verb.Auth,
            [
                TlsFirst,
                HelloFirst,
                new(When.AlreadyAuthenticated, "503 5.5.1 Already authenticated"),
                new(When.TransactionOpen, "503 5.5.1 AUTH is not allowed during a mail transaction"),
                Syntax,
                new(When.MechanismUnknown, "504 5.5.4 Unrecognized authentication type"),
                Base64,
            ],
            "334 ", PracticeEffect.BeginAuth),
        new(Mode.PlainMessage, Verb.Auth, [Cancel, Base64, Fault, BadCredentials], Success, PracticeEffect.Authenticate),

        new(Mode.Command, Verb.Mail,
            [
                TlsFirst,
                AuthFirst,
                HelloFirst,
                new(When.TransactionOpen, "503 5.5.1 MAIL was given already"),
                Syntax,
                new(When.PathSyntax, "501 5.5.4 Syntax: MAIL FROM:<address>"),
                new(When.MailboxSyntax, "553 5.1.7 Not a mailbox"),
                TooLong,
                Route,
                UnknownParameter,
                BadParameter,
                new(When.DeclaredTooLarge, "552 5.3.4 Message size exceeds the limit"),
                Fault,
            ],
            "250 2.1.0 Ok", PracticeEffect.SetSender),
        new(Mode.Command, Verb.Rcpt,
            [
                TlsFirst,
                AuthFirst,
                SenderFirst,
                Syntax,
                new(When.PathSyntax, "501 5.5.4 Syntax: RCPT TO:<address>"),
                new(When.MailboxSyntax, "553 5.1.3 Not a mailbox"),
                TooLong,
                Route,
                UnknownParameter,
                BadParameter,
                new(When.RecipientsFull, "452 4.5.3 Too many recipients"),
                Fault,
                new(When.MailboxUnknown, "550 5.1.1 No such user here"),
            ],
            "250 2.1.5 Ok", PracticeEffect.AddRecipient),
        new(Mode.Command, Verb.Data, [TlsFirst, AuthFirst, SenderFirst, AllRefused, RecipientFirst, Syntax, Fault],
            "354 End data with <CR><LF>.<CR><LF>", PracticeEffect.BeginContent),

        // RFC 5321 §3.3: a message SHOULD NOT be refused for defects of its header or body, so those are not looked at.
        new(Mode.Content, Verb.EndOfData,
            [
                TooLarge,
                Full,
                Fault,
                new(When.ContentBareLineEnding, "554 5.6.0 A line of the message does not end in CRLF, or has a CR within it"),
                new(When.ContentLineTooLong, "554 5.6.0 A line of the message is over 1000 octets"),
                new(When.ContentEightBit, "554 5.6.1 Octets over 127 without BODY=8BITMIME"),
                NotYours,
            ],
            "250 2.0.0 Ok: {id}", PracticeEffect.AcceptMessage),

        new(Mode.Command, Verb.Rset, [TlsFirst, Syntax], "250 2.0.0 Ok", PracticeEffect.Reset),
        new(Mode.Command, Verb.Noop, [], "250 2.0.0 Ok", PracticeEffect.None),
        new(Mode.Command, Verb.Quit, [Syntax], "221 2.0.0 Bye", PracticeEffect.Quit),

        // RFC 5321 §3.5.3, §7.3: a server may tell nobody who its users are, and says so with 252 to VRFY and 550 to EXPN.
        new(Mode.Command, Verb.Vrfy, [TlsFirst, AuthFirst, Syntax], "252 2.5.0 Nobody is told who has a mailbox here", PracticeEffect.None),
        new(Mode.Command, Verb.Expn, [TlsFirst, AuthFirst, Syntax], "550 5.7.2 Access denied to you", PracticeEffect.None),
        new(Mode.Command, Verb.Help, [TlsFirst, AuthFirst], "502 5.5.1 Command not implemented", PracticeEffect.None),
        new(Mode.Command, Verb.Unknown, [], "500 5.5.1 Command not recognized", PracticeEffect.None),
    ];

    public static PracticeProfile Profile { get; } = new()
    {
        Name = "strict",
        Explanation = "refuses everything an RFC lets a server refuse, and says why; ten errors end it",
        Teaches = "What an RFC forbids a client can be refused, and here is: the reply says which rule was broken, in the judge's own words.",
        Source = "Nobody's server. What it must take it takes: any case, NOOP with words, `<Postmaster>`, the null reverse-path, HELO, a header with defects.",
        Host = "strict.example",
        Extensions =
        [
            new("SIZE 1000000"),
            new("8BITMIME"),
            new("STARTTLS", OfferedWhen.BeforeTls),
            new("AUTH PLAIN", OfferedWhen.InsideTls),
            new("ENHANCEDSTATUSCODES"),
        ],
        Mechanisms = [new("PLAIN", "334 ", Mode.PlainMessage)],
        MailParameters = ["SIZE", "BODY", "AUTH"],
        Rows = Table,
        Faults = [],
        IdleTimeout = "421 4.4.2 Timeout, closing transmission channel",
        TooManyConnections = "421 4.7.0 Too many connections",
        ShuttingDown = "421 4.3.2 Service closing transmission channel",
        TooManyErrors = "421 4.7.0 Too many errors, closing transmission channel",
        BareLineFeed = "500 5.5.2 A line must end in CRLF",
        LineTooLong = "500 5.5.2 Line too long",
        ContentEndless = "552 5.3.4 Too much mail data",
        JudgesSyntax = true,
        LenientPaths = false,
        UserName = "someone@example.org",
        Takes = "takes mail from {user} to any address, by the letter of the RFCs",
        IdShape = "HHHHHHHHHHHH",
        Verified = [],
        MessageLimit = 1_000_000,
        RecipientLimit = 100,
        CommandLineLimit = 512,
        ErrorLimit = 10,
        Idle = TimeSpan.FromMinutes(5),
    };
}
