namespace SmtpInspector.Protocol.Grammar;

/// <summary>A path, the argument of MAIL and RCPT (RFC 5321 §4.1.2).</summary>
/// <param name="Whole">As written, the angle brackets included where they are there.</param>
/// <param name="SourceRoute">The A-d-l with its colon, "@a,@b:"; empty where there is none. To be ignored (RFC 5321 §4.1.1.3).</param>
/// <param name="Mailbox">The mailbox; null for the null path and where none can be made out.</param>
public abstract record MailPath(Token Whole, Token SourceRoute, Mailbox? Mailbox)
{
    /// <summary>Whether an octet of the path is over 127.</summary>
    public bool IsNonAscii => !System.Text.Ascii.IsValid(Whole.Span);
}

/// <summary>The argument of MAIL: where to report failures.</summary>
/// <param name="Whole">As written.</param>
/// <param name="SourceRoute">See <see cref="MailPath"/>.</param>
/// <param name="Mailbox">See <see cref="MailPath"/>.</param>
/// <param name="IsNull">The null reverse-path, <c>&lt;&gt;</c> (RFC 5321 §4.5.5).</param>
public sealed record ReversePath(Token Whole, Token SourceRoute, Mailbox? Mailbox, bool IsNull)
    : MailPath(Whole, SourceRoute, Mailbox);

/// <summary>The argument of RCPT: one recipient.</summary>
/// <param name="Whole">As written.</param>
/// <param name="SourceRoute">See <see cref="MailPath"/>.</param>
/// <param name="Mailbox">See <see cref="MailPath"/>; for <c>&lt;Postmaster&gt;</c> one with an empty domain.</param>
/// <param name="IsPostmaster"><c>&lt;Postmaster&gt;</c> in any case, the one recipient that needs no domain (RFC 5321 §4.1.1.3).</param>
public sealed record ForwardPath(Token Whole, Token SourceRoute, Mailbox? Mailbox, bool IsPostmaster)
    : MailPath(Whole, SourceRoute, Mailbox);
