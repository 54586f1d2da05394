namespace SmtpInspector.Protocol.Practice;

/// <summary>What the server knows of one conversation. Changed only by <see cref="PracticeSession"/>, as a whole.</summary>
/// <param name="Mode">What the next line is taken for.</param>
/// <param name="TlsOnOffer">Whether this listener does STARTTLS.</param>
/// <param name="Tls">Whether TLS is active.</param>
public sealed record PracticeState(PracticeMode Mode, bool TlsOnOffer, bool Tls)
{
    /// <summary>What the client called itself in EHLO or HELO; null before.</summary>
    public string? ClientName { get; init; }

    /// <summary>LOGIN's user name, until its password comes.</summary>
    public ReadOnlyMemory<byte> PendingUserName { get; init; }

    /// <summary>Who has authenticated; null before.</summary>
    public string? UserName { get; init; }

    /// <summary>The reverse-path; null when no transaction is open, empty for the null one.</summary>
    public string? ReversePath { get; init; }

    /// <summary>The recipients so far.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>How many recipients were well-formed and in order, taken or not.</summary>
    public int RecipientsTried { get; init; }

    /// <summary>Whether MAIL declared content over 127 (BODY=8BITMIME or BINARYMIME), or SMTPUTF8.</summary>
    public bool EightBit { get; init; }

    /// <summary>Whether the content came with BDAT, so far.</summary>
    public bool ChunksBegun { get; init; }

    /// <summary>How many octets of the chunk are still to come.</summary>
    public long ChunkLeft { get; init; }

    /// <summary>How many octets of content there were in the last chunk, or in all of them after the last one.</summary>
    public long ContentOctets { get; init; }

    /// <summary>How many commands were refused as errors of the client's.</summary>
    public int Errors { get; init; }

    /// <summary>The same without the transaction (RFC 5321 §4.1.1.5).</summary>
    public PracticeState WithoutTransaction() =>
        this with { Mode = PracticeMode.Command, ReversePath = null, Recipients = [], RecipientsTried = 0, EightBit = false, ChunksBegun = false, PendingUserName = default };

    /// <summary>RFC 3207 §4.2: after the handshake the server MUST discard any knowledge obtained from the client in the clear.</summary>
    public PracticeState AfterHandshake() => new(PracticeMode.Command, TlsOnOffer, Tls: true);
}
