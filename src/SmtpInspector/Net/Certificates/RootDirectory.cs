using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SmtpInspector.Net.Certificates;

/// <summary>
/// The system's authorities as OpenSSL looks them up: directories in which each certificate has a name made of the hash
/// of its subject, so that one is found without reading the others; and files that hold them all.
/// </summary>
/// <param name="directories">The hashed directories, the first before the next.</param>
/// <param name="bundles">The files; those that do not exist are left out.</param>
sealed class RootDirectory(IReadOnlyList<string> directories, IReadOnlyList<string> bundles)
{
    /// <summary>Those that may have issued one of these certificates. Whether they did, a chain has to show.</summary>
    public X509Certificate2Collection IssuersOf(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        // Every issuer in the chain, not the last alone: of a cross-signed chain a lower one may be here and the top not.
        var found = new X509Certificate2Collection();
        AddIssuers(leaf, found);
        foreach (var certificate in sent)
        {
            // The library puts the leaf among the others too.
            if (!certificate.Equals(leaf))
            {
                AddIssuers(certificate, found);
            }
        }

        return found;
    }

    /// <summary>All of them. It takes as long as a whole conversation.</summary>
    public X509Certificate2Collection All()
    {
        var all = new X509Certificate2Collection();
        foreach (var bundle in bundles)
        {
            Add(bundle, all);
        }

        foreach (var directory in directories)
        {
            foreach (var file in Directory.Exists(directory) ? Directory.GetFiles(directory) : [])
            {
                Add(file, all);
            }
        }

        return all;
    }

    void AddIssuers(X509Certificate2 certificate, X509Certificate2Collection found)
    {
        string hash;
        try
        {
            hash = SubjectHash.Of(certificate.IssuerName);
        }
        catch (AsnContentException)
        {
            // A name that cannot be read has no file; the certificate then has no known issuer.
            return;
        }

        foreach (var directory in directories)
        {
            // Names that hash alike are numbered from 0 without a gap.
            for (var i = 0; Path.Combine(directory, FormattableString.Invariant($"{hash}.{i}")) is var file && File.Exists(file); i++)
            {
                Add(file, found);
            }
        }
    }

    static void Add(string file, X509Certificate2Collection certificates)
    {
        try
        {
            if (!File.Exists(file))
            {
                return;
            }

            var pem = File.ReadAllBytes(file);
            if (IsOneCertificate(pem))
            {
                certificates.Add(X509CertificateLoader.LoadCertificate(pem));
                return;
            }

            certificates.ImportFromPem(Encoding.ASCII.GetString(pem));
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Not a certificate, or not ours to read: it is as if it were not there, and trusts nobody.
        }
    }

    // As in a hashed directory. The TLS library reads such a file by itself; the runtime's own reading is compiled when it
    // is first used. OpenSSL's TRUSTED CERTIFICATE and all else begin with other words.
    static bool IsOneCertificate(ReadOnlySpan<byte> pem) =>
        pem.StartsWith("-----BEGIN CERTIFICATE-----"u8) && pem.LastIndexOf("-----BEGIN "u8) == 0;
}
