namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>What the transaction around the content says that its rules need.</summary>
public sealed record ContentContext
{
    /// <summary>Whether the server offered 8BITMIME; null where its reply to EHLO was not seen.</summary>
    public bool? EightBitMimeOffered { get; init; }

    /// <summary>MAIL's BODY parameter; null where MAIL was not seen.</summary>
    public BodyKind? Body { get; init; } = BodyKind.SevenBit;

    /// <summary>Whether MAIL had the SMTPUTF8 parameter (RFC 6531 §3.4).</summary>
    public bool SmtpUtf8 { get; init; }

    /// <summary>Whether the content came in BDAT chunks, not after DATA.</summary>
    public bool Bdat { get; init; }

    /// <summary>MAIL's address, with or without its angle brackets; empty for the null path, null where unknown.</summary>
    public string? ReversePath { get; init; }

    /// <summary>The addresses of all RCPTs, with or without angle brackets; empty where unknown.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    // RFC 3030 §3: BINARYMIME content is octets, not lines, and can only be sent with BDAT.
    internal bool IsBinary => Body is BodyKind.BinaryMime && Bdat;

    // RFC 6152 §3: octets over 127 need both the server's offer and the client's declaration.
    // Where one of them is unknown it is taken to be there.
    internal bool Allows8bit => Body is not BodyKind.SevenBit && EightBitMimeOffered is not false;
}
