namespace SmtpInspector.Protocol.Grammar;

/// <summary>
/// A command line, read (RFC 5321 §4.1.1 and the extensions). A closed set. What could not be made out is empty
/// or null; the findings of <see cref="CommandParser.Parse"/> say why.
/// </summary>
public abstract record Command
{
    Command(Verb verb) => Verb = verb;

    /// <summary>Which command it is.</summary>
    public Verb Verb { get; }

    /// <summary>EHLO, and the name the client gives itself (RFC 5321 §4.1.1.1).</summary>
    public sealed record Ehlo(Token Name, DomainKind Kind) : Command(Verb.Ehlo);

    /// <summary>HELO, as EHLO but without extensions.</summary>
    public sealed record Helo(Token Name, DomainKind Kind) : Command(Verb.Helo);

    /// <summary>LHLO, the EHLO of LMTP (RFC 2033 §4.1).</summary>
    public sealed record Lhlo(Token Name, DomainKind Kind) : Command(Verb.Lhlo);

    /// <summary>MAIL FROM (RFC 5321 §4.1.1.2).</summary>
    public sealed record Mail(ReversePath? Path, IReadOnlyList<EsmtpParameter> Parameters) : Command(Verb.Mail);

    /// <summary>RCPT TO (RFC 5321 §4.1.1.3).</summary>
    public sealed record Rcpt(ForwardPath? Path, IReadOnlyList<EsmtpParameter> Parameters) : Command(Verb.Rcpt);

    /// <summary>DATA. An argument is wrong, and kept.</summary>
    public sealed record Data(Token Argument) : Command(Verb.Data);

    /// <summary>RSET. An argument is wrong, and kept.</summary>
    public sealed record Rset(Token Argument) : Command(Verb.Rset);

    /// <summary>VRFY, the name asked for, and whether the reply may hold UTF-8 (RFC 6531 §3.7.4.2).</summary>
    public sealed record Vrfy(Token Argument, bool SmtpUtf8) : Command(Verb.Vrfy);

    /// <summary>EXPN, the list asked for, and whether the reply may hold UTF-8 (RFC 6531 §3.7.4.2).</summary>
    public sealed record Expn(Token Argument, bool SmtpUtf8) : Command(Verb.Expn);

    /// <summary>HELP, with or without a subject.</summary>
    public sealed record Help(Token Argument) : Command(Verb.Help);

    /// <summary>NOOP. An argument is allowed and means nothing (RFC 5321 §4.1.1.9).</summary>
    public sealed record Noop(Token Argument) : Command(Verb.Noop);

    /// <summary>QUIT. An argument is wrong, and kept.</summary>
    public sealed record Quit(Token Argument) : Command(Verb.Quit);

    /// <summary>STARTTLS (RFC 3207 §4). An argument is wrong, and kept.</summary>
    public sealed record StartTls(Token Argument) : Command(Verb.StartTls);

    /// <summary>AUTH (RFC 4954 §4).</summary>
    /// <param name="Mechanism">The SASL mechanism, as written.</param>
    /// <param name="InitialResponse">Base64, or "=" for an empty one; null when none is given. A credential.</param>
    public sealed record Auth(Token Mechanism, Token? InitialResponse) : Command(Verb.Auth);

    /// <summary>BDAT (RFC 3030 §2).</summary>
    /// <param name="Size">Octets in the chunk that follows; null when the number could not be read.</param>
    /// <param name="IsLast">Whether it is the last chunk of the message.</param>
    public sealed record Bdat(long? Size, bool IsLast) : Command(Verb.Bdat);

    /// <summary>ETRN and the name of the queue to start (RFC 1985).</summary>
    public sealed record Etrn(Token Argument) : Command(Verb.Etrn);

    /// <summary>BURL and the URL of the content (RFC 4468).</summary>
    public sealed record Burl(Token Url, bool IsLast) : Command(Verb.Burl);

    /// <summary>Postfix's XCLIENT: shown, not judged.</summary>
    public sealed record XClient(Token Argument) : Command(Verb.XClient);

    /// <summary>A verb this program does not know: shown, not judged beyond its form.</summary>
    public sealed record Unknown(Token Word, Token Argument) : Command(Verb.Unknown);
}
