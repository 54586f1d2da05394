using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net.Certificates;

/// <summary>Decides whether the peer is who it should be.</summary>
static class Verifier
{
    const X509ChainStatusFlags Untrusted = X509ChainStatusFlags.PartialChain
        | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.NotSignatureValid;

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
        var best = chain;
        var built = new List<X509Chain>();
        if (!IsGood(best))
        {
            foreach (var policy in Others(leaf, sent, options))
            {
                var other = new X509Chain { ChainPolicy = policy };
                built.Add(other);
                _ = other.Build(leaf);
                // Of chains that do not verify the first that leads to trust is explained, else the one with all
                // authorities: it tells what the server should have sent.
                best = IsGood(other) || !IsTrusted(best) ? other : best;
                if (IsGood(best))
                {
                    break;
                }
            }
        }

        var problems = new ProblemList(options.Names, now);
        problems.AddChain(best, leafOnly: certificates.Count == 1);
        problems.AddName(leaf, options.ServerName);
        built.ForEach(other => other.Dispose());
        return new(problems.IsVerified, problems.Sentences, certificates);
    }

    /// <summary>Where else trust may come from, each tried only when those before did not verify.</summary>
    static IEnumerable<X509ChainPolicy> Others(X509Certificate2 leaf, X509Certificate2Collection sent, TlsOptions options)
    {
        if (options.Index is { } index)
        {
            // One by one: of several with the same name and no key identifier the builder takes any, and does not come back.
            foreach (var issuer in index.IssuersOf(leaf, sent))
            {
                yield return ChainPolicies.ForAuthorities([issuer], sent);
            }

            // No refusal without having asked all of them.
            yield return ChainPolicies.ForAuthorities(index.All(), sent);
        }
        else if (options.Authorities.Count > 0)
        {
            var system = ChainPolicies.ForSystemTrust();
            system.ExtraStore.AddRange(sent);
            yield return system;
        }
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

    static bool IsTrusted(X509Chain chain) => (ProblemList.AllOf(chain.ChainStatus) & Untrusted) == 0;

    static bool IsGood(X509Chain chain) => (ProblemList.AllOf(chain.ChainStatus) & ~ProblemList.NotDecided) == 0;
}
