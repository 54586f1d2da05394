using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net.Certificates;

/// <summary>Reads what is worth knowing of a certificate.</summary>
static class CertificateReader
{
    public static PeerCertificate Read(X509Certificate2 certificate) => new(
        NameText.Visible(certificate.Subject),
        NameText.Visible(certificate.Issuer),
        VisibleNames(certificate),
        certificate.NotBefore.ToUniversalTime(),
        certificate.NotAfter.ToUniversalTime(),
        certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
        PublicKeys.Of(certificate).Name,
        SignatureAlgorithms.Name(certificate.SignatureAlgorithm.Value));

    /// <summary>The same as they are shown: a transcript writes them behind each other with commas between.</summary>
    public static IReadOnlyList<string> VisibleNames(X509Certificate2 certificate)
    {
        var names = new List<string>();
        foreach (var name in Names(certificate))
        {
            names.Add(NameText.Visible(name, reserved: ","));
        }

        return names;
    }

    /// <summary>The DNS names and IP addresses in subjectAltName (RFC 5280 §4.2.1.6).</summary>
    public static IReadOnlyList<string> Names(X509Certificate2 certificate)
    {
        // Loops, not LINQ, which takes milliseconds to load before the first byte is out.
        X509SubjectAlternativeNameExtension? extension = null;
        foreach (var candidate in certificate.Extensions)
        {
            extension ??= candidate as X509SubjectAlternativeNameExtension;
        }

        var names = new List<string>();
        if (extension is null)
        {
            return names;
        }

        try
        {
            names.AddRange(extension.EnumerateDnsNames());
            foreach (var address in extension.EnumerateIPAddresses())
            {
                names.Add(address.ToString());
            }
        }
        catch (CryptographicException)
        {
            // A damaged extension names nobody; the name then does not match, which is said.
            names.Clear();
        }

        return names;
    }
}
