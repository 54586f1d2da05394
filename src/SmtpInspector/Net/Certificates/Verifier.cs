using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net.Certificates;

/// <summary>Decides whether the peer is who it should be.</summary>
static class Verifier
{
    /// <param name="leaf">The peer's certificate; null when it sent none.</param>
    /// <param name="chain">Built by the TLS library after <see cref="ChainPolicies.First"/>, with what the peer sent in its ExtraStore.</param>
    /// <param name="options">Name and authorities.</param>
    /// <param name="now">What the ages of certificates are told by.</param>
    public static Verdict Judge(X509Certificate2? leaf, X509Chain chain, TlsOptions options, DateTimeOffset now)
    {
        if (leaf is null)
        {
            return new(false, ["The server sent no certificate."], []);
        }

        var sent = chain.ChainPolicy.ExtraStore;
        var certificates = Read(leaf, sent);
        using var system = new X509Chain();
        var best = chain;
        if (options.Authorities.Count > 0 && !IsTrusted(chain))
        {
            // The user's authorities are trusted besides the system's. When neither helps, the system's chain is the one
            // to explain: it tells what the server should have sent.
            system.ChainPolicy = ChainPolicies.ForSystemTrust();
            system.ChainPolicy.ExtraStore.AddRange(sent);
            _ = system.Build(leaf);
            best = system;
        }

        var problems = new ProblemList(now);
        problems.AddChain(best, leafOnly: certificates.Count == 1);
        problems.AddName(leaf, options.ServerName);
        return new(problems.IsVerified, problems.Sentences, certificates);
    }

    static List<PeerCertificate> Read(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        var certificates = new List<PeerCertificate> { CertificateReader.Read(leaf) };
        foreach (var other in sent)
        {
            // The library puts the leaf among the others too.
            if (!other.Equals(leaf))
            {
                certificates.Add(CertificateReader.Read(other));
            }
        }

        return certificates;
    }

    static bool IsTrusted(X509Chain chain)
    {
        const X509ChainStatusFlags Untrusted = X509ChainStatusFlags.PartialChain
            | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.NotSignatureValid;
        return (ProblemList.AllOf(chain.ChainStatus) & Untrusted) == 0;
    }
}
