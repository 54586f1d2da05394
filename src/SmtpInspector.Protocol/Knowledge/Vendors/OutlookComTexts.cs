namespace SmtpInspector.Protocol.Knowledge.Vendors;

/// <summary>Outlook.com, to those who send mail to it.</summary>
static class OutlookComTexts
{
    const string Page = "Outlook.com Postmaster, Troubleshooting";

    public static ProviderText[] Rows { get; } =
    [
        Row("421", "", "RP-001|RP-002|RP-003",
            "The address sends more, or over more connections, than its reputation allows.",
            "Slow down; look the address up in Smart Network Data Services."),
        Row("550", "", "SC-001",
            "Refused for content that looks like spam, or for the reputation of address or domain.",
            "Look at content and lists; join the Junk Email Reporting Program."),
        Row("550", "", "SC-002",
            "The address was seen trying many names to find those that exist.",
            "Take dead addresses off the list, and look for misuse of your server."),
        Row("550", "", "SC-003",
            "The address is blocked, for example as an open proxy or open relay.",
            "Find the cause and close it, then ask for removal."),
        Row("550", "", "SC-004",
            "The address is blocked because many users complained.",
            "Join the Junk Email Reporting Program and remove those who complain."),
        Row("550", "", "DY-001|DY-002",
            "The address belongs to a home or changing connection, for example, or to a machine that seems infected.",
            "Send through your provider's server."),
        Row("550", "", "OU-001",
            "The address is on a list of Spamhaus.",
            "Look it up at Spamhaus, mend the cause, ask for removal there."),
        Row("550", "", "OU-002",
            "Refused for content that looks like spam, or for the reputation of address or domain.",
            "Look at content and lists; check the links in the message."),
        Row("550", "5.7.1", "part of their network is on our block list",
            "Your address, or the network around it, is blocked; S3140 and S3150 in the text say so.",
            "Ask for removal with the form named in the text; if the network is not yours, ask its owner."),
        Row("451", "4.7.650", "rate limited due to IP reputation",
            "The address sends more than its reputation allows.",
            "Slow down; look the address up in Smart Network Data Services."),
        Row("550", "5.7.515", "required authentication level",
            "Who sends more than 5,000 messages a day needs SPF, DKIM and DMARC, and they did not all pass.",
            "Set up all three for the domain in From."),
    ];

    static ProviderText Row(string codes, string enhanced, string phrase, string meaning, string whatToDo) =>
        new(Provider.OutlookCom, codes, enhanced, phrase, meaning, whatToDo, Page);
}
