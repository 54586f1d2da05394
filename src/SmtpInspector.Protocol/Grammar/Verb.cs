namespace SmtpInspector.Protocol.Grammar;

/// <summary>
/// What a reply can answer: the commands of RFC 5321 §4.1.1 in its order, those of the extensions, and the
/// two steps that are answered without being commands.
/// </summary>
public enum Verb
{
    /// <summary>A word this program does not know; shown, not judged beyond its form.</summary>
    Unknown,

    /// <summary>The opening of the connection, answered by the greeting (RFC 5321 §3.1).</summary>
    Connection,
    Ehlo,
    Helo,
    Mail,
    Rcpt,
    Data,

    /// <summary>The line of one dot that ends the content, answered by the verdict on the message.</summary>
    EndOfData,
    Rset,
    Vrfy,
    Expn,
    Help,
    Noop,
    Quit,

    /// <summary>RFC 3207.</summary>
    StartTls,

    /// <summary>RFC 4954; also each answer to a challenge.</summary>
    Auth,

    /// <summary>RFC 3030.</summary>
    Bdat,

    /// <summary>RFC 1985.</summary>
    Etrn,

    /// <summary>RFC 4468.</summary>
    Burl,

    /// <summary>RFC 2033.</summary>
    Lhlo,

    /// <summary>Postfix's XCLIENT: shown, not judged.</summary>
    XClient,
}
