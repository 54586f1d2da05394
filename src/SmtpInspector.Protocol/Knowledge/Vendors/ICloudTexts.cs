namespace SmtpInspector.Protocol.Knowledge.Vendors;

/// <summary>Apple's iCloud Mail, to those who send mail to it.</summary>
static class ICloudTexts
{
    const string Page = "Apple Support, Postmaster information for iCloud Mail";

    public static ProviderText[] Rows { get; } =
    [
        Row("554|550", "5.7.1", "DMARC policy",
            "The domain in From asks by DMARC to refuse what does not pass, and this did not.",
            "Make SPF or DKIM pass for the very domain in From."),
        Row("554|550", "5.7.1", "failing both SPF and DKIM",
            "Neither SPF nor DKIM passed.",
            "Set up both for your domain."),
        Row("550|554", "5.7.1", "due to local policy",
            "Refused by Apple's own filter; CS01 marks this.",
            "Check SPF, DKIM and DMARC, then content, links and lists."),
        Row("550", "5.7.1", "Spamhaus",
            "The address, or a domain in the message, is on a list of Spamhaus.",
            "Look it up at Spamhaus, mend the cause, ask for removal there."),
        Row("421", "4.7.1", "deferred due to excessive volume",
            "Too much mail for this recipient or from this address.",
            "Slow down and retry later."),
        Row("550", "5.1.1", "inactive email address|unknown or illegal alias",
            "There is no such account, or it is closed.",
            "Take the address off your list."),
        Row("550", "5.1.6", "recipient no longer on server",
            "The account is gone.",
            "Take the address off your list."),
        Row("552", "5.2.2", "user is over quota",
            "The recipient's iCloud storage is full.",
            "Tell the recipient by another way."),
    ];

    static ProviderText Row(string codes, string enhanced, string phrase, string meaning, string whatToDo) =>
        new(Provider.ICloud, codes, enhanced, phrase, meaning, whatToDo, Page);
}
