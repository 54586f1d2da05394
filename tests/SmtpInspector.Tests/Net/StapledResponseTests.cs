using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Net;
using SmtpInspector.Net.Certificates;
using SmtpInspector.Tests.Net.Support;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Net;

/// <summary>The OCSP response that a server staples to its certificate (RFC 6066 §8) is read; none is ever fetched.</summary>
public sealed class StapledResponseTests : IDisposable
{
    readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_revoked_certificate_does_not_verify(bool systemTrust)
    {
        var failure = await Assert.ThrowsAsync<TlsException>(() => HandshakeAsync("R", "260101000000Z,keyCompromise", systemTrust));
        Assert.Contains("revoked by its issuer", Assert.Single(failure.Session!.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_that_is_good_verifies(bool systemTrust) =>
        Assert.True((await HandshakeAsync("V", "", systemTrust)).Session.Verified);

    /// <summary>A handshake with a server that staples what its authority's index says of its certificate.</summary>
    async Task<TlsHandshake> HandshakeAsync(string status, string revoked, bool systemTrust)
    {
        var authority = TestAuthority.Root();
        using var certificate = authority.Issue();
        var ca = _home.Write("ca.pem", authority.Certificate.ExportCertificatePem());
        var caKey = _home.Write("ca.key", authority.KeyPem);
        var leaf = _home.Write("leaf.pem", certificate.ExportCertificatePem());
        using var key = certificate.GetECDsaPrivateKey();
        var leafKey = _home.Write("leaf.key", key!.ExportPkcs8PrivateKeyPem());
        var expires = certificate.NotAfter.ToUniversalTime().ToString("yyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        var index = _home.Write("index.txt", $"{status}\t{expires}\t{revoked}\t{certificate.SerialNumber}\tunknown\t/CN=server\n");
        await OcspAsync("-issuer", ca, "-cert", leaf, "-no_nonce", "-reqout", _home.Path("request"));
        await OcspAsync(
            "-index", index, "-CA", ca, "-rsigner", ca, "-rkey", caKey, "-ndays", "2", "-reqin", _home.Path("request"), "-respout", _home.Path("response"));

        await using var server = await OpenSslServerPeer.StartAsync(
            "-cert", leaf, "-key", leafKey, "-status_file", _home.Path("response"));
        await using var wire = await new Dialer(TimeProvider.System).ConnectAsync("127.0.0.1", server.Port, new(), CancellationToken.None);
        return await wire.StartTlsAsync(systemTrust
            ? new TlsOptions { ServerName = "localhost", Index = new RootDirectory([], [ca]) }
            : Client.Trusting(authority.Certificate));
    }

    async Task OcspAsync(params string[] arguments) =>
        (await ChildProcess.RunAsync(PeerTool.Require("openssl"), ["ocsp", .. arguments], environment: _home.Environment)).Expect(0);
}
