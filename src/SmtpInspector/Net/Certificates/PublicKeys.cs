using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmtpInspector.Net.Certificates;

/// <summary>A certificate's public key: what it is and how strong.</summary>
/// <param name="Name">As "ECDSA P-256" or "RSA 2048".</param>
/// <param name="Weakness">What is wrong with its size; null when nothing is.</param>
readonly record struct PublicKeys(string Name, string? Weakness)
{
    // What NIST SP 800-131A and the CA/Browser Forum's Baseline Requirements §6.1.5 ask for.
    const int SmallestRsa = 2048;
    const int SmallestCurve = 256;

    const string Rsa = "1.2.840.113549.1.1.1";
    const string EllipticCurve = "1.2.840.10045.2.1";

    public static PublicKeys Of(X509Certificate2 certificate)
    {
        try
        {
            return certificate.PublicKey.Oid.Value switch
            {
                Rsa => OfRsa(certificate),
                EllipticCurve => OfCurve(certificate.PublicKey),
                "1.3.101.112" => new("Ed25519", null),
                "1.3.101.113" => new("Ed448", null),
                var other => new(other ?? "unknown", null),
            };
        }
        catch (Exception error) when (error is CryptographicException or AsnContentException)
        {
            return new("unreadable", "is damaged and cannot be read");
        }
    }

    static PublicKeys OfRsa(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        var bits = key?.KeySize ?? 0;
        return new($"RSA {bits}", bits < SmallestRsa ? $"is RSA with {bits} bits, which can be broken; {SmallestRsa} are the least" : null);
    }

    static PublicKeys OfCurve(PublicKey key)
    {
        // An uncompressed point is one octet and two coordinates (SEC 1 §2.3.3).
        var bits = (key.EncodedKeyValue.RawData.Length - 1) / 2 * 8;
        // Parameters that are no name of a curve, or are missing, are not allowed (RFC 5480 §2.1.1).
        var parameters = key.EncodedParameters?.RawData ?? [];
        var oid = AsnDecoder.ReadObjectIdentifier(parameters, AsnEncodingRules.DER, out _);
        var name = oid switch
        {
            "1.2.840.10045.3.1.7" => "P-256",
            "1.3.132.0.34" => "P-384",
            "1.3.132.0.35" => "P-521",
            "1.3.132.0.33" => "P-224",
            "1.2.840.10045.3.1.1" => "P-192",
            _ => oid,
        };
        return new($"ECDSA {name}", bits < SmallestCurve ? $"is on a curve of {bits} bits, which is too few; {SmallestCurve} are the least" : null);
    }
}
