using SmtpInspector.Net;

namespace SmtpInspector.Tests.Net;

public class TargetTests
{
    [Theory]
    [InlineData("mail.example.org", "mail.example.org", 465, TlsMode.Implicit)]
    [InlineData("mail.example.org:25", "mail.example.org", 25, TlsMode.Auto)]
    [InlineData("mail.example.org:587", "mail.example.org", 587, TlsMode.Auto)]
    [InlineData("mail.example.org:2465", "mail.example.org", 2465, TlsMode.Implicit)]
    [InlineData("192.0.2.1:2525", "192.0.2.1", 2525, TlsMode.Auto)]
    [InlineData("[::1]", "::1", 465, TlsMode.Implicit)]
    [InlineData("[2001:db8::25]:587", "2001:db8::25", 587, TlsMode.Auto)]
    [InlineData("localhost:65535", "localhost", 65535, TlsMode.Auto)]
    [InlineData("bücher.example:465", "xn--bcher-kva.example", 465, TlsMode.Implicit)]
    [InlineData("ses:us-east-1", "email-smtp.us-east-1.amazonaws.com", 465, TlsMode.Implicit)]
    [InlineData("ses:eu-west-3:2465", "email-smtp.eu-west-3.amazonaws.com", 2465, TlsMode.Implicit)]
    [InlineData("ses:us-east-1:25", "email-smtp.us-east-1.amazonaws.com", 25, TlsMode.StartTls)]
    [InlineData("ses:us-east-1:587", "email-smtp.us-east-1.amazonaws.com", 587, TlsMode.StartTls)]
    [InlineData("ses:us-east-1:2587", "email-smtp.us-east-1.amazonaws.com", 2587, TlsMode.StartTls)]
    [InlineData("ses:xx-new-9", "email-smtp.xx-new-9.amazonaws.com", 465, TlsMode.Implicit)]
    [InlineData("gmail", "smtp.gmail.com", 465, TlsMode.Implicit)]
    [InlineData("gmail:587", "smtp.gmail.com", 587, TlsMode.StartTls)]
    public void A_server_has_a_host_a_port_and_the_mode_of_that_port(string written, string host, int port, TlsMode tls)
    {
        Assert.True(Target.TryParse(written, out var target, out _));
        Assert.Equal(new Target.Tcp(written, host, port, tls), target);
    }

    [Theory]
    [InlineData("practice", "ses")]
    [InlineData("practice:gmail", "gmail")]
    public void Practice_names_a_profile(string written, string profile)
    {
        Assert.True(Target.TryParse(written, out var target, out _));
        Assert.Equal(new Target.Practice(written, profile), target);
    }

    [Theory]
    [InlineData("practice:postfix+greylisting+421=RCPT", "postfix")]
    [InlineData("practice:+greylisting+421=RCPT", "ses")]
    public void Practice_names_faults_behind_plus_signs(string written, string profile)
    {
        Assert.True(Target.TryParse(written, out var target, out _));
        var practice = Assert.IsType<Target.Practice>(target);
        Assert.Equal(profile, practice.Profile);
        Assert.Equal(["greylisting", "421=RCPT"], practice.Faults);
    }

    [Theory]
    [InlineData("unix:/run/smtp.sock", "/run/smtp.sock")]
    [InlineData("unix:a:b", "a:b")]
    public void A_unix_socket_has_a_path_and_no_tls(string written, string path)
    {
        Assert.True(Target.TryParse(written, out var target, out _));
        Assert.Equal(new Target.Unix(written, path), target);
        Assert.Equal(TlsMode.None, target.Tls);
    }

    [Theory]
    [InlineData("", "host is missing")]
    [InlineData(":25", "host is missing")]
    [InlineData("host:", "port is missing")]
    [InlineData("host:0", "not a port")]
    [InlineData("host:65536", "not a port")]
    [InlineData("host:smtp", "not a port")]
    [InlineData("host:+25", "not a port")]
    [InlineData("host: 25", "not a port")]
    [InlineData("::1", "[::1]:465")]
    [InlineData("2001:db8::25", "[2001:db8::25]")]
    [InlineData("a:b:c", "more than one colon")]
    [InlineData("[::1", "closing bracket")]
    [InlineData("[::1]25", "behind the bracket")]
    [InlineData("[::1]:x", "not a port")]
    [InlineData("[host]:25", "not an IPv6 address")]
    [InlineData("[192.0.2.1]:25", "not an IPv6 address")]
    [InlineData("smtp://host", "URL")]
    [InlineData("me@host", "@")]
    [InlineData("a b", "not a host name")]
    [InlineData("host/path", "not a host name")]
    [InlineData("ses", "region")]
    [InlineData("ses:", "region")]
    [InlineData("ses:587", "region")]
    [InlineData("ses:us_east", "region")]
    [InlineData("ses:us-east-1:x", "not a port")]
    [InlineData("gmail:x", "not a port")]
    [InlineData("practice:", "profile")]
    [InlineData("unix:", "path")]
    public void What_is_wrong_is_said_in_a_sentence(string written, string part)
    {
        Assert.False(Target.TryParse(written, out _, out var error));
        Assert.Contains(part, error, StringComparison.Ordinal);
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }
}
