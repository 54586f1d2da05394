using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>The rules about which fields a message has (RFC 5322 §3.6).</summary>
static class HeaderRules
{
    // RFC 5322 §3.6, in the order of its table: the fields whose maximum number is 1.
    static readonly string[] OnceInMessage =
        ["Date", "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Message-ID", "In-Reply-To", "References", "Subject"];

    // RFC 2045 §3: entity-headers and MIME-message-headers have each of these once.
    static readonly string[] OnceInMime =
        ["MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-ID", "Content-Description"];

    /// <summary>Finds missing fields, doubled ones, a Bcc.</summary>
    public static void Find(MimePart message, FieldPlace place, ContentFindings findings)
    {
        // Where fields were left out, nothing can be said of what is not there.
        if (!message.IsHeaderCut)
        {
            Require(message, "Date", "RFC 5322 §3.6.1", findings);
            Require(message, "From", "RFC 5322 §3.6.2", findings);
            if (message.Field("Message-ID") is null)
            {
                findings.Add(Finding.Of(
                    FindingId.MessageIdMissing, "the header has no Message-ID field, so that replies and logs cannot name the message; many servers add one"));
            }
        }

        FindDoubled(message, OnceInMessage, "RFC 5322 §3.6", place, findings);
        FindDoubled(message, OnceInMime, "RFC 2045 §3", place, findings);
        if (message.Field("Bcc") is { } bcc)
        {
            findings.Add(Finding.Of(
                FindingId.MessageBccPresent,
                "the header still has its Bcc field: whoever gets this message may see who else does, unless a server on the way takes it out",
                place.OfName(bcc)));
        }
    }

    static void Require(MimePart message, string name, string reference, ContentFindings findings)
    {
        if (message.Field(name) is null)
        {
            findings.Add(Finding.Of(FindingId.MessageHeaderMissing, $"the header has no {name} field; every message must have one") with { Reference = reference });
        }
    }

    static void FindDoubled(MimePart message, string[] names, string reference, FieldPlace place, ContentFindings findings)
    {
        foreach (var name in names)
        {
            var isSeen = false;
            for (var i = 0; i < message.Fields.Count; i++)
            {
                var field = message.Fields[i];
                if (!field.Is(name))
                {
                    continue;
                }

                if (isSeen)
                {
                    findings.Add(Finding.Of(
                        FindingId.MessageHeaderDuplicate,
                        $"{name} occurs again; it may occur once, and receivers differ in which one they believe",
                        place.OfName(field)) with
                    { Reference = reference });
                }

                isSeen = true;
            }
        }
    }
}
