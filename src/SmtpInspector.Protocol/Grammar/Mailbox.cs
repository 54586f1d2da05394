namespace SmtpInspector.Protocol.Grammar;

/// <summary>A mailbox, local-part "@" domain or address literal (RFC 5321 §4.1.2; RFC 6531 §3.3).</summary>
/// <param name="LocalPart">As written, quotes and backslashes included. Its case may matter (RFC 5321 §2.4).</param>
/// <param name="Domain">As written, brackets included; empty where none is given.</param>
/// <param name="Kind">What the domain is.</param>
public readonly record struct Mailbox(Token LocalPart, Token Domain, DomainKind Kind)
{
    /// <summary>Whether the local-part is a quoted string.</summary>
    public bool IsQuoted => LocalPart.Length > 0 && LocalPart.Span[0] == (byte)'"';

    /// <summary>Whether any octet is over 127, so that SMTPUTF8 is needed.</summary>
    public bool IsNonAscii => !System.Text.Ascii.IsValid(LocalPart.Span) || !System.Text.Ascii.IsValid(Domain.Span);

    /// <summary>The text as written, invalid UTF-8 as U+FFFD.</summary>
    public override string ToString() => Domain.IsEmpty ? LocalPart.Text : LocalPart.Text + "@" + Domain.Text;
}
