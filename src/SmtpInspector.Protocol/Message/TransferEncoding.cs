namespace SmtpInspector.Protocol.Message;

/// <summary>How a part's octets are encoded for transport (RFC 2045 §6.1).</summary>
public enum TransferEncoding
{
    /// <summary>Not at all: short lines of octets up to 127. Counts where nothing is said.</summary>
    SevenBit,

    /// <summary>Not at all: short lines of any octets.</summary>
    EightBit,

    /// <summary>Not at all: any octets.</summary>
    Binary,

    /// <summary>Mostly readable, with <c>=XX</c> for what is not (§6.7).</summary>
    QuotedPrintable,

    /// <summary>Four letters for three octets (§6.8).</summary>
    Base64,

    /// <summary>Another word, such as x-uuencode: the part cannot be decoded.</summary>
    Unknown,
}
