using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmtpInspector.Net.Certificates;

/// <summary>How certificate chains are built.</summary>
static class ChainPolicies
{
    /// <summary>id-kp-serverAuth (RFC 5280 §4.2.1.12).</summary>
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>
    /// What the TLS library builds its chain after: the user's authorities where there are some, else the system's.
    /// When that does not lead to trust, <see cref="Verifier"/> tries the others.
    /// </summary>
    /// <param name="authorities">The user's.</param>
    /// <param name="index">Where the system's are looked up; null: the runtime has them.</param>
    public static X509ChainPolicy First(X509Certificate2Collection authorities, RootDirectory? index) =>
        authorities.Count > 0 || index is not null ? ForAuthorities(authorities, []) : ForSystemTrust();

    /// <summary>A chain that ends in an authority of the system's.</summary>
    public static X509ChainPolicy ForSystemTrust() => New(X509ChainTrustMode.System);

    /// <summary>A chain that ends in one of these, out of what the peer sent.</summary>
    public static X509ChainPolicy ForAuthorities(X509Certificate2Collection authorities, X509Certificate2Collection sent)
    {
        var policy = New(X509ChainTrustMode.CustomRootTrust);
        policy.CustomTrustStore.AddRange(authorities);
        policy.ExtraStore.AddRange(sent);
        return policy;
    }

    static X509ChainPolicy New(X509ChainTrustMode trust)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = trust,
            // A debugger that fetches certificates or revocation lists behind the user's back would talk to third
            // parties about the conversation, and hide what the server failed to send.
            DisableCertificateDownloads = true,
            // Offline reads the OCSP response that the server stapled. Without one the status is unknown, which is no problem.
            RevocationMode = X509RevocationMode.Offline,
            RevocationFlag = X509RevocationFlag.EndCertificateOnly,
        };
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        return policy;
    }
}
