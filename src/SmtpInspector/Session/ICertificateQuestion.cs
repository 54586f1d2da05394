using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Session;

/// <summary>
/// Someone who decides over a certificate that does not verify. Asked after the handshake and before an octet is sent inside
/// it; until the answer is there the conversation stands still.
/// </summary>
interface ICertificateQuestion
{
    /// <summary>Asks. Whoever is not there to answer has answered <see cref="CertificateDecision.Leave"/>.</summary>
    ValueTask<CertificateDecision> AskAsync(CertificateReport report, CancellationToken cancellationToken);
}

/// <summary>What there is to decide on.</summary>
/// <param name="Host">The server as it was connected to: a name, an address, or <c>unix:PATH</c>.</param>
/// <param name="Port">Its port; 0 for a Unix-domain socket.</param>
/// <param name="Session">What was agreed on; its <see cref="TlsSession.Problems"/> say in sentences what is wrong, its first certificate is the server's.</param>
sealed record CertificateReport(string Host, int Port, TlsSession Session)
{
    /// <summary>The server's own certificate.</summary>
    public PeerCertificate Leaf => Session.Certificates[0];

    /// <summary>The server as a person reads it: HOST:PORT.</summary>
    public string Server => HostPort.Format(Host, Port);
}

/// <summary>An answer to the question.</summary>
enum CertificateDecision
{
    /// <summary>Nothing is sent, and the conversation ends.</summary>
    Leave,

    /// <summary>Go on, this time.</summary>
    Once,

    /// <summary>Go on, and do not ask again for this certificate of this server.</summary>
    Always,
}
