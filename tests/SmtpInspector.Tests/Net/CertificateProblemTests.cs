using System.Net;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Tests.Net.Support;
using Leaf = SmtpInspector.Tests.Net.Support.TestAuthority.Leaf;

namespace SmtpInspector.Tests.Net;

/// <summary>Every wrongness of a certificate is refused, and is a sentence of its own.</summary>
public class CertificateProblemTests
{
    const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    static readonly TestAuthority Root = TestAuthority.Root();

    public static TheoryData<string, Leaf> OneWrong => new()
    {
        { "The certificate expired on ", new() { To = TimeSpan.FromDays(-3) } },
        { "The certificate is not valid yet: it begins on ", new() { From = TimeSpan.FromDays(3) } },
        { "The certificate is not for localhost: it is for mail.example, 192.0.2.1.", new() { DnsNames = ["mail.example"], Addresses = [IPAddress.Parse("192.0.2.1")] } },
        { "The certificate is not for localhost: it has no name in subjectAltName", new() { DnsNames = [] } },
        { "The certificate has a weak key: it is RSA with 1024 bits", new() { Rsa = 1024 } },
        { "The certificate has a weak signature: it is made with SHA-1", new() { Sha1Signature = true } },
        { "The certificate is not for a server", new() { Usage = ClientAuthentication } },
    };

