using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Session;

/// <summary>The certificates the user trusts though they do not verify, each for one server.</summary>
interface ITrustedCertificates
{
    /// <summary>Since when; null where the certificate is not trusted for that server.</summary>
    DateTimeOffset? TrustedSince(string host, int port, PeerCertificate certificate);

    /// <summary>Trusts it from now on.</summary>
    /// <exception cref="IOException">It could not be kept.</exception>
    /// <exception cref="UnauthorizedAccessException">It could not be kept.</exception>
    void Trust(string host, int port, PeerCertificate certificate);
}
