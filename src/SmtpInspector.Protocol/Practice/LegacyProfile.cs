using SmtpInspector.Protocol.Grammar;
using Mode = SmtpInspector.Protocol.Practice.PracticeMode;
using When = SmtpInspector.Protocol.Practice.PracticeCondition;

namespace SmtpInspector.Protocol.Practice;

/// <summary>
/// A server of 1982: HELO and nothing that came later. Its replies are those of RFC 821's examples and of its table of codes (§4.2.1).
/// </summary>
static class LegacyProfile
{
    static readonly PracticeRefusal Fault = new(When.Fault, null);
    static readonly PracticeReply Syntax = "501 Syntax error in parameters or arguments";
    static readonly PracticeReply Order = "503 Bad sequence of commands";
    static readonly PracticeReply Unrecognized = "500 Syntax error, command unrecognized";
    static readonly PracticeReply TooLarge = "552 Requested mail action aborted: exceeded storage allocation";

    static readonly PracticeRow[] Table =
    [
        new(Mode.Command, Verb.Connection, [Fault], "220 {host} Simple Mail Transfer Service Ready", PracticeEffect.None),
        new(Mode.Command, Verb.Helo, [new(When.ArgumentMissing, Syntax), Fault], "250 {host}", PracticeEffect.Hello),
        new(Mode.Command, Verb.Mail,
            [
                new(When.HelloMissing, Order),
                new(When.TransactionOpen, Order),
                new(When.PathSyntax, Syntax),
                new(When.MailboxSyntax, Syntax),
                new(When.ParameterUnknown, Syntax),
                Fault,
            ],
            "250 OK", PracticeEffect.SetSender),
        new(Mode.Command, Verb.Rcpt,
            [
                new(When.SenderMissing, Order),
                new(When.PathSyntax, Syntax),
                new(When.MailboxSyntax, Syntax),
                new(When.ParameterUnknown, Syntax),
                new(When.RecipientsFull, "552 Too many recipients"),
                Fault,
                new(When.MailboxUnknown, "550 No such user here"),
            ],
            "250 OK", PracticeEffect.AddRecipient),
        new(Mode.Command, Verb.Data, [new(When.SenderMissing, Order), new(When.RecipientMissing, Order), new(When.ArgumentGiven, Syntax), Fault],
            "354 Start mail input; end with <CRLF>.<CRLF>", PracticeEffect.BeginContent),
        new(Mode.Content, Verb.EndOfData, [new(When.ContentTooLarge, TooLarge), new(When.StorageFull, "452 Requested action not taken: insufficient system storage"), Fault],
            "250 OK", PracticeEffect.AcceptMessage),
        new(Mode.Command, Verb.Rset, [new(When.ArgumentGiven, Syntax)], "250 OK", PracticeEffect.Reset),
        new(Mode.Command, Verb.Noop, [], "250 OK", PracticeEffect.None),
        new(Mode.Command, Verb.Quit, [], "221 {host} Service closing transmission channel", PracticeEffect.Quit),

        // RFC 821 §4.5.1: a minimal server has HELO, MAIL, RCPT, DATA, RSET, NOOP and QUIT; VRFY came to that list later.
        new(Mode.Command, Verb.Vrfy, [], "502 Command not implemented", PracticeEffect.None),
        new(Mode.Command, Verb.Expn, [], "502 Command not implemented", PracticeEffect.None),
        new(Mode.Command, Verb.Help, [], "214 HELO MAIL RCPT DATA RSET NOOP QUIT HELP", PracticeEffect.None),
        new(Mode.Command, Verb.Unknown, [], Unrecognized, PracticeEffect.None),
    ];

    public static PracticeProfile Profile { get; } = new()
    {
        Name = "legacy",
        Explanation = "a server of 1982: EHLO gets 500, HELO works; no extension, no AUTH, no STARTTLS",
        Teaches = "A client must be able to fall back to HELO, and mail still arrives without any extension.",
        Source = "The examples and the table of reply codes of RFC 821.",
        Host = "legacy.example",
        Extensions = [],
        Mechanisms = [],
        MailParameters = [],
        Rows = Table,
        Faults = [],
        IdleTimeout = "421 {host} Service not available, closing transmission channel",
        TooManyConnections = "421 {host} Service not available, closing transmission channel",
        ShuttingDown = "421 {host} Service not available, closing transmission channel",
        TooManyErrors = "421 {host} Service not available, closing transmission channel",
        BareLineFeed = Unrecognized,
        LineTooLong = "500 Line too long.",
        ContentEndless = TooLarge,
        LenientPaths = false,
        UserName = "someone@legacy.example",
        Takes = "takes mail from and to any address, without AUTH; HELO begins the conversation",
        IdShape = "HHHHHH",
        Verified = ["legacy.example"],
        MessageLimit = 1024 * 1024,
        RecipientLimit = 100,
        CommandLineLimit = 512,
        Idle = TimeSpan.FromMinutes(5),
    };
}
