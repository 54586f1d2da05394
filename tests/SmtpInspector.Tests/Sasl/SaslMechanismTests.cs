using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Protocol.Sasl;

namespace SmtpInspector.Tests.Sasl;

public class SaslMechanismTests
{
    static readonly SaslCredentials Tim = new("tim", "tanstaaftanstaaf");

    static ISaslMechanism Create(string name, string user, string secret, string nonce = "nonce", string? host = null, int? port = null) =>
        SaslMechanisms.Create(name, new SaslCredentials(user, secret) { Host = host, Port = port }, nonce);

    static string Text(SaslStep? step) => Encoding.UTF8.GetString(Assert.IsType<SaslStep.Answer>(step).Response.Span);

    static SaslStep Respond(ISaslMechanism mechanism, string challenge) => mechanism.Respond(Encoding.UTF8.GetBytes(challenge));

    [Fact]
    public void Plain_is_the_message_of_rfc_4616_section_4()
    {
        var plain = Create("plain", "tim", "tanstaaftanstaaf");
        Assert.Equal("PLAIN", plain.Name);
        Assert.Equal("\0tim\0tanstaaftanstaaf", Text(plain.Begin()));
        Assert.Null(plain.Unproven);
        Assert.IsType<SaslStep.Cancel>(Respond(plain, ""));
    }

    [Fact]
    public void Plain_waits_for_the_empty_challenge_where_nothing_went_with_auth() =>
        Assert.Equal("\0tim\0tanstaaftanstaaf", Text(Respond(Create("PLAIN", "tim", "tanstaaftanstaaf"), "")));

    [Theory, InlineData("t\0m", "secret"), InlineData("tim", "sec\0ret")]
    public void Plain_cannot_carry_a_nul(string user, string secret) => Assert.IsType<SaslStep.Cancel>(Create("PLAIN", user, secret).Begin());

    [Theory, InlineData("Username:", "Password:"), InlineData("User Name\0", ""), InlineData("", "")]
    public void Login_answers_in_order_whatever_the_questions_are_called(string first, string second)
    {
        var login = Create("LOGIN", "alice", "sesame");
        Assert.Null(login.Begin());
        Assert.Equal("alice", Text(Respond(login, first)));
        Assert.Equal("sesame", Text(Respond(login, second)));
        Assert.IsType<SaslStep.Cancel>(Respond(login, "One more:"));
    }

    [Fact]
    public void Cram_md5_is_the_example_of_rfc_2195_section_2()
    {
        var cram = SaslMechanisms.Create("CRAM-MD5", Tim, "");
        Assert.Null(cram.Begin());
        Assert.Equal("tim b913a602c7eda7a495b4e6e7334d3890", Text(Respond(cram, "<1896.697170952@postoffice.reston.mci.net>")));
        Assert.IsType<SaslStep.Cancel>(Respond(cram, "<again>"));
    }

    [Fact]
    public void Oauthbearer_is_the_example_of_rfc_7628_section_4_1()
    {
        var bearer = Create("OAUTHBEARER", "user@example.com", "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==", host: "server.example.com", port: 587);
        var message = Assert.IsType<SaslStep.Answer>(bearer.Begin()).Response;
        Assert.Equal(
            "bixhPXVzZXJAZXhhbXBsZS5jb20sAWhvc3Q9c2VydmVyLmV4YW1wbGUuY29tAXBvcnQ9NTg3AWF1dGg9QmVhcmVyIHZGOWRmdDRxbVRjMk52YjNSbGNrQmhiSFJoZG1semRHRXVZMjl0Q2c9PQEB",
            Convert.ToBase64String(message.Span));
        Assert.Equal("\x01", Text(Respond(bearer, """{"status":"invalid_token"}""")));
    }

    [Fact]
    public void Oauthbearer_escapes_what_divides_its_header() =>
        Assert.StartsWith("n,a=a=3Db=2Cc,\x01" + "auth=Bearer t\x01", Text(Create("OAUTHBEARER", "a=b,c", "t").Begin()), StringComparison.Ordinal);

