namespace SmtpInspector.Protocol.Knowledge.Vendors;

/// <summary>Yahoo and AOL, to those who send mail to them.</summary>
static class YahooTexts
{
    const string Page = "Yahoo Sender Hub, SMTP Error Codes";

    public static ProviderText[] Rows { get; } =
    [
        Row("421|451", "4.7.0", "temporarily deferred due to unexpected volume or user complaints",
            "Put off for the amount of mail, for complaints, or for poor reputation; TSS04 and its like mark this.",
            "Wait and retry slowly; send only to those who want it, with SPF, DKIM and DMARC."),
        Row("553", "5.7.2", "will be permanently deferred",
            "The address has such a record that retrying is useless; TSS09 and TSS11 mark this.",
            "Mend the cause, then ask Sender Support."),
        Row("553", "5.7.1", "Spamhaus",
            "The address is on a list of Spamhaus; BL21 and BL23 mark this.",
            "Look it up at Spamhaus, mend the cause, ask for removal there."),
        Row("554|552", "", "This user doesn*t have a|mailbox not found",
            "There is no such account.",
            "Take the address off your list; do not retry."),
        Row("554", "", "is no longer valid|This mailbox is disabled",
            "The account was closed.",
            "Take the address off your list; do not retry."),
        Row("554", "", "not accepted for policy reasons",
            "Refused for content, for failed authentication under DMARC, or for another policy; PH01 marks content.",
            "Check SPF, DKIM and DMARC, then links and attachments."),
        Row("", "", "Yahoo requires all senders to authenticate",
            "Neither SPF nor DKIM passed.",
            "Set up at least one, both if you send much."),
        Row("451|554", "", "unresolvable RFC.5321",
            "The domain in MAIL is not found in DNS.",
            "Use a domain that exists, with MX or address records."),
        Row("", "", "headers are not RFC compliant",
            "Header fields are doubled or malformed.",
            "Check that Date, From, To, Subject and Message-ID stand once and are well formed."),
        Row("421", "", "Max message per connection reached",
            "You have sent as many messages over one connection as Yahoo takes.",
            "Open a new connection and go on."),
        Row("450", "", "receiving mail too quickly",
            "The recipient gets more mail than Yahoo lets through in a short time.",
            "Try later."),
        Row("451", "", "Resources temporarily unavailable",
            "Yahoo's servers are busy.",
            "Try later."),
    ];

    static ProviderText Row(string codes, string enhanced, string phrase, string meaning, string whatToDo) =>
        new(Provider.Yahoo, codes, enhanced, phrase, meaning, whatToDo, Page);
}
