namespace SmtpInspector.Protocol.Knowledge.Vendors;

/// <summary>Gmail about recipients and messages.</summary>
static class GmailMessageTexts
{
    const string Page = "Google Workspace Help, Gmail SMTP errors and codes";

    public static ProviderText[] Rows { get; } =
    [
        Row("550", "5.1.1", "you tried to reach does not exist",
            "There is no such Google account.",
            "Check the address; take it off your list."),
        Row("550", "5.2.1", "you tried to reach is inactive|you tried to reach is disabled",
            "The account exists but is closed or suspended.",
            "Take it off your list."),
        Row("452", "4.2.2", "out of storage space|over quota",
            "The recipient's Google storage is full.",
            "Tell the recipient by another way and try later."),
        Row("552", "5.2.2", "out of storage space|over quota",
            "The recipient's Google storage has been full for long.",
            "Tell the recipient by another way."),
        Row("450|550", "x.2.1", "too quickly|at a rate that prevents additional messages",
            "The recipient gets more mail than Gmail lets through in a short time.",
            "Try again later; send fewer messages to this address."),
        Row("553", "5.1.2", "find the recipient domain",
            "The domain behind the @ does not exist.",
            "Check it for typing errors."),
        Row("552", "", "message size limit",
            "The message is larger than Gmail takes; base64 makes attachments a third larger.",
            "Make it smaller, or share the file and send a link."),
        Row("552", "5.3.4", "header size limit|individual header size|header name limit",
            "The header, or one field of it, is too large.",
            "Shorten it; look for fields that grow with every hop."),
        Row("552", "5.7.0", "potential security issue",
            "An attachment is of a kind Gmail blocks, such as a program, also inside an archive.",
            "Share the file in another way."),
        Row("452|550", "x.5.3", "too many recipients",
            "More recipients than Gmail takes for one message or sender.",
            "Split the recipients over several messages."),
        Row("451", "4.3.0", "Multiple destination domains per transaction",
            "One transaction had recipients in domains that Google keeps apart.",
            "Send to one domain at a time."),
        Row("554", "5.4.6", "exceeded 50 hops",
            "The message goes round in circles.",
            "Find the forwarding loop in its Received fields."),
        Row("550", "5.7.1", "likely unsolicited",
            "Gmail takes the message for spam.",
            "Look at content, links and lists; check SPF, DKIM and your address's reputation."),
        Row("421", "4.7.0", "nature of the content or the links",
            "Something in the text, or a link in it, looks like spam to Gmail.",
            "Change the content; check the linked sites."),
        Row("550", "5.7.1", "missing a valid Message-ID",
            "The message has no proper Message-ID field.",
            "Add one, such as <random@your.domain>."),
        Row("550", "5.7.1", "From: header",
            "The From field is missing, doubled, or has no proper address, or several.",
            "Give exactly one From field with one address."),
        Row("550", "5.7.1", "duplicate headers|There are multiple",
            "A header field that may stand once stands twice.",
            "Remove the second one."),
        Row("550", "5.7.1", "violates * policy|has a policy that prohibit",
            "An administrator's rule refuses this mail: mostly the recipient's, sometimes your own. In the text, gcdp stands for such rules.",
            "Ask the recipient's administrator, and yours."),
        Row("554", "5.6.0", "message is malformed",
            "Gmail could not make sense of the message.",
            "Check header, line ends and MIME structure."),
        Row("502", "5.5.1", "Too many unrecognized commands",
            "Gmail hangs up after several lines it did not understand. Message lines sent as commands are the usual cause.",
            "Check that DATA was answered with 354 before the message went out."),
    ];

    static ProviderText Row(string codes, string enhanced, string phrase, string meaning, string whatToDo) =>
        new(Provider.Gmail, codes, enhanced, phrase, meaning, whatToDo, Page);
}
