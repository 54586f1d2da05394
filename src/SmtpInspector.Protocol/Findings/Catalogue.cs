namespace SmtpInspector.Protocol.Findings;

/// <summary>
/// The one catalogue of everything that can be found. Line mode, JSON, <c>show</c>, <c>explain</c> and
/// <c>docs/findings.md</c> read it.
/// </summary>
public static class Catalogue
{
    /// <summary>All rules, indexed by <see cref="FindingId"/>.</summary>
    public static IReadOnlyList<Rule> Rules => Rows;

    /// <summary>The rule of an identity.</summary>
    public static Rule Of(FindingId id) => Rows[(int)id];

    static readonly Rule[] Rows =
    [
        // Server: the form of a reply
        new(FindingId.ReplyMalformed, "reply-malformed", Severity.Error, "RFC 5321 §4.2", "a reply line is not three digits and then a space, a hyphen or its end"),
        new(FindingId.ReplyCodeRange, "reply-code-range", Severity.Error, "RFC 5321 §4.2", "a reply code is outside what the digits can mean"),
        new(FindingId.ReplyCodeMixed, "reply-code-mixed", Severity.Error, "RFC 5321 §4.2.1", "the lines of one reply carry different codes"),
        new(FindingId.ReplyLineTooLong, "reply-line-too-long", Severity.Warning, "RFC 5321 §4.5.3.1.5", "a reply line is longer than 512 octets"),
        new(FindingId.ReplyTooManyLines, "reply-too-many-lines", Severity.Warning, "RFC 5321 §4.5.3.1.5", "a reply was cut because it did not end"),
        new(FindingId.ReplyBareLf, "reply-bare-lf", Severity.Error, "RFC 5321 §2.3.8", "a reply line ends in a bare LF"),
        new(FindingId.ReplyBareCr, "reply-bare-cr", Severity.Error, "RFC 5321 §2.3.8", "a reply line contains a bare CR"),
        new(FindingId.ReplyControlCharacters, "reply-control-characters", Severity.Error, "RFC 5321 §4.2", "a reply contains control characters"),
        new(FindingId.ReplyNonAscii, "reply-non-ascii", Severity.Error, "RFC 6531 §3.7.4", "a reply contains octets over 127 where SMTPUTF8 does not allow them"),
        new(FindingId.ReplyTextMissing, "reply-text-missing", Severity.Info, "RFC 5321 §4.2", "a reply is the code alone"),

        // Server: its meaning
        new(FindingId.ReplyCodeUnlisted, "reply-code-unlisted", Severity.Info, "RFC 5321 §4.3.2", "the code is not among the usual replies to this command"),
        new(FindingId.ReplyUnsolicited, "reply-unsolicited", Severity.Error, "RFC 5321 §4.2", "a reply came that answers no command"),
        new(FindingId.ReplyMissing, "reply-missing", Severity.Error, "RFC 5321 §3.8", "the connection ended with a command unanswered"),
        new(FindingId.ClosedWithReply, "closed-with-reply", Severity.Info, "RFC 5321 §3.8", "the server gave a reason and closed"),
        new(FindingId.ClosedWithoutQuit, "closed-without-quit", Severity.Error, "RFC 5321 §3.8", "the connection was closed without QUIT"),
        new(FindingId.IdleTimeout, "idle-timeout", Severity.Info, "RFC 5321 §4.5.3.2", "the server closed because the client was idle"),
        new(FindingId.GreetingWithoutDomain, "greeting-without-domain", Severity.Warning, "RFC 5321 §4.2", "the greeting does not begin with the server's domain"),
        new(FindingId.EhloDomainMissing, "ehlo-domain-missing", Severity.Warning, "RFC 5321 §4.1.1.1", "the first line of the EHLO reply does not begin with the server's domain"),
        new(FindingId.EhloKeywordSyntax, "ehlo-keyword-syntax", Severity.Warning, "RFC 5321 §4.1.1.1", "an EHLO line is not a keyword and its parameters"),
        new(FindingId.EhloKeywordDuplicate, "ehlo-keyword-duplicate", Severity.Info, "RFC 5321 §4.1.1.1", "an EHLO keyword is offered twice"),
        new(FindingId.EhloAuthEquals, "ehlo-auth-equals", Severity.Info, "RFC 4954 §3", "the obsolete AUTH= form is offered"),
        new(FindingId.EhloUnregistered, "ehlo-unregistered", Severity.Info, "RFC 5321 §4.1.1.1", "an EHLO keyword is not registered"),
        new(FindingId.HeloExtendedReply, "helo-extended-reply", Severity.Error, "RFC 5321 §3.2", "extensions are listed in the reply to HELO"),
        new(FindingId.CapabilityRefused, "capability-refused", Severity.Warning, "RFC 5321 §4.2.4", "the server refused as unknown what it had offered"),
        new(FindingId.RequiredCommandRefused, "required-command-refused", Severity.Error, "RFC 5321 §4.5.1", "a command every server must know was refused as unknown"),
        new(FindingId.EnhancedClassMismatch, "enhanced-class-mismatch", Severity.Error, "RFC 2034 §4", "the enhanced status code's class differs from the reply code's first digit"),
        new(FindingId.EnhancedMissing, "enhanced-missing", Severity.Warning, "RFC 2034 §4", "an enhanced status code was promised and is missing"),
        new(FindingId.EnhancedSyntax, "enhanced-syntax", Severity.Warning, "RFC 3463 §2", "the enhanced status code is not well formed"),
        new(FindingId.AuthChallengeNotBase64, "auth-challenge-not-base64", Severity.Error, "RFC 4954 §4", "a challenge is not base64"),
        new(FindingId.StarttlsInjection, "starttls-injection", Severity.Error, "RFC 3207 §4", "plaintext stood behind the 220 that answers STARTTLS"),
        new(FindingId.StarttlsStillOffered, "starttls-still-offered", Severity.Warning, "RFC 3207 §4.2", "STARTTLS is offered inside TLS"),
        new(FindingId.CapabilityChanged, "capability-changed", Severity.Info, "RFC 3207 §4.2", "what the server offers has changed"),
        new(FindingId.StarttlsStripped, "starttls-stripped", Severity.Info, "RFC 3207 §6", "a submission port offers no STARTTLS"),

        // Client: the form of a command
        new(FindingId.CommandSyntax, "command-syntax", Severity.Error, "RFC 5321 §4.1.2", "a command is not written as the grammar says"),
        new(FindingId.CommandUnknown, "command-unknown", Severity.Warning, "RFC 5321 §4.1.1", "the verb is not one of SMTP or a known extension"),
        new(FindingId.CommandLineTooLong, "command-line-too-long", Severity.Warning, "RFC 5321 §4.5.3.1.4", "a command line is longer than the limit"),
        new(FindingId.CommandBareLf, "command-bare-lf", Severity.Error, "RFC 5321 §2.3.8", "a command line ends in a bare LF"),
        new(FindingId.EhloName, "ehlo-name", Severity.Error, "RFC 5321 §4.1.1.1", "the name in EHLO is neither a domain nor an address literal"),
        new(FindingId.LocalPartTooLong, "local-part-too-long", Severity.Warning, "RFC 5321 §4.5.3.1.1", "a local-part is longer than 64 octets"),
        new(FindingId.DomainTooLong, "domain-too-long", Severity.Warning, "RFC 5321 §4.5.3.1.2", "a domain is longer than 255 octets"),
        new(FindingId.PathTooLong, "path-too-long", Severity.Warning, "RFC 5321 §4.5.3.1.3", "a path is longer than 256 octets"),
        new(FindingId.AddressNonAscii, "address-non-ascii", Severity.Error, "RFC 6531 §3.4", "an address contains octets over 127 without SMTPUTF8"),
        new(FindingId.ArgumentNotAllowed, "argument-not-allowed", Severity.Error, "RFC 5321 §4.1.1", "a command that takes no argument has one"),

        // Client: its place and meaning
        new(FindingId.CommandOutOfOrder, "command-out-of-order", Severity.Error, "RFC 5321 §4.1.4", "a command comes before what must precede it"),
        new(FindingId.CommandBeforeGreeting, "command-before-greeting", Severity.Error, "RFC 5321 §4.3.1", "a command was sent before the server's greeting"),
        new(FindingId.ParameterNotAdvertised, "parameter-not-advertised", Severity.Error, "RFC 5321 §4.1.1.11", "a parameter belongs to an extension the server did not offer"),
        new(FindingId.ParameterSyntax, "parameter-syntax", Severity.Error, "RFC 5321 §4.1.2", "a parameter is not written as its extension says"),
        new(FindingId.ParameterDuplicate, "parameter-duplicate", Severity.Error, "RFC 5321 §4.1.1.11", "a parameter is given twice"),
        new(FindingId.SizeExceedsAdvertised, "size-exceeds-advertised", Severity.Warning, "RFC 1870 §3", "the message is larger than the server accepts"),
        new(FindingId.ExtensionNotAdvertised, "extension-not-advertised", Severity.Error, "RFC 5321 §2.2.1", "a command belongs to an extension the server did not offer"),
        new(FindingId.AuthMechanismNotAdvertised, "auth-mechanism-not-advertised", Severity.Error, "RFC 4954 §4", "the server did not offer this AUTH mechanism"),
        new(FindingId.AuthWithoutTls, "auth-without-tls", Severity.Warning, "RFC 4954 §4", "a password goes over an unencrypted connection"),
        new(FindingId.AuthNotBase64, "auth-not-base64", Severity.Error, "RFC 4954 §4", "an answer to a challenge is not base64"),
        new(FindingId.AuthTrailingNewline, "auth-trailing-newline", Severity.Warning, "RFC 4954 §4", "a credential ends in a newline"),
        new(FindingId.AuthPlainShape, "auth-plain-shape", Severity.Warning, "RFC 4616 §2", "an AUTH PLAIN message is not [authzid] NUL authcid NUL password"),
        new(FindingId.AuthSesSecretKey, "auth-ses-secret-key", Severity.Warning, "Amazon SES Developer Guide, Obtaining SMTP credentials", "an AWS secret access key was used where the derived SMTP password belongs"),
        new(FindingId.AuthInTransaction, "auth-in-transaction", Severity.Error, "RFC 4954 §4", "AUTH was sent within a mail transaction"),
        new(FindingId.AuthTwice, "auth-twice", Severity.Error, "RFC 4954 §4", "AUTH was sent after a successful AUTH"),
        new(FindingId.StarttlsInsideTls, "starttls-inside-tls", Severity.Error, "RFC 3207 §4.2", "STARTTLS was sent inside TLS"),
        new(FindingId.DataBdatMixed, "data-bdat-mixed", Severity.Error, "RFC 3030 §2", "DATA and BDAT were used in one transaction"),
        new(FindingId.PipeliningNotOffered, "pipelining-not-offered", Severity.Error, "RFC 2920 §3.1", "a command was sent before the reply to the one before, and PIPELINING is not offered"),
        new(FindingId.PipeliningOrder, "pipelining-order", Severity.Error, "RFC 2920 §3.1", "a command that must be the last of a group is not"),

        // The message
        new(FindingId.MessageLineTooLong, "message-line-too-long", Severity.Error, "RFC 5321 §4.5.3.1.6", "a line of the message is longer than 998 octets"),
        new(FindingId.MessageBareLf, "message-bare-lf", Severity.Error, "RFC 5321 §2.3.8", "the message contains a bare LF"),
        new(FindingId.MessageBareCr, "message-bare-cr", Severity.Error, "RFC 5321 §2.3.8", "the message contains a bare CR"),
        new(FindingId.Message8bit, "message-8bit", Severity.Warning, "RFC 6152 §3", "the message contains octets over 127 without 8BITMIME"),
        new(FindingId.MessageNul, "message-nul", Severity.Warning, "RFC 5322 §4", "the message contains a NUL"),
        new(FindingId.MessageHeaderMissing, "message-header-missing", Severity.Warning, "RFC 5322 §3.6", "a required header field is missing"),
        new(FindingId.MessageHeaderDuplicate, "message-header-duplicate", Severity.Warning, "RFC 5322 §3.6", "a header field that may occur once occurs again"),
        new(FindingId.MessageHeaderSyntax, "message-header-syntax", Severity.Warning, "RFC 5322 §2.2", "a header line is not a field"),
        new(FindingId.MessageDateSyntax, "message-date-syntax", Severity.Warning, "RFC 5322 §3.3", "the Date field is not a date"),
        new(FindingId.MessageIdMissing, "message-id-missing", Severity.Info, "RFC 5322 §3.6.4", "the message has no Message-ID"),
        new(FindingId.MessageBccPresent, "message-bcc-present", Severity.Info, "RFC 5322 §3.6.3", "the message still has its Bcc field"),
        new(FindingId.MessageEnvelopeDiffers, "message-envelope-differs", Severity.Info, "RFC 5321 §2.3.1", "the header names other addresses than the envelope"),
        new(FindingId.MimeBoundaryMissing, "mime-boundary-missing", Severity.Warning, "RFC 2046 §5.1.1", "a multipart's boundary is missing"),
        new(FindingId.MimeEncodingUnknown, "mime-encoding-unknown", Severity.Warning, "RFC 2045 §6.1", "a Content-Transfer-Encoding is unknown"),
        new(FindingId.MimeBase64Invalid, "mime-base64-invalid", Severity.Warning, "RFC 2045 §6.8", "a base64 part holds something else"),
        new(FindingId.MimeCharsetMismatch, "mime-charset-mismatch", Severity.Warning, "RFC 2046 §4.1.2", "a part's octets do not fit its charset"),
        new(FindingId.EncodedWordSyntax, "encoded-word-syntax", Severity.Warning, "RFC 2047 §2", "an encoded word is not well formed"),
    ];
}
