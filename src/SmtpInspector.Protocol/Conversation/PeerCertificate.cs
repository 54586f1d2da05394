namespace SmtpInspector.Protocol.Conversation;

/// <summary>One certificate of the peer's chain.</summary>
/// <param name="Subject">Its distinguished name.</param>
/// <param name="Issuer">Its issuer's distinguished name.</param>
/// <param name="Names">The DNS names and IP addresses it is good for, from subjectAltName.</param>
/// <param name="NotBefore">First moment of validity, UTC; null where a transcript does not say.</param>
/// <param name="NotAfter">Last moment of validity, UTC; null where a transcript does not say.</param>
/// <param name="Sha256">SHA-256 of the DER encoding, lower-case hex.</param>
/// <param name="Key">Public key as "ECDSA P-256" or "RSA 2048"; null where unknown.</param>
/// <param name="Signature">Signature algorithm's name; null where unknown.</param>
public sealed record PeerCertificate(
    string Subject,
    string Issuer,
    IReadOnlyList<string> Names,
    DateTimeOffset? NotBefore,
    DateTimeOffset? NotAfter,
    string Sha256,
    string? Key = null,
    string? Signature = null);
