using System.Security.Cryptography.X509Certificates;

namespace SmtpInspector.Net.Certificates;

/// <summary>Decides whether the peer is who it should be.</summary>
static class Verifier
{
    /// <param name="leaf">The peer's certificate; null when it sent none.</param>
    /// <param name="chain">Built by the TLS library after <see cref="ChainPolicies.ForSystemTrust"/>, with what the peer sent in its ExtraStore.</param>
    /// <param name="options">Name and authorities.</param>
    /// <param name="now">What the ages of certificates are told by.</param>
    public static Verdict Judge(X509Certificate2? leaf, X509Chain chain, TlsOptions options, DateTimeOffset now)
    {
        if (leaf is null)
        {
            return new(false, ["The server sent no certificate."], []);
        }

        var sent = chain.ChainPolicy.ExtraStore;
        var certificates = sent.Prepend(leaf).DistinctBy(certificate => certificate.Thumbprint).Select(CertificateReader.Read).ToArray();
        using var own = new X509Chain();
        var best = chain;
        if (options.Authorities.Count > 0 && !IsTrusted(chain))
        {
            own.ChainPolicy = ChainPolicies.ForAuthorities(options.Authorities, sent);
            _ = own.Build(leaf);
            // When neither store helps, the system's chain tells more about what the server sent.
            best = IsTrusted(own) ? own : chain;
        }

        var problems = new ProblemList(now);
        problems.AddChain(best, leafOnly: certificates.Length == 1);
        problems.AddName(leaf, options.ServerName);
        return new(problems.IsVerified, problems.Sentences, certificates);
    }

    static bool IsTrusted(X509Chain chain)
    {
        const X509ChainStatusFlags Untrusted = X509ChainStatusFlags.PartialChain
            | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.NotSignatureValid;
        return chain.ChainStatus.All(status => (status.Status & Untrusted) == 0);
    }
}