    [Fact]
    public void Xoauth2_is_user_and_token_and_an_error_is_answered_with_nothing()
    {
        // Google's document "OAuth 2.0 Mechanism" has this example.
        var xoauth2 = Create("XOAUTH2", "someuser@example.com", "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg");
        Assert.Equal(
            "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==",
            Convert.ToBase64String(Assert.IsType<SaslStep.Answer>(xoauth2.Begin()).Response.Span));
        Assert.Equal("", Text(Respond(xoauth2, """{"status":"400"}""")));
    }

    /// <summary>RFC 5802 §5 and RFC 7677 §3.</summary>
    public static TheoryData<string, string, string, string, string> ScramExamples => new()
    {
        {
            "SCRAM-SHA-1", "fyko+d2lbbFgONRv9qkxdawL", "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
            "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=", "v=rmF9pqV8S7suAoZWja4dJRkFsKQ="
        },
        {
            "SCRAM-SHA-256", "rOprNGfwEbeRWgbNEkqO", "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="
        },
    };

    [Theory, MemberData(nameof(ScramExamples))]
    public void Scram_is_the_example_of_its_rfc(string name, string nonce, string serverFirst, string clientFinal, string serverFinal)
    {
        var scram = Create(name, "user", "pencil", nonce);
        Assert.Equal($"n,,n=user,r={nonce}", Text(scram.Begin()));
        Assert.Equal(clientFinal, Text(Respond(scram, serverFirst)));
        Assert.NotNull(scram.Unproven);
        Assert.Equal("", Text(Respond(scram, serverFinal)));
        Assert.Null(scram.Unproven);
    }

    [Theory, MemberData(nameof(ScramExamples))]
    public void Scram_begins_at_the_empty_challenge_where_nothing_went_with_auth(string name, string nonce, string serverFirst, string clientFinal, string serverFinal)
    {
        var scram = Create(name, "user", "pencil", nonce);
        Assert.Equal($"n,,n=user,r={nonce}", Text(Respond(scram, "")));
        Assert.Equal(clientFinal, Text(Respond(scram, serverFirst)));
        Assert.Equal("", Text(Respond(scram, serverFinal + ",x=unknown")));
        Assert.Null(scram.Unproven);
    }

    [Theory, MemberData(nameof(ScramExamples))]
    public void A_server_that_cannot_sign_is_not_believed(string name, string nonce, string serverFirst, string clientFinal, string serverFinal)
    {
        Assert.NotEmpty(clientFinal);
        foreach (var wrong in new[] { "v=AAAA" + serverFinal[6..], "v=", "v=!", "", "x=1", serverFinal[1..] })
        {
            var scram = Create(name, "user", "pencil", nonce);
            scram.Begin();
            Respond(scram, serverFirst);
            Assert.IsType<SaslStep.Cancel>(Respond(scram, wrong));
            Assert.NotNull(scram.Unproven);
            Assert.IsType<SaslStep.Cancel>(Respond(scram, serverFinal));
        }
    }

    [Fact]
    public void Scram_lets_the_server_end_when_it_refuses_the_proof()
    {
        var scram = Create("SCRAM-SHA-1", "user", "pencil", "fyko+d2lbbFgONRv9qkxdawL");
        scram.Begin();
        Respond(scram, "r=fyko+d2lbbFgONRv9qkxdawL3rfc,s=QSXCR+Q6sek8bf92,i=4096");
        Assert.Equal("", Text(Respond(scram, "e=invalid-proof")));
        Assert.NotNull(scram.Unproven);
    }

