using SmtpInspector.Protocol.Findings;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>Mailbox = Local-part "@" ( Domain / address-literal ) (RFC 5321 §4.1.2; RFC 6531 §3.3).</summary>
static class MailboxSyntax
{
    /// <summary>Whether octets are a mailbox.</summary>
    public static bool IsMailbox(ReadOnlyMemory<byte> octets)
    {
        var findings = new List<Finding>();
        return Parse(new Token(octets, 0), findings) is not null && !findings.Exists(found => found.Severity == Severity.Error);
    }

    /// <summary>Reads what stands between the angle brackets, after any source route.</summary>
    /// <returns>The mailbox as far as it can be made out; null when nothing is there.</returns>
    public static Mailbox? Parse(Token mailbox, ICollection<Finding> findings)
    {
        if (mailbox.IsEmpty)
        {
            findings.AddSyntax(mailbox.Start, mailbox.End, "The mailbox is missing: it is written name@domain.");
            return null;
        }

        var localEnd = LocalPart.Parse(mailbox, findings);
        var localPart = mailbox.Slice(0, localEnd);
        if (localEnd == mailbox.Length)
        {
            // RFC 5321 §2.3.5: "Local nicknames or unqualified names MUST NOT be used."
            findings.AddSyntax(
                mailbox.End, mailbox.End, "The domain is missing: a mailbox is written name@domain.", "RFC 5321 §2.3.5");
            return new Mailbox(localPart, default, DomainKind.Invalid);
        }

        var domain = mailbox.From(localEnd + 1);
        var kind = Domain(domain, findings);
        DomainSyntax.CheckLength(domain, findings);
        return new Mailbox(localPart, domain, kind);
    }

    static DomainKind Domain(Token domain, ICollection<Finding> findings)
    {
        if (domain.Length > 0 && domain.Span[0] == (byte)'[')
        {
            var kind = AddressLiteral.KindOf(domain.Span);
            if (kind == DomainKind.Invalid)
            {
                findings.AddSyntax(
                    domain.Start, domain.End, "This is no address literal: write [192.0.2.1] or [IPv6:2001:db8::1].", "RFC 5321 §4.1.3");
            }

            return kind;
        }

        var flaw = DomainSyntax.Check(domain.Span, out var at);
        if (flaw == DomainSyntax.Flaw.None)
        {
            return DomainKind.Name;
        }

        // §4.1.2 forbids the underscore to "domain name labels for SMTP clients or servers". In a mail domain the
        // grammar lacks it too, but the DNS has such names and servers deliver to them: a warning.
        findings.Add(
            FindingId.CommandSyntax,
            new Columns(0, domain.Start + at, Math.Min(domain.Start + at + 1, domain.End)),
            DomainSyntax.Message(flaw),
            severity: flaw == DomainSyntax.Flaw.Underscore ? Severity.Warning : null);
        return DomainKind.Invalid;
    }
}
