using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net.Certificates;

/// <summary>Reads what is worth knowing of a certificate.</summary>
static class CertificateReader
{
    public static PeerCertificate Read(X509Certificate2 certificate) => new(
        certificate.Subject,
        certificate.Issuer,
        Names(certificate),
        certificate.NotBefore.ToUniversalTime(),
        certificate.NotAfter.ToUniversalTime(),
        certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
        PublicKeys.Of(certificate).Name,
        SignatureAlgorithms.Name(certificate.SignatureAlgorithm.Value));

    /// <summary>The DNS names and IP addresses in subjectAltName (RFC 5280 §4.2.1.6).</summary>
    public static IReadOnlyList<string> Names(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        if (extension is null)
        {
            return [];
        }

        try
        {
            return [.. extension.EnumerateDnsNames(), .. extension.EnumerateIPAddresses().Select(address => address.ToString())];
        }
        catch (CryptographicException)
        {
            // A damaged extension names nobody; the name then does not match, which is said.
            return [];
        }
    }
}