    [Theory]
    [InlineData("r=other,s=QSXCR+Q6sek8bf92,i=4096")]
    [InlineData("r=nonce,s=QSXCR+Q6sek8bf92,i=4096")]
    [InlineData("m=x,r=nonce1,s=QSXCR+Q6sek8bf92,i=4096")]
    [InlineData("r=nonce1,s=,i=4096")]
    [InlineData("r=nonce1,s=!,i=4096")]
    [InlineData("r=nonce1,s=QSXCR+Q6sek8bf92,i=0")]
    [InlineData("r=nonce1,s=QSXCR+Q6sek8bf92,i=-1")]
    [InlineData("r=nonce1,s=QSXCR+Q6sek8bf92,i=99999999999")]
    [InlineData("r=nonce1,s=QSXCR+Q6sek8bf92,i=2000000000")]
    [InlineData("s=QSXCR+Q6sek8bf92,r=nonce1,i=4096")]
    [InlineData("e=unknown-user")]
    [InlineData("")]
    public void Scram_gives_no_proof_to_a_first_message_that_is_wrong(string serverFirst)
    {
        var scram = Create("SCRAM-SHA-256", "user", "pencil");
        scram.Begin();
        Assert.IsType<SaslStep.Cancel>(Respond(scram, serverFirst));
        Assert.NotNull(scram.Unproven);
    }

    [Fact]
    public void Scram_escapes_and_prepares_the_user_name() =>
        Assert.Equal("n,,n=a=3Db=2Cc d,r=nonce", Text(Create("SCRAM-SHA-1", "a=b,c\u00a0\u00add", "x").Begin()));

    [Property]
    public bool No_challenge_makes_a_mechanism_throw(byte[][] challenges) => SaslMechanisms.Names.All(name =>
    {
        var mechanism = SaslMechanisms.Create(name, Tim, "nonce");
        mechanism.Begin();
        return challenges.All(challenge => mechanism.Respond(challenge).Explanation.Length > 0);
    });

    [Theory]
    [InlineData("PLAIN LOGIN", "auto", "PLAIN")]
    [InlineData("login plain cram-md5", "auto", "CRAM-MD5")]
    [InlineData("PLAIN SCRAM-SHA-1 CRAM-MD5", "AUTO", "SCRAM-SHA-1")]
    [InlineData("SCRAM-SHA-1 SCRAM-SHA-256 XOAUTH2", "auto", "SCRAM-SHA-256")]
    [InlineData("XOAUTH2 OAUTHBEARER", "auto", null)]
    [InlineData("", "auto", null)]
    [InlineData("PLAIN XOAUTH2", "xoauth2", "XOAUTH2")]
    [InlineData("PLAIN", "login", "LOGIN")]
    [InlineData("PLAIN", "digest-md5", null)]
    public void The_best_mechanism_is_chosen_or_the_one_asked_for(string offered, string asked, string? chosen)
    {
        var choice = SaslMechanisms.Choose(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries), asked);
        Assert.Equal(chosen, choice.Mechanism);
        Assert.NotEmpty(choice.Explanation);
    }

    [Fact]
    public void The_mechanisms_that_reveal_their_secret_are_known()
    {
        Assert.Equal(["PLAIN", "LOGIN", "OAUTHBEARER", "XOAUTH2"], SaslMechanisms.Names.Where(SaslMechanisms.RevealsSecret));
        Assert.False(SaslMechanisms.RevealsSecret("unknown"));
    }

    [Fact]
    public void Credentials_do_not_print_their_secret() => Assert.DoesNotContain("tanstaaf", $"{Tim}", StringComparison.Ordinal);

    /// <summary>RFC 4013 §3, without its example that needs form KC beyond Latin-1 (U+2168).</summary>
    [Theory]
    [InlineData("I\u00adX", "IX")]
    [InlineData("user", "user")]
    [InlineData("USER", "USER")]
    [InlineData("\u00aa", "a")]
    [InlineData("a\u2003b", "a b")]
    [InlineData("p\u00e4ss", "p\u00e4ss")]
    [InlineData("\u0627\u0628", "\u0627\u0628")]
    [InlineData("\u0007", null)]
    [InlineData("\u06271", null)]
    [InlineData("a\u0627", null)]
    [InlineData("\u200e", null)]
    [InlineData("\ud800", null)]
    [InlineData("\u00ad", null)]
    [InlineData("", null)]
    public void Saslprep_maps_and_prohibits(string text, string? expected)
    {
        Assert.Equal(expected is not null, SaslPrep.TryPrepare(text, out var prepared, out var problem));
        Assert.Equal(expected ?? "", prepared);
        Assert.Equal(expected is null, problem is not null);
    }
}
