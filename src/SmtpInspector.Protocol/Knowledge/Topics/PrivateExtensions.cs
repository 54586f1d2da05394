namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>EHLO keywords that nobody registered. Those that begin with X are private by agreement.</summary>
static class PrivateExtensions
{
    public static Entry[] Rows { get; } =
    [
        new("X-|private extension", "private EHLO keywords", "RFC 5321 §2.2.2",
            "A keyword that begins with X is an agreement between some clients and servers, and no standard.",
            "Ignore it unless its maker tells you what it does.",
            "XCLIENT|X-EXPS|ehlo-unregistered"),
        new("X-EXPS", "how Exchange servers log in to each other", "RFC 5321 §2.2.2",
            "Exchange offers its own AUTH to other Exchange servers, with GSSAPI and NTLM.",
            "Ignore it; use AUTH.",
            "AUTH|NTLM"),
        new("X-ANONYMOUSTLS", "TLS between Exchange servers", "RFC 5321 §2.2.2",
            "Exchange servers of one organisation encrypt with it without checking certificates by name.",
            "Ignore it; use STARTTLS.",
            "STARTTLS"),
        new("XEXCH50|X-LINK2STATE|XRDST|XSHADOW|XSHADOWREQUEST", "words among Exchange servers", "RFC 5321 §2.2.2",
            "Private extensions with which Exchange servers hand properties, routes and copies of messages to each other.",
            "Ignore them.",
            "X-EXPS"),
        new("PRDR", "a verdict for each recipient", "Exim Specification, prdr_enable",
            "After the final dot the server may accept the message for some recipients and refuse it for others. Exim offers it.",
            "Nothing, unless your client has it.",
            "end of data|LMTP"),
        new("PIPECONNECT|PIPE_CONNECT", "commands before the greeting", "Exim Specification, pipelining_connect_advertise_hosts",
            "Exim servers let a client that knows them send EHLO and MAIL at once, without waiting for the greeting.",
            "Nothing. Others must wait for the greeting.",
            "PIPELINING|command-before-greeting"),
        new("XVERP", "one bounce address for each recipient", "Postfix Documentation, Postfix VERP Howto",
            "Postfix builds a sender address for every recipient from yours, so that each bounce tells whom it is about.",
            "Use it in list software only.",
            "VERP|bounce"),
        new("XXXXXXXA|XXXXXXXX", "STARTTLS, painted over", "RFC 3207 §6",
            "Some firewalls that inspect SMTP overwrite the word STARTTLS with X, so that the client does not find it and stays in the clear.",
            "Switch the firewall's mail inspection off, or use implicit TLS.",
            "STARTTLS|starttls-stripped|implicit TLS"),
    ];
}
