namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>The value of MAIL's BODY parameter (RFC 6152 §3, RFC 3030 §3).</summary>
public enum BodyKind
{
    /// <summary>7BIT, or no BODY parameter: octets up to 127 in lines.</summary>
    SevenBit,

    /// <summary>8BITMIME: any octets in lines.</summary>
    EightBitMime,

    /// <summary>BINARYMIME: any octets, without lines; only with BDAT.</summary>
    BinaryMime,
}
