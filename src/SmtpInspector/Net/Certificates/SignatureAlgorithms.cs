namespace SmtpInspector.Net.Certificates;

/// <summary>The signature algorithms of certificates (RFC 3279, RFC 4055, RFC 5758, RFC 8410).</summary>
static class SignatureAlgorithms
{
    static readonly Row[] Rows =
    [
        new("1.2.840.113549.1.1.2",   "md2WithRSAEncryption",    Broken: "MD2"),
        new("1.2.840.113549.1.1.4",   "md5WithRSAEncryption",    Broken: "MD5"),
        new("1.2.840.113549.1.1.5",   "sha1WithRSAEncryption",   Broken: "SHA-1"),
        new("1.3.14.3.2.29",          "sha1WithRSASignature",    Broken: "SHA-1"),
        new("1.2.840.10040.4.3",      "dsa-with-sha1",           Broken: "SHA-1"),
        new("1.2.840.10045.4.1",      "ecdsa-with-SHA1",         Broken: "SHA-1"),
        new("1.2.840.113549.1.1.14",  "sha224WithRSAEncryption", Broken: null),
        new("1.2.840.113549.1.1.11",  "sha256WithRSAEncryption", Broken: null),
        new("1.2.840.113549.1.1.12",  "sha384WithRSAEncryption", Broken: null),
        new("1.2.840.113549.1.1.13",  "sha512WithRSAEncryption", Broken: null),
        new("1.2.840.113549.1.1.10",  "RSASSA-PSS",              Broken: null),
        new("1.2.840.10045.4.3.1",    "ecdsa-with-SHA224",       Broken: null),
        new("1.2.840.10045.4.3.2",    "ecdsa-with-SHA256",       Broken: null),
        new("1.2.840.10045.4.3.3",    "ecdsa-with-SHA384",       Broken: null),
        new("1.2.840.10045.4.3.4",    "ecdsa-with-SHA512",       Broken: null),
        new("1.3.101.112",            "Ed25519",                 Broken: null),
        new("1.3.101.113",            "Ed448",                   Broken: null),
    ];

    /// <summary>The algorithm's name; its object identifier where it is not known.</summary>
    public static string Name(string? oid) => Find(oid)?.Name ?? oid ?? "unknown";

    /// <summary>The hash function in it that can be forged; null when it is sound.</summary>
    public static string? BrokenHash(string? oid) => Find(oid)?.Broken;

    static Row? Find(string? oid) => Array.Find(Rows, row => row.Oid == oid);

    sealed record Row(string Oid, string Name, string? Broken);
}
