using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net;

/// <summary>A TLS handshake that succeeded.</summary>
/// <param name="Session">What was agreed on, and what is wrong with the certificate where that was overridden.</param>
/// <param name="Discarded">
/// Plaintext that came in place of the handshake's first record and was thrown away, which happens only
/// with <see cref="TlsOptions.Insecure"/>; else empty.
/// </param>
/// <param name="LacksClientCertificate">The server asked for a client certificate, and there was none to give.</param>
public sealed record TlsHandshake(TlsSession Session, ReadOnlyMemory<byte> Discarded, bool LacksClientCertificate);