    [Theory]
    [MemberData(nameof(OneWrong), DisableDiscoveryEnumeration = true)]
    public async Task One_wrong_is_one_sentence(string sentence, Leaf leaf)
    {
        var session = await RefusedAsync(Root.Issue(leaf), [], Root.Certificate);
        Assert.StartsWith(sentence, Assert.Single(session.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-3, "3 days ago")]
    [InlineData(-1, "1 day ago")]
    public async Task It_is_said_how_long_ago_a_certificate_expired(int days, string ago)
    {
        var session = await RefusedAsync(Root.Issue(new() { To = TimeSpan.FromDays(days) - TimeSpan.FromHours(1) }), [], Root.Certificate);
        Assert.Contains(ago, Assert.Single(session.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_wrongs_are_all_listed()
    {
        var leaf = new Leaf { Rsa = 1024, DnsNames = ["mail.example"], To = TimeSpan.FromDays(-3), Usage = ClientAuthentication };
        var session = await RefusedAsync(TestAuthority.SelfSigned(leaf), []);

        foreach (var part in (string[])["expired", "is self-signed", "is not for a server", "weak key", "is not for localhost"])
        {
            Assert.Single(session.Problems, problem => problem.Contains(part, StringComparison.Ordinal));
        }

        Assert.Equal(5, session.Problems.Count);
    }

    [Fact]
    public async Task A_self_signed_certificate_is_called_so()
    {
        var session = await RefusedAsync(TestAuthority.SelfSigned(), []);
        Assert.StartsWith("The certificate is self-signed", Assert.Single(session.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_self_signed_certificate_is_trusted_when_it_is_given_as_the_authority()
    {
        var certificate = TestAuthority.SelfSigned();
        Assert.True((await SessionAsync(certificate, [], certificate)).Verified);
    }

    [Fact]
    public async Task Another_self_signed_certificate_of_the_same_name_is_not()
    {
        var session = await RefusedAsync(TestAuthority.SelfSigned(), [], TestAuthority.SelfSigned());
        Assert.Contains("self-signed", Assert.Single(session.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_root_that_the_server_sends_itself_is_not_trusted_for_that()
    {
        var session = await RefusedAsync(Root.Issue(), [Root.Certificate]);
        Assert.StartsWith("The issuer \"CN=Test Root\" is unknown", Assert.Single(session.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_intermediate_is_the_servers_to_send()
    {
        var intermediate = Root.Intermediate();
        var session = await RefusedAsync(intermediate.Issue(), [], Root.Certificate);
        Assert.Contains("sent no certificate but its own", Assert.Single(session.Problems), StringComparison.Ordinal);
        Assert.Contains("CN=Test Intermediate", session.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_that_nobody_knows_is_named()
    {
        var intermediate = Root.Intermediate();
        var session = await RefusedAsync(intermediate.Issue(), [intermediate.Certificate]);
        Assert.StartsWith("The issuer \"CN=Test Root\" is unknown", Assert.Single(session.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issuer_of_the_same_name_with_another_key_does_not_vouch()
    {
        var impostor = TestAuthority.Root(Root.Certificate.Subject);
        var session = await RefusedAsync(impostor.Issue(), [], Root.Certificate);
        Assert.NotEmpty(session.Problems);
    }

    [Fact]
    public async Task A_chain_through_an_impostor_of_the_intermediate_does_not_verify()
    {
        var real = Root.Intermediate();
        var impostor = TestAuthority.Root("CN=Elsewhere").Intermediate(real.Certificate.Subject);
        var session = await RefusedAsync(impostor.Issue(), [real.Certificate], Root.Certificate);
        Assert.NotEmpty(session.Problems);
    }

    [Fact]
    public async Task Of_a_cross_signed_chain_one_known_path_is_enough()
    {
        var unknown = TestAuthority.Root("CN=Unknown Root");
        var intermediate = Root.Intermediate();
        // The server sends its intermediate and a cross-signed certificate of the root, whose issuer nobody knows here.
        var session = await SessionAsync(
            intermediate.Issue(), [intermediate.Certificate, unknown.CrossSign(Root)], Root.Certificate);
        Assert.True(session.Verified);
        Assert.Empty(session.Problems);
    }

    [Fact]
    public async Task Of_a_cross_signed_chain_the_path_to_the_older_root_is_enough()
    {
        var newer = TestAuthority.Root("CN=Newer Root");
        var intermediate = newer.Intermediate();
        var session = await SessionAsync(
            intermediate.Issue(), [intermediate.Certificate, Root.CrossSign(newer)], Root.Certificate);
        Assert.True(session.Verified);
        Assert.Equal(3, session.Certificates.Count);
    }

    [Fact]
    public async Task A_certificate_that_is_no_authority_issues_nothing()
    {
        var pretender = Root.Pretender();
        var session = await RefusedAsync(pretender.Issue(), [pretender.Certificate], Root.Certificate);
        Assert.NotEmpty(session.Problems);
    }

    [Fact]
    public async Task An_address_is_not_a_name()
    {
        var certificate = Root.Issue(new() { DnsNames = ["127.0.0.1"] });
        var session = await RefusedAsync(certificate, [], Client.Trusting(Root.Certificate).With(name: "127.0.0.1"));
        Assert.StartsWith("The certificate is not for 127.0.0.1", Assert.Single(session.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wildcard_stands_for_one_label()
    {
        var certificate = Root.Issue(new() { DnsNames = ["*.mail.example"] });
        var options = Client.Trusting(Root.Certificate);
        Assert.True((await SessionAsync(certificate, [], options.With(name: "a.mail.example"))).Verified);
        Assert.False((await RefusedAsync(certificate, [], options.With(name: "a.b.mail.example"))).Verified);
        Assert.False((await RefusedAsync(certificate, [], options.With(name: "mail.example"))).Verified);
    }

    [Fact]
    public async Task A_name_that_is_only_the_common_name_is_accepted_and_said()
    {
        var session = await SessionAsync(Root.Issue(new() { Subject = "CN=localhost", DnsNames = [] }), [], Root.Certificate);
        Assert.True(session.Verified);
        Assert.Contains("only as its common name", Assert.Single(session.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_common_name_does_not_count_beside_names()
    {
        var certificate = Root.Issue(new() { Subject = "CN=localhost", DnsNames = ["mail.example"] });
        Assert.False((await RefusedAsync(certificate, [], Root.Certificate)).Verified);
    }

    [Fact]
    public async Task The_purpose_server_is_right() =>
        Assert.True((await SessionAsync(Root.Issue(new() { Usage = ServerAuthentication }), [], Root.Certificate)).Verified);

    static Task<TlsSession> RefusedAsync(X509Certificate2 certificate, X509Certificate2Collection sent, params X509Certificate2[] authorities) =>
        RefusedAsync(certificate, sent, Client.Trusting(authorities));

    static async Task<TlsSession> RefusedAsync(X509Certificate2 certificate, X509Certificate2Collection sent, TlsOptions options)
    {
        await using var server = LoopbackServer.StartTls(certificate, sent);
        await using var wire = await Client.DialAsync(server);
        var failure = await Assert.ThrowsAsync<TlsException>(() => wire.StartTlsAsync(options));
        Assert.Equal(TlsReason.NotVerified, failure.Reason);
        Assert.False(failure.Session!.Verified);
        Assert.All(failure.Session.Problems, problem => Assert.Contains(problem, failure.Message, StringComparison.Ordinal));

        // What is forced must not look better than what is refused.
        await using var again = LoopbackServer.StartTls(certificate, sent);
        await using var forced = await Client.DialAsync(again);
        var session = (await forced.StartTlsAsync(options.With(insecure: true))).Session;
        Assert.False(session.Verified);
        Assert.Equal(failure.Session.Problems, session.Problems);
        return failure.Session;
    }

    static Task<TlsSession> SessionAsync(X509Certificate2 certificate, X509Certificate2Collection sent, params X509Certificate2[] authorities) =>
        SessionAsync(certificate, sent, Client.Trusting(authorities));

    static async Task<TlsSession> SessionAsync(X509Certificate2 certificate, X509Certificate2Collection sent, TlsOptions options)
    {
        await using var server = LoopbackServer.StartTls(certificate, sent);
        await using var wire = await Client.DialAsync(server);
        return (await wire.StartTlsAsync(options)).Session;
    }
}
