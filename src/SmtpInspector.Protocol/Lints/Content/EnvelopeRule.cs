using System.Globalization;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>
/// Says where header and envelope name different addresses. That is how blind copies, lists, bounces and mailers
/// work, and what surprises everyone once (RFC 5321 §2.3.1, §B).
/// </summary>
static class EnvelopeRule
{
    /// <summary>Compares a message's header with the transaction's reverse-path and recipients.</summary>
    public static void Find(MimePart message, ContentContext context, FieldPlace place, ContentFindings findings)
    {
        FindSender(message, context, place, findings);
        FindRecipients(message, context, place, findings);
    }

    static void FindSender(MimePart message, ContentContext context, FieldPlace place, ContentFindings findings)
    {
        // A null reverse-path names nobody, so that it cannot differ.
        if (message.Field("From") is not { } from || AddressOf(context.ReversePath) is not { } reversePath)
        {
            return;
        }

        var named = new List<Address.Mailbox>(AddressList.Of(from).Mailboxes);
        if (named.Count > 0 && Missing([reversePath], named).Count > 0)
        {
            findings.Add(Finding.Of(
                FindingId.MessageEnvelopeDiffers,
                $"From names {Shown.Quote(named[0].AddrSpec)}, MAIL named {Shown.Quote(reversePath.AddrSpec)}. That is normal: the reader sees From, while bounces go to the address of MAIL, which mailing lists and mailers make their own",
                place.OfBody(from)));
        }
    }

    static void FindRecipients(MimePart message, ContentContext context, FieldPlace place, ContentFindings findings)
    {
        var named = new List<Address.Mailbox>();
        HeaderField? first = null;
        foreach (var field in message.Fields)
        {
            if (field.Is("To") || field.Is("Cc") || field.Is("Bcc"))
            {
                first ??= field;
                named.AddRange(AddressList.Of(field).Mailboxes);
            }
        }

        // A header that names no recipient, such as "undisclosed-recipients:;", contradicts nothing.
        if (first is null || named.Count == 0)
        {
            return;
        }

        var recipients = new List<Address.Mailbox>();
        foreach (var path in context.Recipients)
        {
            if (AddressOf(path) is { } recipient)
            {
                recipients.Add(recipient);
            }
        }

        if (recipients.Count == 0)
        {
            return;
        }

        var hidden = Missing(recipients, named);
        var absent = Missing(named, recipients);
        if (hidden.Count + absent.Count > 0)
        {
            findings.Add(Finding.Of(FindingId.MessageEnvelopeDiffers, Sentence(hidden, absent), place.OfBody(first)));
        }
    }

    static string Sentence(List<Address.Mailbox> hidden, List<Address.Mailbox> absent)
    {
        var parts = new List<string>();
        if (hidden.Count > 0)
        {
            parts.Add($"RCPT named {Listed(hidden)}, the header does not");
        }

        if (absent.Count > 0)
        {
            parts.Add($"the header names {Listed(absent)}, RCPT did not");
        }

        return $"{string.Join("; ", parts)}. That is normal: only RCPT decides who gets this copy; blind copies and members of lists are not in the header, and others may get theirs in another transaction";
    }

    static string Listed(List<Address.Mailbox> mailboxes) => mailboxes.Count == 1
        ? Shown.Quote(mailboxes[0].AddrSpec)
        : string.Create(CultureInfo.InvariantCulture, $"{Shown.Quote(mailboxes[0].AddrSpec)} and {mailboxes.Count - 1} more");

    static List<Address.Mailbox> Missing(List<Address.Mailbox> all, List<Address.Mailbox> from)
    {
        var known = new HashSet<string>();
        foreach (var mailbox in from)
        {
            known.Add(Key(mailbox));
        }

        var missing = new List<Address.Mailbox>();
        foreach (var mailbox in all)
        {
            if (known.Add(Key(mailbox)))
            {
                missing.Add(mailbox);
            }
        }

        return missing;
    }

    // RFC 5321 §2.4: of a domain the letters' case does not matter; that of a local-part may, and hardly ever does.
    static string Key(Address.Mailbox mailbox) =>
        $"{mailbox.LocalPart}@{mailbox.Domain.TrimEnd('.')}".ToUpperInvariant();

    static Address.Mailbox? AddressOf(string? path)
    {
        if (string.IsNullOrEmpty(path) || path == "<>")
        {
            return null;
        }

        foreach (var mailbox in AddressList.Parse(path is ['<', ..] ? path : $"<{path}>").Mailboxes)
        {
            return mailbox;
        }

        return null;
    }
}
