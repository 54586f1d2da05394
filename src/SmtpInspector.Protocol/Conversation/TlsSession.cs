namespace SmtpInspector.Protocol.Conversation;

/// <summary>What a TLS handshake agreed on, and what is wrong with the peer's certificate.</summary>
/// <param name="Protocol">The version, as "TLS 1.3".</param>
/// <param name="Cipher">The cipher suite's IANA name.</param>
/// <param name="Verified">Whether the certificate chain and name were found right.</param>
/// <param name="Problems">Each reason why it does not verify, a sentence each; weaknesses that do not stop verification too.</param>
/// <param name="Certificates">The chain the peer sent, leaf first.</param>
public sealed record TlsSession(
    string Protocol,
    string Cipher,
    bool? Verified,
    IReadOnlyList<string> Problems,
    IReadOnlyList<PeerCertificate> Certificates);
