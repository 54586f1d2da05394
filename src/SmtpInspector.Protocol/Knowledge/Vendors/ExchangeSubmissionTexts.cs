namespace SmtpInspector.Protocol.Knowledge.Vendors;

/// <summary>Exchange Online to those who send through it.</summary>
static class ExchangeSubmissionTexts
{
    const string Reports = "Microsoft Learn, Email non-delivery reports in Exchange Online";
    const string Devices = "Microsoft Learn, How to set up a multifunction device or application to send email using Microsoft 365";
    const string ClientAuth = "Microsoft Learn, Enable or disable authenticated client SMTP submission (SMTP AUTH) in Exchange Online";
    const string Limits = "Microsoft Learn, Exchange Online limits";

    public static ProviderText[] Rows { get; } =
    [
        Row("530|550", "5.7.57", "not authenticated to send anonymous mail|Client not authenticated to send mail",
            "MAIL came before a successful AUTH on smtp.office365.com.",
            "Send STARTTLS, EHLO and AUTH first, as a user with a mailbox.", Devices),
        Row("535", "5.7.139", "SmtpClientAuthentication is disabled",
            "SMTP AUTH is switched off for the organisation or this mailbox. The password may be right.",
            "Have the administrator switch it on for this mailbox, or send in another way.", ClientAuth),
        Row("535", "5.7.139", "basic authentication is disabled",
            "User name and password are no longer taken here; a token is wanted.",
            "Use XOAUTH2 with a token for SMTP.", ClientAuth),
        Row("535", "5.7.139", "user credentials were incorrect",
            "The password is wrong, or the account needs more than a password.",
            "Check both; where multi-factor sign-in is on, use XOAUTH2.", ClientAuth),
        Row("535", "5.7.139", "did not meet the criteria to be authenticated",
            "A security policy of the organisation, such as security defaults or conditional access, forbids this sign-in.",
            "Ask the administrator to allow it, or use XOAUTH2.", ClientAuth),
        Row("535", "5.7.3", "Authentication unsuccessful",
            "User name and password, or the token, were not accepted.",
            "Check them, and whether SMTP AUTH is allowed for the mailbox.", ClientAuth),
        Row("504", "5.7.4", "Unrecognized authentication type",
            "The mechanism is not offered here: PLAIN never, and none before STARTTLS.",
            "Send STARTTLS, then EHLO, and use a mechanism it lists: LOGIN or XOAUTH2.", Devices),
        Row("550|554", "5.7.60", "does not have permissions to send as this sender",
            "You signed in as one user and send as another without permission.",
            "Use the signed-in mailbox in MAIL and From, or have Send As granted.", Devices),
        Row("550|554", "x.2.252", "SendAsDenied",
            "You signed in as one user and send as another without permission.",
            "Use the signed-in mailbox in MAIL and From, or have Send As granted.", Devices),
        Row("432", "4.3.2", "sender thread limit exceeded|Concurrent connections limit exceeded",
            "The mailbox sends over too many connections at once; three are allowed.",
            "Use fewer connections.", Devices),
        Row("550|554", "5.2.2", "Submission quota exceeded",
            "The mailbox has sent as much as it may for now.",
            "Wait, and find out whether the account was misused.", Limits),
        Row("550", "5.1.90", "daily limit for message recipients",
            "The mailbox has sent to as many recipients as it may in a day.",
            "Wait up to 24 hours, and find out whether the account was misused.", Limits),
        Row("550|501", "5.1.8", "bad outbound sender",
            "The account is blocked from sending, mostly because it sent spam.",
            "Have the administrator secure the account and remove it from the restricted users."),
        Row("550|451", "5.7.501-503", "spam abuse detected|banned sender",
            "The account was banned for sending spam.",
            "Secure the account, then have the administrator contact support."),
        Row("550", "5.7.700-749", "tenant has exceeded threshold|traffic not accepted from this IP",
            "Most of what the organisation sends looks suspicious, so that none of it is taken. New trial tenants meet this too.",
            "Find the misused account or open relay, then contact support."),
        Row("550", "5.7.750", "from unregistered domains",
            "Much mail comes from domains that are not registered with this organisation.",
            "Add and verify every domain you send from."),
        Row("550|554", "5.7.64", "TenantAttribution",
            "The connector from your own servers no longer fits their address or certificate.",
            "Check the inbound connector against the address and certificate your servers use now."),
        Row("550", "5.7.54", "Unable to relay recipient in non-accepted domain",
            "You are not authenticated, and the recipient is not in a domain of this organisation.",
            "Authenticate, or set up a connector for relaying.", Devices),
        Row("550", "5.7.1", "Unable to relay",
            "The server does not pass mail on for you, and the recipient is not its own.",
            "Authenticate, or send to the recipient's own server."),
    ];

    static ProviderText Row(
        string codes, string enhanced, string phrase, string meaning, string whatToDo, string reference = Reports) =>
        new(Provider.ExchangeOnline, codes, enhanced, phrase, meaning, whatToDo, reference);
}
