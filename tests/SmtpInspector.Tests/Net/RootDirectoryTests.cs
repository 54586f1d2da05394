using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Net;
using SmtpInspector.Net.Certificates;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Net;

/// <summary>
/// Looking authorities up one by one accepts what the whole store would accept, and refuses nothing before the whole
/// store was asked.
/// </summary>
public sealed class RootDirectoryTests : IDisposable
{
    static readonly TestAuthority Root = TestAuthority.Root();

    readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task An_authority_in_the_directory_is_trusted()
    {
        Put(Root.Certificate);
        Assert.True((await SessionAsync(Root.Issue())).Verified);
    }

    [Fact]
    public async Task Of_names_that_hash_alike_all_are_tried()
    {
        // The same name with another key, twice: the right one is the last.
        Put(TestAuthority.Root().Certificate, 0);
        Put(TestAuthority.Root().Certificate, 1);
        Put(Root.Certificate, 2);
        Assert.True((await SessionAsync(Root.Issue())).Verified);
    }

    [Fact]
    public async Task The_same_name_with_another_key_is_not_trusted()
    {
        Put(TestAuthority.Root().Certificate);
        await RefusedAsync(Root.Issue());
    }

    [Fact]
    public async Task An_authority_that_is_not_there_is_not_trusted()
    {
        Put(TestAuthority.Root("CN=Another Root").Certificate);
        var session = await RefusedAsync(Root.Issue(), Root.Certificate);
        Assert.Contains("CN=Test Root", Assert.Single(session.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_is_found_through_the_intermediate_that_was_sent()
    {
        Put(Root.Certificate);
        var intermediate = Root.Intermediate();
        Assert.True((await SessionAsync(intermediate.Issue(), intermediate.Certificate)).Verified);
    }

    [Fact]
    public async Task A_missing_intermediate_is_not_made_up_for()
    {
        Put(Root.Certificate);
        var session = await RefusedAsync(Root.Intermediate().Issue());
        Assert.Contains("sent no certificate but its own", Assert.Single(session.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_cross_signed_chain_the_lower_root_is_enough_when_the_top_is_unknown()
    {
        // As Amazon's servers do: they send a root cross-signed by an older one that newer stores have dropped.
        Put(Root.Certificate);
        var intermediate = Root.Intermediate();
        var dropped = TestAuthority.Root("CN=Dropped Root");
        Assert.True((await SessionAsync(intermediate.Issue(), intermediate.Certificate, dropped.CrossSign(Root))).Verified);
    }

    [Fact]
    public async Task Of_a_cross_signed_chain_the_top_is_enough_when_the_lower_root_is_unknown()
    {
        Put(Root.Certificate);
        var newer = TestAuthority.Root("CN=Newer Root");
        var intermediate = newer.Intermediate();
        Assert.True((await SessionAsync(intermediate.Issue(), intermediate.Certificate, Root.CrossSign(newer))).Verified);
    }

    [Fact]
    public async Task Trust_in_the_issuer_mends_nothing_else()
    {
        Put(Root.Certificate);
        Assert.Contains("expired", Assert.Single((await RefusedAsync(Root.Issue(new() { To = TimeSpan.FromDays(-2) }))).Problems), StringComparison.Ordinal);
        Assert.Contains("is not for localhost", Assert.Single((await RefusedAsync(Root.Issue(new() { DnsNames = ["mail.example"] }))).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_refusal_the_whole_store_is_asked()
    {
        // In the bundle, but under no hash.
        var bundle = _directory.File("bundle.crt");
        await File.WriteAllTextAsync(bundle, TestAuthority.Root("CN=Another Root").Certificate.ExportCertificatePem() + "\n" + Root.Certificate.ExportCertificatePem());
        Assert.True((await SessionAsync(Root.Issue(), new RootDirectory([_directory.Path], [bundle]), [])).Verified);
    }

    [Fact]
    public async Task A_file_that_is_no_certificate_trusts_nobody()
    {
        await File.WriteAllTextAsync(_directory.File(SubjectHash.Of(Root.Certificate.SubjectName) + ".0"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        await RefusedAsync(Root.Issue());
    }

    [Fact]
    public async Task Of_a_file_with_several_certificates_each_counts()
    {
        await File.WriteAllTextAsync(
            _directory.File(SubjectHash.Of(Root.Certificate.SubjectName) + ".0"),
            TestAuthority.Root().Certificate.ExportCertificatePem() + "\n" + Root.Certificate.ExportCertificatePem());
        Assert.True((await SessionAsync(Root.Issue())).Verified);
    }

    [Fact]
    public async Task What_OpenSSL_trusts_for_some_purposes_only_is_not_trusted_for_all()
    {
        var pem = Root.Certificate.ExportCertificatePem().Replace("CERTIFICATE-----", "TRUSTED CERTIFICATE-----", StringComparison.Ordinal);
        await File.WriteAllTextAsync(_directory.File(SubjectHash.Of(Root.Certificate.SubjectName) + ".0"), pem);
        await RefusedAsync(Root.Issue());
    }

    [Fact]
    public async Task The_users_authorities_are_trusted_besides()
    {
        Put(Root.Certificate);
        var own = TestAuthority.Root("CN=Own Root");
        var index = new RootDirectory([_directory.Path], []);
        Assert.True((await SessionAsync(Root.Issue(), index, [], own.Certificate)).Verified);
        Assert.True((await SessionAsync(own.Issue(), index, [], own.Certificate)).Verified);
    }

    void Put(X509Certificate2 authority, int number = 0) => File.WriteAllText(
        _directory.File(FormattableString.Invariant($"{SubjectHash.Of(authority.SubjectName)}.{number}")), authority.ExportCertificatePem());

    async Task<TlsSession> RefusedAsync(X509Certificate2 certificate, params X509Certificate2[] sent)
    {
        var failure = await Assert.ThrowsAsync<TlsException>(() => SessionAsync(certificate, sent));
        Assert.Equal(TlsReason.NotVerified, failure.Reason);
        return failure.Session!;
    }

    Task<TlsSession> SessionAsync(X509Certificate2 certificate, params X509Certificate2[] sent) =>
        SessionAsync(certificate, new RootDirectory([_directory.File("none"), _directory.Path], [_directory.File("none.crt")]), sent);

    static async Task<TlsSession> SessionAsync(
        X509Certificate2 certificate, RootDirectory index, X509Certificate2[] sent, params X509Certificate2[] authorities)
    {
        await using var server = LoopbackServer.StartTls(certificate, [.. sent]);
        await using var wire = await Client.DialAsync(server);
        var options = new TlsOptions { ServerName = "localhost", Authorities = [.. authorities], Index = index };
        return (await wire.StartTlsAsync(options)).Session;
    }
}
