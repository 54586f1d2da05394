namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>Words about the envelope: who sends, who receives.</summary>
static class EnvelopeTerms
{
    public static Entry[] Rows { get; } =
    [
        new("envelope", "the addresses that are used for delivery", "RFC 5321 §2.3.1",
            "What MAIL and RCPT say: where bounces go and who gets the message. "
            + "It is apart from the header, which may name others, as a letter's heading may differ from its envelope.",
            "To find out who was sent a message, read RCPT, not To.",
            "reverse-path|forward-path|header|message-envelope-differs"),
        new("reverse-path|envelope sender", "where bounces go", "RFC 5321 §4.1.1.2",
            "The address in MAIL FROM. If delivery fails, the report is sent there. It may differ from the From field that people see.",
            "Use an address that somebody or something reads.",
            "MAIL|null reverse-path|Return-Path|bounce"),
        new("null reverse-path|null sender|empty sender", "MAIL FROM:<>, no bounces wanted", "RFC 5321 §4.5.5",
            "An empty sender. Reports about delivery are sent with it, so that no report is ever sent about a report.",
            "Use it for automatic answers and reports only. Every server must accept it.",
            "reverse-path|DSN|bounce"),
        new("forward-path|envelope recipient", "where the message goes", "RFC 5321 §4.1.1.3",
            "The address in RCPT TO. It decides who gets the message.",
            "Give one RCPT for each recipient, those in Bcc too.",
            "RCPT|Bcc|source route"),
        new("source route", "a path through named hosts (obsolete)", "RFC 5321 §F.2",
            "An address with the hosts to pass in front: <@a.example,@b.example:user@c.example>. "
            + "Servers must understand it and should ignore all but the last part.",
            "Write the plain address.",
            "forward-path"),
        new("mailbox|address", "user@example.com", "RFC 5321 §2.3.11",
            "A local part, an @ and a domain or an address in brackets. The local part belongs to the domain: only its servers know what it means.",
            "Do not guess at the local part: upper and lower case, + and dots may or may not matter.",
            "local part|domain|address literal"),
        new("local part", "what stands before the @", "RFC 5321 §4.5.3.1.1",
            "Names a user at the domain, in up to 64 octets. With quotation marks it may hold spaces and other signs.",
            "Leave its case as it is.",
            "mailbox|local-part-too-long"),
        new("domain", "what stands behind the @", "RFC 5321 §2.3.5",
            "A name in DNS, of up to 255 octets. Its MX records tell which servers take its mail.",
            "Write it in full; upper and lower case do not matter.",
            "MX|address literal"),
        new("address literal|domain literal", "an address in brackets for a name", "RFC 5321 §4.1.3",
            "[192.0.2.1] or [IPv6:2001:db8::1] in place of a domain, for hosts that have no name.",
            "Use it in EHLO when your host has no public name.",
            "EHLO|domain"),
        new("postmaster", "the address every domain must have", "RFC 5321 §4.5.1",
            "Mail to postmaster must be accepted at every domain that takes mail, in any case, and even without a domain: <Postmaster>.",
            "Write to it when a server of theirs misbehaves.",
            "RCPT"),
        new("mail transaction|transaction", "MAIL, RCPT, DATA: one message", "RFC 5321 §3.3",
            "Begins with MAIL, names recipients with RCPT and ends with the dot of DATA, with BDAT LAST, or with RSET. "
            + "A connection may carry many.",
            "Begin the next one with MAIL; no new EHLO is needed.",
            "MAIL|RCPT|DATA|RSET"),
        new("xtext", "how odd signs are written in parameters", "RFC 3461 §4",
            "In ENVID, ORCPT and AUTH= the signs + and = and all beyond visible ASCII are written as + and two hexadecimal digits.",
            "Write + as +2B and = as +3D.",
            "ENVID|ORCPT|AUTH="),
        new("VERP|variable envelope return path", "a sender address for each recipient", "Postfix Documentation, Postfix VERP Howto",
            "List software puts the recipient into the envelope sender, so that a bounce tells by its address whom it is about.",
            "Nothing. It explains strange addresses in MAIL FROM.",
            "bounce|reverse-path|XVERP"),
    ];
}
