namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>What the digits of a reply code say (RFC 5321 §4.2.1).</summary>
static class ReplyDigits
{
    public static Entry[] Rows { get; } =
    [
        new("reply code|reply|xyz", "three digits that answer a command", "RFC 5321 §4.2",
            "Each command gets one reply: three digits, then a text for people. "
            + "The first digit is good or bad, the second the area, the third the detail. Programs go by the digits.",
            "Look up the code itself, then its first digit.",
            "2yz|3yz|4yz|5yz|x0z|multi-line reply"),
        new("1yz", "not used in SMTP", "RFC 5321 §4.2.1",
            "FTP has replies that begin with 1, SMTP has not. A server that sends one is broken or is no mail server.",
            "Check that the port is really a mail port.",
            "2yz|reply-code-range"),
        new("2yz", "success", "RFC 5321 §4.2.1",
            "Positive completion: what was asked is done, and the next command may come.",
            "Nothing: go on.",
            "250|3yz"),
        new("3yz", "go on, more is needed", "RFC 5321 §4.2.1",
            "Positive intermediate: the command is accepted, and the server waits for the rest. "
            + "It comes after DATA, as 354, and within AUTH, as 334.",
            "Send what is asked for: the message, or the answer to the challenge.",
            "354|334"),
        new("4yz", "not now", "RFC 5321 §4.2.1",
            "Transient negative completion: it did not work, but the very same command may work later.",
            "Wait and try again, longer each time. Mail servers do so for days on their own.",
            "5yz|450|greylisting|retry"),
        new("5yz", "no, permanently", "RFC 5321 §4.2.1",
            "Permanent negative completion: it did not work, and the same again will not work either.",
            "Do not repeat it. Change what the text complains about.",
            "4yz|550|bounce"),
        new("x0z", "syntax", "RFC 5321 §4.2.1",
            "The second digit 0: it is about how the command is written, or about a command that is not known or not done here.",
            "Check spelling, order and what EHLO offered.",
            "500|501|502|503|504"),
        new("x1z", "information", "RFC 5321 §4.2.1",
            "The second digit 1: the reply gives information that was asked for, such as help or status.",
            "Read it.",
            "211|214"),
        new("x2z", "connections", "RFC 5321 §4.2.1",
            "The second digit 2: it is about the connection itself, its beginning, its end, or that it cannot be kept.",
            "Expect the connection to open, change or close.",
            "220|221|421"),
        new("x3z", "authentication, by custom", "RFC 5321 §4.2.1",
            "The second digit 3: left open by SMTP itself. The AUTH extension uses it for most of its replies (RFC 4954).",
            "Think of AUTH.",
            "235|334|530|535"),
        new("x4z", "unspecified", "RFC 5321 §4.2.1",
            "The second digit 4: no RFC gives it a meaning, and no listed code has it.",
            "Go by the first digit and the text.",
            "reply-code-unlisted"),
        new("x5z", "mail system", "RFC 5321 §4.2.1",
            "The second digit 5: it is about the mail itself, whether the receiving system takes this sender, recipient or message.",
            "Look at addresses, sizes and policies.",
            "250|450|550|554"),
    ];
}
