using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>The rules about what single fields say: dates, addresses, the Message-ID, media types.</summary>
/// <param name="place">Finds columns.</param>
/// <param name="findings">Where findings go.</param>
sealed class FieldValueRules(FieldPlace place, ContentFindings findings)
{
    // RFC 5322 §3.6.2 and §3.6.3.
    static readonly string[] AddressFields = ["From", "Sender", "Reply-To", "To", "Cc", "Bcc"];

    /// <summary>Judges the message's own fields.</summary>
    public void FindInMessage(MimePart message)
    {
        foreach (var field in message.Fields)
        {
            if (field.IsCut)
            {
                continue;
            }

            if (field.Is("Date"))
            {
                FindDate(field);
            }
            else if (field.Is("Message-ID"))
            {
                FindMessageId(field);
            }
            else if (IsAddressField(field))
            {
                FindAddresses(field);
            }
        }
    }

    /// <summary>Judges the fields that say what a part is.</summary>
    public void FindInPart(MimePart part)
    {
        if (part.ContentType.Problem is { } type && part.Field("Content-Type") is { } typeField)
        {
            Add(typeField, $"Content-Type is not written as it must be: {type}", "RFC 2045 §5.1");
        }

        if (part.Disposition?.Problem is { } disposition && part.Field("Content-Disposition") is { } dispositionField)
        {
            Add(dispositionField, $"Content-Disposition is not written as it must be: {disposition}", "RFC 2183 §2");
        }
    }

    void FindDate(HeaderField field)
    {
        var date = MailDate.Parse(field.Unfolded, out var problem);
        if (problem is not null)
        {
            findings.Add(Finding.Of(
                FindingId.MessageDateSyntax,
                $"the date is not written as it must be, like \"Mon, 7 Sep 2026 09:41:07 +0200\": {problem}",
                place.OfBody(field)));
        }
        else if (date is { IsObsolete: true })
        {
            // RFC 5322 §4.3: every receiver must understand it, and a zone of GMT is everywhere; worth knowing, no more.
            findings.Add(Finding.Of(
                FindingId.MessageDateSyntax,
                "the date is written in an obsolete form, such as a zone by its name, which is understood but should not be made any more",
                place.OfBody(field)) with
            { Severity = Severity.Info, Reference = "RFC 5322 §4.3" });
        }
    }

    void FindMessageId(HeaderField field)
    {
        var reader = new StructuredReader(field.Unfolded);
        reader.SkipCfws();
        var close = reader.Rest.IndexOf('>');
        var isBracketed = reader.Next == '<' && close > 1;
        reader.Take(isBracketed ? close + 1 : 0);
        reader.SkipCfws();
        if (!isBracketed || !reader.AtEnd)
        {
            Add(field, "Message-ID is not an identifier in angle brackets, like <1@example.com>", "RFC 5322 §3.6.4");
        }
    }

    void FindAddresses(HeaderField field)
    {
        var list = AddressList.Of(field);
        if (list.Problem is { } problem)
        {
            Add(field, $"{field.Name} is no list of addresses: {problem}", "RFC 5322 §3.4");
        }
        else if (field.Is("From") && list.Addresses.Count == 0)
        {
            Add(field, "From names nobody; it must have at least one address", "RFC 5322 §3.6.2");
        }
    }

    void Add(HeaderField field, string message, string reference) =>
        findings.Add(Finding.Of(FindingId.MessageHeaderSyntax, message, place.OfBody(field)) with { Reference = reference });

    static bool IsAddressField(HeaderField field)
    {
        foreach (var name in AddressFields)
        {
            if (field.Is(name))
            {
                return true;
            }
        }

        return false;
    }
}
