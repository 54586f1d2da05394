namespace SmtpInspector.Protocol.Practice;

/// <summary>What can stand against a step of the conversation. A profile's rows say where each is looked at, and in which order.</summary>
public enum PracticeCondition
{
    /// <summary>TLS is to be started first (RFC 3207 §4).</summary>
    TlsRequired,

    /// <summary>TLS is active already (RFC 3207 §4.2), or this listener is without it.</summary>
    TlsNotOnOffer,

    /// <summary>No EHLO or HELO was accepted yet (RFC 5321 §4.1.4).</summary>
    HelloMissing,

    /// <summary>The client has not authenticated (RFC 4954 §6).</summary>
    AuthenticationRequired,

    /// <summary>The client has authenticated already (RFC 4954 §4).</summary>
    AlreadyAuthenticated,

    /// <summary>A mail transaction is under way: MAIL was accepted.</summary>
    TransactionOpen,

    /// <summary>No MAIL was accepted.</summary>
    SenderMissing,

    /// <summary>No RCPT was accepted.</summary>
    RecipientMissing,

    /// <summary>The verb stands alone.</summary>
    ArgumentMissing,

    /// <summary>Something follows the verb that takes nothing.</summary>
    ArgumentGiven,

    /// <summary>The argument holds control characters or octets over 127.</summary>
    ArgumentNotPrintable,

    /// <summary>The argument is not <c>FROM:</c> or <c>TO:</c> and a path.</summary>
    PathSyntax,

    /// <summary>The path holds no mailbox.</summary>
    MailboxSyntax,

    /// <summary>An ESMTP parameter is not known for this command (RFC 5321 §4.1.1.11).</summary>
    ParameterUnknown,

    /// <summary>An ESMTP parameter's value is not understood, or it stands twice.</summary>
    ParameterSyntax,

    /// <summary>The declared size is over the limit (RFC 1870 §6.1).</summary>
    DeclaredTooLarge,

    /// <summary>There are as many recipients as the server will hold.</summary>
    RecipientsFull,

    /// <summary>The mechanism is not on offer (RFC 4954 §4).</summary>
    MechanismUnknown,

    /// <summary>The exchange was cancelled with <c>*</c> (RFC 4954 §4).</summary>
    Cancelled,

    /// <summary>What should be base64 is not (RFC 4954 §4).</summary>
    NotBase64,

    /// <summary>User name and password are not this server's.</summary>
    CredentialsWrong,

    /// <summary>A fault was asked for that belongs here; its own reply is given.</summary>
    Fault,

    /// <summary>The content was over the limit (RFC 1870 §6.3).</summary>
    ContentTooLarge,

    /// <summary>There was no room to hold the content.</summary>
    StorageFull,

    /// <summary>More recipients than one message may have.</summary>
    TooManyRecipients,

    /// <summary>Sender or, in the sandbox, a recipient is not verified.</summary>
    NotVerified,

    /// <summary>Recipients were named, and every one of them refused.</summary>
    RecipientsRefused,

    /// <summary>The domain is not the server's own, and the client has not authenticated: it would be an open relay.</summary>
    RelayDenied,

    /// <summary>The domain is the server's own, and the mailbox is called <c>nobody</c>.</summary>
    MailboxUnknown,

    /// <summary>The message's sender is neither the account nor in a verified domain.</summary>
    SenderNotOwn,

    /// <summary>The message's content began with BDAT (RFC 3030 §2).</summary>
    ChunksBegun,

    /// <summary>The argument of BDAT is not a count and LAST (RFC 3030 §2).</summary>
    ChunkSyntax,

    /// <summary>The token is not this server's.</summary>
    TokenWrong,

    /// <summary>The line breaks the grammar of its command; the reply says where (<c>{fault}</c>).</summary>
    CommandSyntax,

    /// <summary>The path has a source route (RFC 5321 §4.1.1.3, §C).</summary>
    SourceRouteGiven,

    /// <summary>A local-part, domain or path is longer than every server must take (RFC 5321 §4.5.3.1).</summary>
    PathTooLong,

    /// <summary>A line of the content ends in anything but CRLF, or CR stands alone.</summary>
    ContentBareLineEnding,

    /// <summary>A line of the content is over 1000 octets with its ending (RFC 5321 §4.5.3.1.6).</summary>
    ContentLineTooLong,

    /// <summary>The content has octets over 127, and MAIL had no BODY=8BITMIME (RFC 6152 §3).</summary>
    ContentEightBit,
}
