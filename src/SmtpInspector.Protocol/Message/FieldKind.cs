namespace SmtpInspector.Protocol.Message;

/// <summary>How a field's body is to be read.</summary>
enum FieldKind
{
    /// <summary>As text in which encoded words may stand (RFC 5322 §2.2.1); fields that nobody knows are so too.</summary>
    Text,

    /// <summary>As addresses (RFC 5322 §3.4).</summary>
    Addresses,

    /// <summary>As a word and parameters (RFC 2045 §5.1).</summary>
    Parameters,

    /// <summary>In a way of its own, in which no encoded word can stand.</summary>
    Other,
}

static class FieldKinds
{
    static readonly string[] Addresses =
    [
        "From", "Sender", "Reply-To", "To", "Cc", "Bcc",
        "Resent-From", "Resent-Sender", "Resent-To", "Resent-Cc", "Resent-Bcc", "Resent-Reply-To",
    ];

    static readonly string[] Parameters = ["Content-Type", "Content-Disposition"];

    // Structured fields in which "=?" can stand for other reasons, trace fields among them.
    static readonly string[] Other =
    [
        "Received", "Return-Path", "Message-ID", "In-Reply-To", "References", "Resent-Message-ID", "Date", "Resent-Date",
        "DKIM-Signature", "ARC-Seal", "ARC-Message-Signature", "ARC-Authentication-Results", "Authentication-Results",
        "Received-SPF", "MIME-Version", "Content-Transfer-Encoding", "Content-ID",
    ];

    /// <summary>How a field's body is to be read.</summary>
    public static FieldKind Of(HeaderField field) =>
        IsOne(field, Addresses) ? FieldKind.Addresses
        : IsOne(field, Parameters) ? FieldKind.Parameters
        : IsOne(field, Other) ? FieldKind.Other
        : FieldKind.Text;

    static bool IsOne(HeaderField field, string[] names)
    {
        foreach (var name in names)
        {
            if (field.Is(name))
            {
                return true;
            }
        }

        return false;
    }
}
