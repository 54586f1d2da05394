namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>Commands of RFC 821 that are no longer in use; they still stand in the registry of EHLO keywords.</summary>
static class ObsoleteCommands
{
    public static Entry[] Rows { get; } =
    [
        new("TURN", "change roles (obsolete)", "RFC 5321 §F.1",
            "Client and server would change roles on the same connection. Anybody could have fetched another's mail with it.",
            "Do not use it. ATRN does the same with authentication.",
            "ATRN|ETRN")
        {
            Syntax = "TURN CRLF",
        },
        new("SEND", "write to a user's terminal (obsolete)", "RFC 5321 §F.6",
            "Like MAIL, but the text would appear on the terminal of a user who is logged in. Nobody supports it today.",
            "Use MAIL.",
            "SOML|SAML|MAIL")
        {
            Syntax = "SEND FROM:Reverse-path CRLF",
        },
        new("SOML", "send or mail (obsolete)", "RFC 5321 §F.6",
            "Like MAIL, but to the terminal if the user is logged in, else to the mailbox. Nobody supports it today.",
            "Use MAIL.",
            "SEND|SAML|MAIL")
        {
            Syntax = "SOML FROM:Reverse-path CRLF",
        },
        new("SAML", "send and mail (obsolete)", "RFC 5321 §F.6",
            "Like MAIL, but to the terminal and to the mailbox. Nobody supports it today.",
            "Use MAIL.",
            "SEND|SOML|MAIL")
        {
            Syntax = "SAML FROM:Reverse-path CRLF",
        },
    ];
}
