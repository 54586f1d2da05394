using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Net.Certificates;

namespace SmtpInspector.Tests.Net;

public class SubjectHashTests
{
    const string SystemDirectory = "/etc/ssl/certs";

    /// <summary>Names in DER and what <c>openssl x509 -subject_hash</c> says of them.</summary>
    [Theory]
    [InlineData("C=US, O=Amazon, CN=Amazon Root CA 1", "ce5e74ef")]
    [InlineData("C=US, O=Google Trust Services LLC, CN=GTS Root R1", "1001acf7")]
    [InlineData("C=US, O=Internet Security Research Group, CN=ISRG Root X1", "4042bcee")]
    public void A_name_has_the_hash_that_openssl_gives_it(string name, string hash) =>
        Assert.Equal(hash, SubjectHash.Of(Name(name)));

    [Theory]
    [InlineData("CN=Test Root", "CN=TEST   root")]
    [InlineData("CN=Test Root", "CN=\" Test Root \"")]
    public void Case_and_white_space_make_no_difference(string one, string other) =>
        Assert.Equal(SubjectHash.Of(Name(one)), SubjectHash.Of(Name(other)));

    [Theory]
    [InlineData("CN=Test Root", "CN=TestRoot")]
    [InlineData("CN=Test Root", "O=Test Root")]
    [InlineData("O=A, CN=B", "CN=B, O=A")]
    public void Everything_else_does(string one, string other) =>
        Assert.NotEqual(SubjectHash.Of(Name(one)), SubjectHash.Of(Name(other)));

    [Fact]
    public void Every_authority_of_this_system_is_found_under_its_hash()
    {
        Assert.SkipUnless(Directory.Exists(SystemDirectory), "this system has no directory of certificates");
        foreach (var file in Directory.GetFiles(SystemDirectory, "????????.?"))
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            Assert.Equal(Path.GetFileNameWithoutExtension(file), SubjectHash.Of(certificate.SubjectName));
        }
    }

    static X500DistinguishedName Name(string name) => new(name, X500DistinguishedNameFlags.UseCommas);
}
