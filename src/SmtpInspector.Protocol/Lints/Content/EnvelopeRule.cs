using System.Globalization;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>
/// Says where header and envelope name different addresses. That is how blind copies, lists, bounces and mailers
/// work, and what surprises everyone once (RFC 5321 §2.3.1).
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
        if (message.Field("From") is not { } from || EnvelopeAddress.OfPath(context.ReversePath) is not { } reversePath)
        {
            return;
        }

        var named = new List<string>();
        AddNamed(from, named);
        if (message.Field("Sender") is { } sender)
        {
            AddNamed(sender, named);
        }

        if (named.Count > 0 && EnvelopeAddress.Missing([reversePath], named).Count > 0)
        {
            findings.Add(Finding.Of(
                FindingId.MessageEnvelopeDiffers,
                $"From names {Shown.Quote(named[0])}, MAIL named {Shown.Quote(reversePath)}. That is normal: the reader sees From, while bounces go to the address of MAIL, which mailing lists and mailers make their own",
                place.OfBody(from)));
        }
    }

    static void FindRecipients(MimePart message, ContentContext context, FieldPlace place, ContentFindings findings)
    {
        var recipients = new List<string>(context.Recipients.Count);
        foreach (var path in context.Recipients)
        {
            if (EnvelopeAddress.OfPath(path) is { } recipient)
            {
                recipients.Add(recipient);
            }
        }

        var named = new List<string>();
        HeaderField? first = null;
        foreach (var field in message.Fields)
        {
            if (field.Is("To") || field.Is("Cc") || field.Is("Bcc"))
            {
                first ??= field;
                AddNamed(field, named);
            }
        }

        // A header that names no recipient, such as "undisclosed-recipients:;", contradicts nothing.
        if (first is null || named.Count == 0 || recipients.Count == 0)
        {
            return;
        }

        var hidden = EnvelopeAddress.Missing(recipients, named);
        var absent = EnvelopeAddress.Missing(named, recipients);
        if (hidden.Count + absent.Count > 0)
        {
            findings.Add(Finding.Of(FindingId.MessageEnvelopeDiffers, Sentence(hidden, absent), place.OfBody(first)));
        }
    }

    static string Sentence(List<string> hidden, List<string> absent)
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

    static string Listed(List<string> addresses) => addresses.Count == 1
        ? Shown.Quote(addresses[0])
        : string.Create(CultureInfo.InvariantCulture, $"{Shown.Quote(addresses[0])} and {addresses.Count - 1} more");

    static void AddNamed(HeaderField field, List<string> named)
    {
        foreach (var mailbox in AddressList.Of(field).Mailboxes)
        {
            named.Add(EnvelopeAddress.Of(mailbox));
        }
    }
}
