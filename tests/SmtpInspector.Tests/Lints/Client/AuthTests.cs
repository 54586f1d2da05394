using System.Text;

namespace SmtpInspector.Tests.Lints.Client;

public class AuthTests
{
    const string SesHello = "S: 220 email-smtp.amazonaws.com ESMTP SimpleEmailService-d-N8DNVJOVF x\nC: EHLO bar.com\nS: 250-email-smtp.amazonaws.com\nS: 250-AUTH PLAIN LOGIN\nS: 250 Ok\n";
    const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    const string Derived = "BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2";

    [Theory]
    [InlineData("none", "PLAIN", true)]
    [InlineData("none", "LOGIN", true)]
    [InlineData("none", "XOAUTH2", true)]
    [InlineData("none", "oauthbearer", true)]
    [InlineData("none", "CRAM-MD5", false)]
    [InlineData("implicit", "PLAIN", false)]
    [InlineData(null, "PLAIN", false)]
    public void A_password_in_the_clear_is_found_where_it_is_known(string? tls, string mechanism, bool isFound)
    {
        var header = tls is null ? "" : $"# SMTP transcript 1\ntls: {tls}\n\n";
        Assert.Equal(
            isFound ? [$"AUTH: auth-without-tls warning 5-{5 + mechanism.Length}"] : [],
            Judged.Commands(header + $"S: 220 foo.com\nC: EHLO bar.com\nS: 250-foo.com\nS: 250 AUTH {mechanism}\nC: AUTH {mechanism}\nS: 334 \n"));
    }

    [Theory]
    [InlineData("AHUAcA", true)]
    [InlineData("AHUAcA=", true)]
    [InlineData("user:pass", true)]
    [InlineData("AHUA=cA=", true)]
    [InlineData("AHUAcA==", false)]
    [InlineData("=", false)]
    public void An_initial_response_is_base64(string response, bool isFound) =>
        Assert.Equal(
            isFound ? [$"AUTH: auth-not-base64 error 11-{11 + response.Length}"] : [],
            Judged.AfterHello($"C: AUTH PLAIN {response}\nS: 501 no\n"));

    [Theory]
    [InlineData("user", false)]
    [InlineData("me@example.com", true)]
    [InlineData("dXNl cg==", true)]
    [InlineData("=", true)]
    [InlineData("*", false)]
    [InlineData("", false)]
    public void An_answer_to_a_challenge_is_base64(string answer, bool isFound) =>
        Assert.Equal(
            isFound ? [$"AUTH: auth-not-base64 error 0-{answer.Length}"] : [],
            Judged.AfterHello($"C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {answer}\nS: 501 no\n"));

    [Theory]
    [InlineData("\0user\0pass\n", "auth-trailing-newline")]
    [InlineData("\0user\0pass\r\n", "auth-trailing-newline")]
    [InlineData("user\0pass", "auth-plain-shape")]
    [InlineData("user:pass", "auth-plain-shape")]
    [InlineData("\0\0pass", "auth-plain-shape")]
    [InlineData("\0user\0", "auth-plain-shape")]
    [InlineData("\0user\0pass\0", "auth-plain-shape")]
    [InlineData("\0user\0pass", null)]
    [InlineData("admin\0user\0pass", null)]
    [InlineData("\0jürgen\0pässword", null)]
    public void What_PLAIN_encodes_has_its_form(string message, string? rule)
    {
        var text = Base64(message);
        Assert.Equal(
            rule is null ? [] : [$"AUTH: {rule} warning 11-{11 + text.Length}"],
            Judged.AfterHello($"C: AUTH PLAIN {text}\nS: 535 no\n"));
        Assert.Equal(
            rule is null ? [] : [$"AUTH: {rule} warning 0-{text.Length}"],
            Judged.AfterHello($"C: AUTH PLAIN\nS: 334 \nC: {text}\nS: 535 no\n"));
    }

    [Fact]
    public void A_newline_behind_either_part_of_LOGIN_is_found() =>
        Assert.Equal(
            ["AUTH: auth-trailing-newline warning 0-8", "AUTH: auth-trailing-newline warning 0-8"],
            Judged.AfterHello($"C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {Base64("user\n")}\nS: 334 UGFzc3dvcmQ6\nC: {Base64("pass\n")}\nS: 535 no\n"));

    [Theory]
    [InlineData("\0AKIAIOSFODNN7EXAMPLE\0" + SecretKey, true)]
    [InlineData("\0AKIAIOSFODNN7EXAMPLE\0" + Derived, false)]
    [InlineData("\0someone\0" + SecretKey, false)]
    public void A_secret_access_key_is_known_by_the_key_id_beside_it(string message, bool isFound) =>
        Assert.Equal(
            isFound ? [$"AUTH: auth-ses-secret-key warning 11-{11 + Base64(message).Length}"] : [],
            Judged.AfterHello($"C: AUTH PLAIN {Base64(message)}\nS: 535 no\n"));

    [Theory]
    [InlineData(SecretKey, true)]
    [InlineData(Derived, false)]
    public void A_secret_access_key_is_known_where_the_server_is_SES(string password, bool isFound)
    {
        string[] found = isFound ? [$"AUTH: auth-ses-secret-key warning 0-{Base64(password).Length}"] : [];
        Assert.Equal(
            found,
            Judged.Commands(SesHello + $"C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {Base64("AKIAIOSFODNN7EXAMPLE")}\nS: 334 UGFzc3dvcmQ6\nC: {Base64(password)}\nS: 535 no\n"));
        Assert.Equal(
            found,
            Judged.Commands(SesHello + $"C: AUTH LOGIN {Base64("AKIAIOSFODNN7EXAMPLE")}\nS: 334 UGFzc3dvcmQ6\nC: {Base64(password)}\nS: 535 no\n"));
    }

    [Theory]
    [InlineData("C: AUTH PLAIN {secret:plain}\nS: 235 ok\n")]
    [InlineData("C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {secret:login-user}\nS: 334 UGFzc3dvcmQ6\nC: {secret:login-password}\nS: 235 ok\n")]
    public void A_credential_that_was_left_out_is_not_judged(string conversation) => Assert.Empty(Judged.AfterHello(conversation));

    [Fact]
    public void Leaving_one_out_excuses_no_other() =>
        Assert.Equal(
            ["AUTH: auth-not-base64 error 0-4"],
            Judged.AfterHello("C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {secret:login-user}\nS: 334 UGFzc3dvcmQ6\nC: p@ss\nS: 535 no\n"));

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
