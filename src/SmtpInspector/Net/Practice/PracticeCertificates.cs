using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Net.Practice;

/// <summary>
/// A certificate authority and a server certificate of its own, made in memory at every start. The authority's key is thrown away
/// once it has signed: trusting the authority trusts this one certificate and nothing that could be made later.
/// </summary>
sealed class PracticeCertificates : IDisposable
{
    /// <summary>For clocks that are a little apart.</summary>
    static readonly TimeSpan Backdated = TimeSpan.FromHours(1);
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
    static readonly TimeSpan Expired = TimeSpan.FromDays(1);

    /// <summary>Reserved for documentation (RFC 2606 §2): nobody's server.</summary>
    const string WrongName = "wrong.example";

    readonly X509Certificate2 _leaf;

    PracticeCertificates(X509Certificate2 authority, X509Certificate2 leaf)
    {
        Authority = authority;
        _leaf = leaf;
        Context = SslStreamCertificateContext.Create(leaf, additionalCertificates: null, offline: true);
    }

    /// <summary>The authority's certificate, without its key.</summary>
    public X509Certificate2 Authority { get; }

    /// <summary>What the listener shows to clients.</summary>
    public SslStreamCertificateContext Context { get; }

    /// <summary>Makes both, for <c>localhost</c>, 127.0.0.1, ::1 and the address listened on, unless a fault is wanted.</summary>
    public static PracticeCertificates Create(IPAddress address, TimeProvider time, PracticeCertificateFaults faults)
    {
        var now = time.GetUtcNow();

        // The authority must have been valid when it signed a certificate that has expired since.
        var (from, to) = (now - Lifetime, now + Lifetime);
        var (leafFrom, leafTo) = faults.HasFlag(PracticeCertificateFaults.Expired) ? (from, now - Expired) : (now - Backdated, to);
        var isWrong = faults.HasFlag(PracticeCertificateFaults.WrongName);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=SMTP Inspector practice CA", authorityKey, HashAlgorithmName.SHA256);
        var subjectKey = new X509SubjectKeyIdentifierExtension(authorityRequest.PublicKey, critical: false);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        authorityRequest.CertificateExtensions.Add(subjectKey);
        using var authority = authorityRequest.CreateSelfSigned(from, to);

        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var leafRequest = new CertificateRequest(isWrong ? $"CN={WrongName}" : "CN=localhost", leafKey, HashAlgorithmName.SHA256);
        leafRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        leafRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        leafRequest.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        leafRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(leafRequest.PublicKey, critical: false));

        // RFC 5280 §4.2.1.1: wanted in every certificate that is not self-signed; strict verifiers insist.
        leafRequest.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(subjectKey));
        leafRequest.CertificateExtensions.Add(isWrong ? NameOf(WrongName) : Names(address));
        using var unkeyed = leafRequest.Create(authority, leafFrom, leafTo, RandomNumberGenerator.GetBytes(16));
        using var keyed = unkeyed.CopyWithPrivateKey(leafKey);
        return new PracticeCertificates(X509CertificateLoader.LoadCertificate(authority.RawData), Usable(keyed));
    }

    public void Dispose()
    {
        _leaf.Dispose();
        Authority.Dispose();
    }

    static X509Extension NameOf(string host)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        return names.Build();
    }

    static X509Extension Names(IPAddress address)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        foreach (var ip in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback, address }.Distinct())
        {
            // The wildcard address is where one listens, never where one is met.
            if (!ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any))
            {
                names.AddIpAddress(ip);
            }
        }

        return names.Build();
    }

    /// <summary>Windows' TLS wants a key that its store knows; a detour over PKCS #12 gives it one for as long as the process lives.</summary>
    static X509Certificate2 Usable(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
}
