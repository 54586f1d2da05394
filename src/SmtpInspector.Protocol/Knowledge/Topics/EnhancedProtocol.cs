namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>Enhanced status codes of subject 5, the delivery protocol.</summary>
static class EnhancedProtocol
{
    public static Entry[] Rows { get; } =
    [
        new("X.5.0", "other or undefined protocol status", "RFC 3463 §3.6",
            "Something about the conversation, and no finer code fits. As 2.5.0 it is a plain yes.",
            "Read the reply code and the text.",
            "X.5.1"),
        new("X.5.1", "invalid command", "RFC 3463 §3.6",
            "The command is out of order here, or the server does not support it.",
            "Send what must come first, or do without the command.",
            "503|502|command-out-of-order"),
        new("X.5.2", "syntax error", "RFC 3463 §3.6",
            "The line could not be understood: wrong syntax or an unknown command.",
            "Compare it with the syntax; mind spaces, angle brackets and base64.",
            "500|501|555"),
        new("X.5.3", "too many recipients", "RFC 3463 §3.6",
            "The message has more recipients than the server takes at once.",
            "Send to the accepted ones, then the rest in another transaction.",
            "452|RCPT|LIMITS"),
        new("X.5.4", "invalid command arguments", "RFC 3463 §3.6",
            "The command is known, but an argument of it is wrong, out of range or not supported.",
            "Check the arguments and what EHLO offered.",
            "501|504|555"),
        new("X.5.5", "wrong protocol version", "RFC 3463 §3.6",
            "The two sides speak versions of the protocol that do not fit together.",
            "Check that the port is the right one.",
            "EHLO|HELO"),
        new("X.5.6", "authentication exchange line is too long", "RFC 4954 §6",
            "An answer within AUTH was longer than the server's buffer.",
            "Check that you sent the credential and not something else; a very long token may be too much for this server.",
            "500|AUTH"),
    ];
}
