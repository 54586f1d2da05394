using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SmtpInspector.Tests.Net.Support;

/// <summary>A certificate authority made for a test, and what it issues.</summary>
public sealed class TestAuthority
{
    static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    readonly ECDsa _key;

    TestAuthority(X509Certificate2 certificate, ECDsa key) => (Certificate, _key) = (certificate, key);

    public X509Certificate2 Certificate { get; }

    /// <summary>Its private key, for a program that signs in its name.</summary>
    public string KeyPem => _key.ExportPkcs8PrivateKeyPem();

    public static TestAuthority Root(string name = "CN=Test Root")
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(AuthorityRequest(name, key).CreateSelfSigned(Now.AddDays(-400), Now.AddDays(400)), key);
    }

    /// <summary>An authority below this one.</summary>
    public TestAuthority Intermediate(string name = "CN=Test Intermediate")
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(Sign(AuthorityRequest(name, key), Now.AddDays(-300), Now.AddDays(300)), key);
    }

    /// <summary>One that issues certificates though its own does not say that it may.</summary>
    public TestAuthority Pretender()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Pretender", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        return new(Sign(request, Now.AddDays(-300), Now.AddDays(300)), key);
    }

    /// <summary>A second certificate for another authority's name and key, issued by this one.</summary>
    public X509Certificate2 CrossSign(TestAuthority other) =>
        Sign(AuthorityRequest(other.Certificate.Subject, other._key), Now.AddDays(-300), Now.AddDays(300));

    /// <summary>A server's certificate with its key.</summary>
    public X509Certificate2 Issue(Leaf? leaf = null)
    {
        leaf ??= new();
        using var key = leaf.NewKey();
        using var bare = Sign(leaf.Request(key), Now + leaf.From, Now + leaf.To, leaf.Sha1Signature);
        return leaf.WithKey(bare, key);
    }

    public static X509Certificate2 SelfSigned(Leaf? leaf = null)
    {
        leaf ??= new();
        using var key = leaf.NewKey();
        return leaf.Request(key).CreateSelfSigned(Now + leaf.From, Now + leaf.To);
    }

    static CertificateRequest AuthorityRequest(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request;
    }

    X509Certificate2 Sign(CertificateRequest request, DateTimeOffset from, DateTimeOffset to, bool sha1 = false)
    {
        X509SignatureGenerator generator = sha1 ? new Sha1Generator(_key) : X509SignatureGenerator.CreateForECDsa(_key);
        var serial = RandomNumberGenerator.GetBytes(8);
        serial[0] &= 0x7f;
        return request.Create(Certificate.SubjectName, generator, from, to, serial);
    }

    /// <summary>What a server's certificate says.</summary>
    public sealed record Leaf
    {
        public string Subject { get; init; } = "CN=server";

        public IReadOnlyList<string> DnsNames { get; init; } = ["localhost"];

        public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

        public TimeSpan From { get; init; } = TimeSpan.FromDays(-30);

        public TimeSpan To { get; init; } = TimeSpan.FromDays(30);

        /// <summary>Bits of an RSA key; null: ECDSA P-256.</summary>
        public int? Rsa { get; init; }

        public bool Sha1Signature { get; init; }

        /// <summary>The object identifier of its one extended key usage; null: the extension is left out.</summary>
        public string? Usage { get; init; }

        public AsymmetricAlgorithm NewKey() =>
            Rsa is { } bits ? RSA.Create(bits) : ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public CertificateRequest Request(AsymmetricAlgorithm key)
        {
            var request = key is RSA rsa
                ? new CertificateRequest(Subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                : new CertificateRequest(Subject, (ECDsa)key, HashAlgorithmName.SHA256);
            if (DnsNames.Count + Addresses.Count > 0)
            {
                request.CertificateExtensions.Add(new X509Extension("2.5.29.17", SubjectAltName(), critical: false));
            }

            if (Usage is { } usage)
            {
                request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
            }

            return request;
        }

        // By hand (RFC 5280 §4.2.1.6): the runtime's builder refuses the names that a test of wrong ones needs.
        byte[] SubjectAltName()
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                foreach (var name in DnsNames)
                {
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2));
                }

                foreach (var address in Addresses)
                {
                    writer.WriteOctetString(address.GetAddressBytes(), new Asn1Tag(TagClass.ContextSpecific, 7));
                }
            }

            return writer.Encode();
        }

        public X509Certificate2 WithKey(X509Certificate2 certificate, AsymmetricAlgorithm key) =>
            key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);
    }

    /// <summary>The runtime does not sign certificates with SHA-1 of its own accord.</summary>
    sealed class Sha1Generator(ECDsa key) : X509SignatureGenerator
    {
        // SEQUENCE { ecdsa-with-SHA1 1.2.840.10045.4.1 }
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
            Convert.FromHexString("300906072A8648CE3D0401");

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
#pragma warning disable CA5350 // A weak signature is what is tested.
            key.SignData(data, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence);
#pragma warning restore CA5350

        protected override PublicKey BuildPublicKey() => CreateForECDsa(key).PublicKey;
    }
}
