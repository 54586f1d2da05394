using SmtpInspector.Protocol.Rules;

namespace SmtpInspector.Tests.Rules;

public class SaslMechanismsTests
{
    [Fact]
    public void The_mechanisms_that_give_the_password_away_are_these() =>
        Assert.Equal(
            ["PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER"],
            SaslMechanisms.All.Where(row => row.SendsPassword).Select(row => row.Name));

    [Fact]
    public void A_mechanism_is_found_in_any_case()
    {
        Assert.True(SaslMechanisms.Find("plain")?.OneStep);
        Assert.False(SaslMechanisms.Find("Cram-MD5")?.ClientFirst);
        Assert.Null(SaslMechanisms.Find("FOO"));
    }
}
