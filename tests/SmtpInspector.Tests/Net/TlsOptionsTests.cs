using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Net;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Net;

public sealed class TlsOptionsTests : IDisposable
{
    static readonly TestAuthority Root = TestAuthority.Root();

    readonly TemporaryDirectory _directory = new();
    readonly X509Certificate2 _certificate = Root.Issue();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("mail.example", null, "mail.example")]
    [InlineData("mail.example.", null, "mail.example")]
    [InlineData("fe80::1%eth0", null, "fe80::1")]
    [InlineData("10.0.0.1", "mail.example", "mail.example")]
    [InlineData(null, "mail.example", "mail.example")]
    public void The_name_verified_is_the_hosts_unless_another_is_given(string? host, string? serverName, string verified)
    {
        Assert.True(TlsOptions.TryLoad(new() { ServerName = serverName }, host, out var tls, out _));
        Assert.Equal(verified, tls.ServerName);
    }

    [Fact]
    public void All_certificates_of_a_file_are_trusted()
    {
        var file = Write("ca.pem", Root.Certificate.ExportCertificatePem() + "\n# between\n" + _certificate.ExportCertificatePem());
        Assert.True(TlsOptions.TryLoad(new() { CaFile = file }, "host", out var tls, out _));
        Assert.Equal(2, tls.Authorities.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_client_certificate_comes_from_one_file_or_two(bool two)
    {
        var certificate = _certificate.ExportCertificatePem() + "\n";
        var key = _certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();
        var options = two
            ? new ConnectionOptions { CertificateFile = Write("cert.pem", certificate), KeyFile = Write("key.pem", key) }
            : new ConnectionOptions { CertificateFile = Write("both.pem", key + "\n" + certificate) };

        Assert.True(TlsOptions.TryLoad(options, "host", out var tls, out var error), error);
        Assert.Equal("CN=server", tls.ClientCertificate!.TargetCertificate.Subject);
    }

    [Fact]
    public void An_older_form_of_key_is_read_too()
    {
        var rsa = Root.Issue(new() { Rsa = 2048 });
        var options = new ConnectionOptions
        {
            CertificateFile = Write("cert.pem", rsa.ExportCertificatePem()),
            KeyFile = Write("key.pem", rsa.GetRSAPrivateKey()!.ExportRSAPrivateKeyPem()),
        };
        Assert.True(TlsOptions.TryLoad(options, "host", out _, out var error), error);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var missing = _directory.File("missing.pem");
        Wrong(new() { CaFile = missing }, $"--ca {missing}: there is no such file.");
        Wrong(new() { CertificateFile = missing }, $"--cert {missing}: there is no such file.");
        Wrong(new() { CertificateFile = Write("cert.pem", _certificate.ExportCertificatePem()), KeyFile = missing }, $"--key {missing}");
    }

    [Fact]
    public void A_directory_is_no_file() => Wrong(new() { CaFile = _directory.Path }, "it is a directory");

    [Fact]
    public void A_file_without_a_certificate_is_explained() =>
        Wrong(new() { CaFile = Write("ca.pem", "nothing") }, "there is no certificate in it");

    [Fact]
    public void A_damaged_certificate_is_told_from_none() =>
        Wrong(new() { CaFile = Write("ca.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n") }, "damaged");

    [Fact]
    public void A_certificate_without_its_key_asks_for_the_key() =>
        Wrong(new() { CertificateFile = Write("cert.pem", _certificate.ExportCertificatePem()) }, "--key FILE");

    [Fact]
    public void A_key_without_its_certificate_asks_for_the_certificate() =>
        Wrong(new() { KeyFile = "key.pem" }, "--cert FILE");

    [Fact]
    public void A_key_of_another_certificate_does_not_fit()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Wrong(
            new()
            {
                CertificateFile = Write("cert.pem", _certificate.ExportCertificatePem()),
                KeyFile = Write("key.pem", other.ExportPkcs8PrivateKeyPem()),
            },
            "does not belong to the certificate");
    }

    [Fact]
    public void An_encrypted_key_is_to_be_decrypted_first()
    {
        var key = _certificate.GetECDsaPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem(
            "secret", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1));
        Wrong(
            new()
            {
                CertificateFile = Write("cert.pem", _certificate.ExportCertificatePem()),
                KeyFile = Write("key.pem", key),
            },
            "openssl pkey");
    }

    [Fact]
    public void A_unix_socket_has_no_name_to_verify()
    {
        Assert.False(TlsOptions.TryLoad(new(), null, out _, out var error));
        Assert.Contains("--server-name", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_must_leave_one() =>
        Wrong(new() { TlsMin = TlsVersion.Tls13, TlsMax = TlsVersion.Tls12 }, "leave no version");

    static void Wrong(ConnectionOptions options, string part)
    {
        Assert.False(TlsOptions.TryLoad(options, "host", out _, out var error));
        Assert.Contains(part, error, StringComparison.Ordinal);
    }

    string Write(string name, string text)
    {
        var path = _directory.File(name);
        File.WriteAllText(path, text);
        return path;
    }
}
