namespace SmtpInspector.Protocol.Message;

/// <summary>What a list of messages shows of one, decoded for display.</summary>
/// <param name="Octets">Its size as on the wire, without dot-stuffing and the final dot.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Subject">The subject; empty where there is none.</param>
/// <param name="From">Who it says it is from.</param>
/// <param name="To">Whom it says it is to; Cc is not among them.</param>
/// <param name="Cc">Who gets a copy.</param>
/// <param name="Date">When it says it was written; null where that cannot be made out.</param>
/// <param name="MessageId">Its Message-ID with its angle brackets, as sent; empty where there is none.</param>
/// <param name="Parts">The MIME tree, outermost first.</param>
public sealed record MessageSummary(
    long Octets,
    int Lines,
    string Subject,
    IReadOnlyList<Address> From,
    IReadOnlyList<Address> To,
    IReadOnlyList<Address> Cc,
    MailDate? Date,
    string MessageId,
    IReadOnlyList<PartSummary> Parts)
{
    /// <summary>The parts that are attachments.</summary>
    public IReadOnlyList<PartSummary> Attachments
    {
        get
        {
            var attachments = new List<PartSummary>();
            foreach (var part in Parts)
            {
                if (part.IsAttachment)
                {
                    attachments.Add(part);
                }
            }

            return attachments;
        }
    }

    /// <summary>The summary of a message.</summary>
    public static MessageSummary Of(MimeMessage message)
    {
        var root = message.Root;
        var parts = new List<PartSummary>();
        foreach (var part in root.All())
        {
            parts.Add(PartSummary.Of(part));
        }

        return new MessageSummary(
            message.Length,
            message.Lines,
            root.Field("Subject") is { } subject ? EncodedWords.Decode(subject.Unfolded).Text : "",
            Addresses(root, "From"),
            Addresses(root, "To"),
            Addresses(root, "Cc"),
            root.Field("Date") is { } date ? MailDate.Parse(date.Unfolded, out _) : null,
            root.Field("Message-ID")?.Value ?? "",
            parts);
    }

    static IReadOnlyList<Address> Addresses(MimePart part, string name) =>
        part.Field(name) is { } field ? AddressList.Of(field).Addresses : [];
}
