namespace SmtpInspector.Protocol.Knowledge.Topics;

/// <summary>Reply codes that begin with 5.</summary>
static class PermanentReplies
{
    public static Entry[] Rows { get; } =
    [
        new("500", "syntax error, command unrecognized", "RFC 5321 §4.2.3",
            "The server did not understand the line: a verb it does not know, a typing error, or a line that is too long.",
            "Check the spelling, and whether EHLO offered the extension. After AUTH the line may have been too long.",
            "501|502|command-unknown"),
        new("501", "syntax error in parameters or arguments", "RFC 5321 §4.2.3",
            "The verb is known, what follows it is not well formed: angle brackets left out, a bad address, bad base64. "
            + "It also answers the * that cancels AUTH.",
            "Compare the line with the syntax of the command. Paths need < and >.",
            "500|555|command-syntax"),
        new("502", "command not implemented", "RFC 5321 §4.2.4",
            "The server knows the verb but does not do it. VRFY and EXPN are often switched off like this.",
            "Do without the command. If EHLO had offered it, the server contradicts itself.",
            "500|VRFY|capability-refused"),
        new("503", "bad sequence of commands", "RFC 5321 §4.2.3",
            "The command is fine, but not here: RCPT before MAIL, DATA without a recipient, AUTH twice.",
            "Send first what must come before: EHLO, then MAIL, then RCPT, then DATA.",
            "command-out-of-order|RSET|530"),
        new("504", "command parameter not implemented", "RFC 5321 §4.2.3",
            "The server knows the command but not this argument of it. After AUTH: it does not have that mechanism, "
            + "or not without TLS.",
            "Use what EHLO offered. For AUTH, send STARTTLS first or choose another mechanism.",
            "AUTH|502|555"),
        new("521", "host does not accept mail", "RFC 7504 §3",
            "A greeting that sends you away: this host never takes mail. Some servers also use it when they hang up on a client.",
            "Deliver elsewhere: look up the MX records of the recipient's domain.",
            "554|556|MX"),
        new("523", "encryption needed", "RFC 5248 §2.4",
            "The registry of enhanced codes pairs it with X.7.10: this needs TLS first. "
            + "Gmail sends it for commands pipelined behind STARTTLS.",
            "Start TLS, then try again.",
            "X.7.10|STARTTLS|530"),
        new("524", "encryption required for this mechanism", "RFC 5248 §2.4",
            "The registry of enhanced codes pairs it with X.7.11: the AUTH mechanism is allowed only inside TLS. The usual code is 538.",
            "Send STARTTLS and then AUTH again.",
            "538|X.7.11|STARTTLS"),
        new("525", "user account disabled", "RFC 5248 §2.4",
            "The registry of enhanced codes pairs it with X.7.13: the password was right, but the account is blocked.",
            "Ask the administrator. Another password will not help.",
            "X.7.13|535"),
        new("530", "authentication required, or STARTTLS first", "RFC 4954 §6",
            "The server does nothing for strangers here: you must authenticate before, "
            + "or, if the text says so, start TLS before (RFC 3207).",
            "Read the text: send STARTTLS, or AUTH, and repeat the command.",
            "AUTH|STARTTLS|535"),
        new("533", "delivery not authorized", "RFC 5248 §2.4",
            "Known only from the registry of enhanced codes, which pairs it with X.7.1. It is rare; 550 is usual.",
            "Do as for 550 5.7.1: read the text for the policy.",
            "X.7.1|550"),
        new("534", "authentication mechanism is too weak", "RFC 4954 §6",
            "The server's policy asks more of this user than the mechanism gives. "
            + "Gmail uses it when an app password or a sign-in in the browser is needed.",
            "Choose a stronger mechanism, or do what the text asks.",
            "AUTH|X.7.9|app password"),
        new("535", "authentication credentials invalid", "RFC 4954 §6",
            "User name and password, or the token, were not accepted. Often it is the wrong sort of password, "
            + "or a newline that slipped into the base64.",
            "Decode what was sent. Then check user name, password and whether the provider wants an app password.",
            "AUTH|X.7.8|auth-trailing-newline|app password"),
        new("538", "encryption required for this mechanism", "RFC 4954 §6",
            "The AUTH mechanism may be used only when the connection is encrypted. "
            + "The code is historic: a server should not offer such a mechanism without TLS.",
            "Send STARTTLS, then EHLO, then AUTH again.",
            "STARTTLS|X.7.11|530"),
        new("550", "mailbox unavailable, or refused by policy", "RFC 5321 §4.2.3",
            "No: the mailbox does not exist, is not for you, or a policy forbids it. "
            + "It is the most general refusal; the enhanced code and the text say why.",
            "With 5.1.1 check the address. With 5.7.x look at the sender: authentication, reputation, permission.",
            "X.1.1|X.7.1|450|RCPT"),
        new("551", "user not local, please try another path", "RFC 5321 §3.4",
            "The recipient is elsewhere, and the server names the address but will not send the message on for you.",
            "Send to the address in the text, after a look whether you trust it.",
            "251|550"),
        new("552", "exceeded storage allocation", "RFC 5321 §4.2.3",
            "Too much: the message is larger than the server or mailbox takes, or the mailbox is full. "
            + "Some old servers send it for too many recipients.",
            "Make the message smaller, or tell the recipient to clear the mailbox.",
            "SIZE|452|X.2.2|X.3.4"),
        new("553", "mailbox name not allowed", "RFC 5321 §4.2.3",
            "The address is not one the server will take: bad syntax, or a sender that is not yours to use.",
            "Check the address letter by letter. If it is the sender, use one that belongs to your account.",
            "550|501|X.1.3|X.1.7"),
        new("554", "transaction failed", "RFC 5321 §4.2.3",
            "A general permanent no. As a greeting it means that the server will not talk to you; "
            + "after the dot, that the message was refused, mostly by a policy or a spam filter.",
            "Read the text and the enhanced code: they hold the reason.",
            "550|521|X.7.1"),
        new("555", "MAIL or RCPT parameters not recognized", "RFC 5321 §4.1.1.11",
            "The command carries a parameter the server does not know or has not offered. "
            + "Gmail also uses it for a plain syntax error.",
            "Leave out what EHLO did not offer, and check the spelling.",
            "455|504|parameter-not-advertised"),
        new("556", "domain does not accept mail", "RFC 7504 §4",
            "The recipient's domain says in DNS, by a null MX, that it takes no mail at all.",
            "Do not retry. The address is most likely wrong.",
            "null MX|X.1.10|521"),
    ];
}
