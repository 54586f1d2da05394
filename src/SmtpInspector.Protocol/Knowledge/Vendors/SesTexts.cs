namespace SmtpInspector.Protocol.Knowledge.Vendors;

/// <summary>Amazon SES. It sends no enhanced status codes but for its time-out.</summary>
static class SesTexts
{
    const string Responses = "Amazon SES Developer Guide, SMTP response codes returned by Amazon SES";
    const string Errors = "Amazon SES Developer Guide, Amazon SES email sending errors";

    public static ProviderText[] Rows { get; } =
    [
        Row("235", "Authentication successful",
            "The user name and the derived SMTP password are right for this region.",
            "Go on with MAIL."),
        Row("250", "Ok *-*-*-*-*-*",
            "The message is accepted. The id in the text is the message id of events and logs.",
            "Keep the id."),
        Row("421", "Too many concurrent SMTP connections",
            "The account has too many connections open at once.",
            "Use fewer connections and send several messages over each."),
        new(Provider.AmazonSes, "451", "4.4.2", "Timeout waiting for data from client",
            "You were silent for too long, and SES closes the connection; some seconds are enough.",
            "Connect again, and send the commands without long pauses.", Responses),
        Row("451|454", "Temporary service failure",
            "SES itself has a problem with this request.",
            "Try again later; check the AWS Health Dashboard if it lasts."),
        Row("454", "Throttling failure: Daily message quota exceeded",
            "The account has sent as many messages in the last 24 hours as it may.",
            "Wait until older messages leave the 24 hours, or request a higher quota for this region."),
        Row("454", "Throttling failure: Maximum sending rate exceeded",
            "More messages a second than the account may send.",
            "Slow down and retry with growing waits, or request a higher rate."),
        Row("454", "Throttling failure: Maximum SigV2 SMTP sending rate exceeded",
            "The SMTP password is of the kind made before 2019, and Amazon lets less mail through with it.",
            "Make new SMTP credentials, and delete the old ones.", Errors),
        Row("454", "Temporary authentication failure",
            "SES could not check the credentials just now. That says nothing about them.",
            "Try again later."),
        Row("530", "Authentication required",
            "MAIL came before a successful AUTH.",
            "Send AUTH PLAIN or AUTH LOGIN with the SMTP user name and the derived password."),
        Row("530", "Must issue a STARTTLS command first",
            "SES takes AUTH and mail only inside TLS, and this connection is in the clear.",
            "Send STARTTLS, or connect to port 465 with implicit TLS."),
        Row("535", "Authentication Credentials Invalid",
            "SES does not know this user name and password here. "
            + "Most often the secret access key was used in place of the SMTP password derived from it, or one of another region.",
            "Derive the password for this region: credentials ses REGION. Temporary credentials do not work."),
        Row("535", "not subscribed to *SES",
            "The AWS account behind these credentials is not signed up for SES.",
            "Sign in to the console and open SES once with that account."),
        Row("552", "Message is too long",
            "The message is larger than SES takes over SMTP; the encoding of attachments counts.",
            "Make it smaller, or put the file elsewhere and send a link."),
        Row("553", "Invalid email address",
            "The address in MAIL is not well formed.",
            "Write MAIL FROM:<user@example.com>."),
        Row("553", "address unknown",
            "The address in RCPT is not well formed.",
            "Write RCPT TO:<user@example.com>."),
        Row("554", "Access denied: User * is not authorized to perform",
            "The IAM user behind the SMTP credentials has no permission for ses:SendRawEmail on this identity.",
            "Add the permission to the user's policy, or check the conditions in the identity's sending policy."),
        Row("554", "Email address is not verified",
            "The addresses named in the text are not verified in this region. "
            + "In the sandbox this is asked of recipients too, not only of the sender.",
            "Verify the address or its domain in this very region, or request production access.", Errors),
        Row("554", "Sending paused for this account",
            "Amazon has stopped this account's sending, mostly for bounces or complaints.",
            "Read the mail that AWS sent to the account's owner, and answer the case.", Errors),
        Row("501", "Invalid MAIL FROM address provided",
            "SES does not take what stands in MAIL: a display name or a bare user name are common causes. "
            + "Bounces, which have the null reverse-path, were seen to get it too.",
            "Send a whole address and nothing else: MAIL FROM:<user@example.com>."),
    ];

    static ProviderText Row(string codes, string phrase, string meaning, string whatToDo, string reference = Responses) =>
        new(Provider.AmazonSes, codes, EnhancedPattern.None, phrase, meaning, whatToDo, reference);
}
