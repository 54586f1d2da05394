using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Sasl;

/// <summary>Every mechanism with a password against somebody else's server side: Dovecot's, behind Postfix.</summary>
public class DovecotTests(PostfixPeer postfix)
{
    [Theory]
    [InlineData("plain", "PLAIN")]
    [InlineData("login", "LOGIN")]
    [InlineData("cram-md5", "CRAM-MD5")]
    [InlineData("scram-sha-1", "SCRAM-SHA-1")]
    [InlineData("scram-sha-256", "SCRAM-SHA-256")]
    [InlineData("auto", "SCRAM-SHA-256")]
    public async Task Dovecot_takes_the_password_and_its_own_proof_is_believed(string asked, string mechanism)
    {
        await postfix.StartAsync();
        var ended = (await RunAsync("secret", asked)).Expect(0);
        Assert.Contains($"C: AUTH {mechanism}", ended.Output, StringComparison.Ordinal);
        Assert.Contains("S: 235 ", ended.Output, StringComparison.Ordinal);
        Assert.Equal(mechanism.StartsWith("SCRAM", StringComparison.Ordinal), ended.Output.Contains("the server's signature is right", StringComparison.Ordinal));
        Assert.Contains("S: 250 2.0.0 Ok", ended.Output, StringComparison.Ordinal);
    }

    [Theory, InlineData("plain"), InlineData("login"), InlineData("cram-md5"), InlineData("scram-sha-1"), InlineData("scram-sha-256")]
    public async Task Dovecot_refuses_a_wrong_password(string asked)
    {
        await postfix.StartAsync();
        var ended = (await RunAsync("wrong", asked)).Expect(1);
        Assert.Contains("S: 535 ", ended.Output, StringComparison.Ordinal);
    }

    Task<ChildProcess.Ended> RunAsync(string password, string mechanism) => ProgramUnderTest.RunAsync(
        $"{password}\nNOOP\n", "connect", postfix.Implicit, "--tls", "implicit", "--ca", postfix.CaFile, "--auth", mechanism, "--user", "user", "--password-stdin");
}
