using System.Net;
using SmtpInspector.Net;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Net;

public class CertificateTests
{
    [Fact]
    public async Task A_certificate_of_a_trusted_authority_for_this_name_verifies()
    {
        var root = TestAuthority.Root();
        await using var server = LoopbackServer.StartTls(root.Issue());
        await using var wire = await Client.DialAsync(server);

        var session = (await wire.StartTlsAsync(Client.Trusting(root.Certificate))).Session;

        Assert.True(session.Verified);
        Assert.Empty(session.Problems);
        Assert.Equal("TLS 1.3", session.Protocol);
        Assert.StartsWith("TLS_", session.Cipher, StringComparison.Ordinal);
        var leaf = session.Certificates[0];
        Assert.Equal(("CN=server", "CN=Test Root"), (leaf.Subject, leaf.Issuer));
        Assert.Equal(["localhost"], leaf.Names);
        Assert.Equal(("ECDSA P-256", "ecdsa-with-SHA256"), (leaf.Key, leaf.Signature));
        Assert.Equal(64, leaf.Sha256.Length);
        Assert.Equal("220 test ESMTP\r\n", await new ServerLineReader(wire, TimeProvider.System).LineAsync());
    }

    [Fact]
    public async Task An_ip_address_is_verified_against_the_addresses_in_the_certificate()
    {
        var root = TestAuthority.Root();
        await using var server = LoopbackServer.StartTls(root.Issue(new() { DnsNames = [], Addresses = [IPAddress.Loopback] }));
        await using var wire = await Client.DialAsync(server);

        var session = (await wire.StartTlsAsync(Client.Trusting(root.Certificate).With(name: "127.0.0.1"))).Session;

        Assert.True(session.Verified);
        Assert.Equal(["127.0.0.1"], session.Certificates[0].Names);
    }

    [Fact]
    public async Task A_chain_is_shown_as_the_server_sent_it_leaf_first()
    {
        var root = TestAuthority.Root();
        var intermediate = root.Intermediate();
        await using var server = LoopbackServer.StartTls(intermediate.Issue(), [intermediate.Certificate]);
        await using var wire = await Client.DialAsync(server);

        var session = (await wire.StartTlsAsync(Client.Trusting(root.Certificate))).Session;

        Assert.True(session.Verified);
        Assert.Equal(["CN=server", "CN=Test Intermediate"], session.Certificates.Select(certificate => certificate.Subject));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_server_that_does_not_verify()
    {
        var received = Array.Empty<byte>();
        await using var server = LoopbackServer.StartTls(
            TestAuthority.SelfSigned(), serve: async (stream, _) => received = await LoopbackServer.DrainAsync(stream));
        await using var wire = await Client.DialAsync(server);

        var failure = await Assert.ThrowsAsync<TlsException>(() => wire.StartTlsAsync(Client.Trusting()));

        Assert.Equal(TlsReason.NotVerified, failure.Reason);
        Assert.Contains("--insecure", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.Session!.Verified);
        Assert.Equal("CN=server", Assert.Single(failure.Session.Certificates).Subject);
        await Assert.ThrowsAnyAsync<Exception>(() => wire.SendAsync("EHLO me\r\n").AsTask());
        await server.DisposeAsync();
        Assert.Empty(received);
    }

    [Fact]
    public async Task What_was_forced_stays_flagged()
    {
        await using var server = LoopbackServer.StartTls(TestAuthority.SelfSigned());
        await using var wire = await Client.DialAsync(server);

        var session = (await wire.StartTlsAsync(Client.Trusting().With(insecure: true))).Session;

        Assert.False(session.Verified);
        Assert.Contains("self-signed", Assert.Single(session.Problems), StringComparison.Ordinal);
        Assert.Equal(session, wire.Tls);
    }
}
