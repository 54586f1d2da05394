using System.Globalization;
using System.Text;
using SmtpInspector.Credentials;

namespace SmtpInspector.Tests.Credentials;

public sealed class CredentialsCommandTests : IDisposable
{
    readonly StringWriter _output = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    readonly StringWriter _error = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    static Func<string, string> Piped(string octets) => _ => SecretInput.ReadLine(new MemoryStream(Encoding.Latin1.GetBytes(octets)));

    [Theory, InlineData("sesame"), InlineData("sesame\n"), InlineData("sesame\r\n"), InlineData("sesame\n\n")]
    public void Login_prints_two_lines_of_bare_base64(string input)
    {
        Assert.Equal(0, CredentialsCommand.Login("alice", Piped(input), _output, _error));
        Assert.Equal("YWxpY2U=\nc2VzYW1l\n", _output.ToString());
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public void Plain_prints_one_line_the_example_of_rfc_4616()
    {
        Assert.Equal(0, CredentialsCommand.Plain("tim", Piped("tanstaaftanstaaf\n"), _output, _error));
        Assert.Equal("AHRpbQB0YW5zdGFhZnRhbnN0YWFm\n", _output.ToString());
    }

    [Fact]
    public void A_password_is_utf_8()
    {
        Assert.Equal(0, CredentialsCommand.Plain("j\u00fcrgen", Piped("\u00c3\u00a4\n"), _output, _error));
        Assert.Equal(Convert.ToBase64String(Encoding.UTF8.GetBytes("\0j\u00fcrgen\0\u00e4")) + "\n", _output.ToString());
    }

    [Theory]
    [InlineData("some+secret+key", "eu-central-1", "BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2")]
    [InlineData("some+secret+key", "us-west-1", "BH+jbMzper5WwlwUar9E1ySBqHa9whi0GPo+sJ0mVYJj")]
    public void Ses_prints_the_password_for_the_region_and_says_what_a_535_means(string secret, string region, string password)
    {
        Assert.Equal(0, CredentialsCommand.Ses(region, Piped(secret + "\n"), _output, _error));
        Assert.Equal(password + "\n", _output.ToString());
        Assert.Contains("When SES answers 535", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("another region than " + region, _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "~ this looks like the access key id")]
    [InlineData("BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2", "~ this looks like an SMTP password already")]
    [InlineData("short", "~ a secret access key has 40 characters, this has 5")]
    [InlineData("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "This is the SMTP password")]
    public void Ses_says_when_the_secret_is_probably_something_else(string secret, string advice)
    {
        Assert.Equal(0, CredentialsCommand.Ses("us-east-1", Piped(secret), _output, _error));
        Assert.StartsWith(advice, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_key_in_place_of_the_password_is_found_when_the_payload_is_made()
    {
        Assert.Equal(0, CredentialsCommand.Plain("AKIAIOSFODNN7EXAMPLE", Piped("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"), _output, _error));
        Assert.StartsWith("~ auth-ses-secret-key: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("one\ntwo\n")]
    [InlineData("nul\0nul\n")]
    [InlineData("latin \u00e4\n")]
    public void A_secret_that_cannot_be_used_ends_with_2_and_prints_nothing(string input)
    {
        Assert.Equal(2, CredentialsCommand.Plain("alice", Piped(input), _output, _error));
        Assert.Equal("", _output.ToString());
        Assert.StartsWith("smtp-inspector credentials: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData(""), InlineData("al\nice"), InlineData("al\0ice")]
    public void A_user_name_that_cannot_be_used_ends_with_2(string user) =>
        Assert.Equal(2, CredentialsCommand.Login(user, Piped("sesame"), _output, _error));

    [Theory, InlineData(""), InlineData("US East"), InlineData("useast1"), InlineData("us-east-1\n\u001b[31m")]
    public void What_is_no_region_ends_with_2(string region)
    {
        Assert.Equal(2, CredentialsCommand.Ses(region, Piped("secret"), _output, _error));
        Assert.DoesNotContain("\u001b", _error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What is encoded (or, where that begins with "raw:", the text itself), the exit status, and pieces of the output.</summary>
    public static TheoryData<string, int, string[]> Payloads => new()
    {
        { "alice", 0, ["text: alice\n"] },
        { "\0alice\0sesame", 0, ["user name: alice\npassword: sesame\n"] },
        { "admin\0alice\0sesame", 0, ["identity to act as: admin\nuser name: alice\npassword: sesame\n", "i there is an identity to act as"] },
        { "alice\n", 0, ["~ auth-trailing-newline: ", "i the text ends in LF, the newline that echo adds"] },
        { "alice\r\n", 0, ["~ auth-trailing-newline: ", "i the text ends in CR LF"] },
        { "alice\r", 0, ["i the text ends in CR,"] },
        { " alice", 0, ["i the text begins or ends with a space"] },
        { "\0alice\0sesame\n", 0, ["~ auth-trailing-newline: ", "i the password ends in LF"] },
        { "\0alice\n\0sesame", 0, ["i the user name ends in LF"] },
        { "alice\0sesame", 0, ["~ auth-plain-shape: ", "i there is one NUL"] },
        { "\0alice\0ses\0ame", 0, ["~ auth-plain-shape: "] },
        { "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", 0, ["~ auth-ses-secret-key: "] },
        { "\0AKIAIOSFODNN7EXAMPLE\0wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", 0, ["~ auth-ses-secret-key: "] },
        { "AKIAIOSFODNN7EXAMPLE", 0, ["i this looks like an AWS access key id"] },
        { "BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2", 0, ["i this looks like an SES SMTP password"] },
        { "Username:", 0, ["i this is the server's question for the user name"] },
        { "tim b913a602c7eda7a495b4e6e7334d3890", 0, ["i this is an answer of CRAM-MD5"] },
        { "user=a@example.com\u0001auth=Bearer token\u0001\u0001", 0, ["XOAUTH2: user=a@example.com\nXOAUTH2: auth=Bearer token\n"] },
        { "n,a=a@example.com,\u0001auth=Bearer token\u0001\u0001", 0, ["OAUTHBEARER: n,a=a@example.com,\nOAUTHBEARER: auth=Bearer token\n"] },
        { "n,,n=user,r=nonce", 0, ["i this is the client's first message of SCRAM"] },
        { "a\0l\0i\0c\0e\0", 0, ["i every second octet is NUL"] },
        { "\u001b[31m", 0, ["text: ", "[31m"] },
        { "raw:YWxpY2U", 0, ["text: alice\n! auth-not-base64: ", "i the padding is wrong"] },
        { "raw:YWxp Y2U=", 0, ["text: alice\n! auth-not-base64: ", "i there is white space"] },
        { "raw:YWxpY2U=\n", 0, ["text: alice\n", "i there is white space"] },
        { "raw:AUTH PLAIN AGFsaWNlAHNlc2FtZQ==", 0, ["user name: alice\npassword: sesame\n"] },
        { "raw:334 VXNlcm5hbWU6", 0, ["text: Username:\n"] },
        { "raw:__-_", 0, ["i - and _ belong to another alphabet", "i it is not UTF-8"] },
        { "raw:alice@example.com", 1, ["! auth-not-base64: ", "i if this is the user name or the password itself"] },
        { "raw:", 0, ["text: \n", "i there is nothing in it"] },
    };

    [Theory, MemberData(nameof(Payloads))]
    public void Decode_says_what_a_payload_is_and_everything_wrong_about_it(string payload, int status, string[] pieces)
    {
        var text = payload.StartsWith("raw:", StringComparison.Ordinal) ? payload[4..] : Convert.ToBase64String(Encoding.UTF8.GetBytes(payload));
        Assert.Equal(status, CredentialsCommand.Decode(text, _output));
        Assert.All(pieces, piece => Assert.Contains(piece, _output.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("alice"), InlineData("\0alice\0sesame")]
    public void Decode_finds_nothing_wrong_with_a_right_payload(string payload)
    {
        CredentialsCommand.Decode(Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)), _output);
        Assert.All(_output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.False(line[0] is '!' or '~' || line[..2] == "i ", line));
    }
}
