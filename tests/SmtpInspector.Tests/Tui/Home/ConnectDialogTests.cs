using SmtpInspector.Net;
using SmtpInspector.Session;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Home;

namespace SmtpInspector.Tests.Tui.Home;

/// <summary>The dialog that connects with every option.</summary>
public class ConnectDialogTests
{
    static ScreenHarness Opened() => Homely.New().Type("another").Press("Enter");

    static ConnectForm Filled(params (string Id, string Value)[] values) => values.Aggregate(ConnectForm.Empty, (form, value) => form.With(value.Id, value.Value));

    [Fact]
    public void A_name_and_Enter_are_enough() =>
        Assert.Equal("mail.example.org:587", Assert.Single(Opened().Type("mail.example.org:587").Press("Enter").Effects.OfType<Effect.Connect>()).Request.Target);

    [Theory]
    [InlineData("server", "", "The host is missing")]
    [InlineData("server", "a:b:c", "more than one colon")]
    [InlineData("server", "practice:nope", "There is no profile nope")]
    [InlineData("fault", "greylisting", "Only the practice server has faults")]
    [InlineData("timeout", "soon", "it is a number of seconds")]
    [InlineData("keepalive", "-1", "it is a number of seconds")]
    [InlineData("ehlo", "two words", "takes one word")]
    [InlineData("key", "key.pem", "certificate that the key belongs to")]
    [InlineData("auth", "plain", "a user name is needed")]
    public void What_is_wrong_is_said_at_its_field_and_nothing_is_opened(string field, string value, string said)
    {
        var values = Filled(("target", "mail.example.org"), (field == "server" ? "target" : field, value), ("insecure", "on"));
        var screen = Homely.New();
        screen.With(model => ConnectDialog.Open(model, values).Model).Press("Enter");

        Assert.Empty(screen.Effects.OfType<Effect.Connect>());
        Assert.Contains(said, screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_reaches_the_conversation()
    {
        var request = Filled(
            ("target", " unix:/run/smtp "), ("tls", "starttls"), ("auth", "cram-md5"), ("user", "me"), ("password", "s3cret"), ("password-command", "pass"),
            ("insecure", "on"), ("server-name", "mx.example"), ("versions", "1.3"), ("family", "6"), ("timeout", "7"), ("ehlo", "[192.0.2.1]"),
            ("keepalive", "3"), ("pipeline", "on"), ("no-stuffing", "on"), ("keep-secrets", "on")).ToRequest([]);

        var (arguments, connection) = (request.Arguments, request.Arguments.Connection);
        Assert.Equal(("unix:/run/smtp", "s3cret"), (request.Target, request.Password));
        Assert.Equal((TlsMode.StartTls, "cram-md5", "me", "pass"), (connection.Tls, arguments.Auth, arguments.User, arguments.PasswordCommand));
        Assert.Equal((true, "mx.example", TlsVersion.Tls13, IpFamily.V6), (connection.Insecure, connection.ServerName, connection.TlsMin, connection.Family));
        Assert.Equal((TimeSpan.FromSeconds(7), "[192.0.2.1]", TimeSpan.FromSeconds(3)), (connection.ReplyTimeout, arguments.EhloName, arguments.KeepAlive));
        Assert.Equal((true, false, true), (arguments.Pipeline, arguments.DotStuffing, arguments.KeepSecrets));
        Assert.DoesNotContain("s3cret", arguments.Given.Values);
    }

    [Fact]
    public void What_was_asked_for_stands_in_the_dialog_again()
    {
        var values = Filled(
            ("target", "mail.example.org:587"), ("tls", "starttls"), ("auth", "cram-md5"), ("user", "me"), ("password", "s3cret"), ("insecure", "on"),
            ("versions", "1.3"), ("family", "6"), ("timeout", "7"), ("pipeline", "on"), ("no-stuffing", "on"), ("keep-secrets", "on"));
        var again = ConnectForm.Of(values.ToRequest([]));

        Assert.All(ConnectFields.All, field => Assert.Equal(values[field.Id], again[field.Id]));
        var practice = Filled(("target", "practice"), ("fault", "greylisting, 421=RCPT"), ("save", "/tmp/talk.smtp"));
        Assert.Equal(("greylisting, 421=RCPT", "/tmp/talk.smtp"), (ConnectForm.Of(practice.ToRequest([]))["fault"], ConnectForm.Of(practice.ToRequest([]))["save"]));
    }

    [Fact]
    public void Paths_are_made_whole_and_the_home_is_found()
    {
        var connection = Filled(("target", "a"), ("ca", "~/ca.pem"), ("cert", "here.pem")).ToRequest([]).Arguments.Connection;

        Assert.All([connection.CaFile, connection.CertificateFile], path => Assert.True(Path.IsPathFullyQualified(path!)));
        Assert.DoesNotContain("~", connection.CaFile, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_of_a_server_has_a_field() => Assert.All(
        ServerOptions.Names.Where(name => !name.StartsWith("tls-", StringComparison.Ordinal)), name => Assert.Contains(ConnectFields.All, field => field.Id == name));

    [Fact]
    public void Whoever_names_a_user_logs_in_and_may_still_choose_not_to()
    {
        var screen = Opened().Type("mail.example.org").Press("Down", "Down", "Down").Type("me").Press("Enter");

        Assert.Equal("auto", Assert.Single(screen.Effects.OfType<Effect.Connect>()).Request.Arguments.Auth);
    }

    [Fact]
    public void More_options_keep_what_was_filled_in_and_so_do_fewer()
    {
        var screen = Opened().Type("mail.example.org").Press("Up", "Up", "Enter");
        Assert.Contains("Fewer options", screen.Text, StringComparison.Ordinal);
        Assert.Contains("mail.example.org", screen.Resize(80, 40).Text, StringComparison.Ordinal);

        Assert.Contains("mail.example.org", screen.Press("Shift-Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab", "Shift-Tab", "Enter").Text + screen.Effects.OfType<Effect.Connect>().LastOrDefault()?.Request.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_never_on_the_screen()
    {
        var screen = Opened().Type("mail.example.org").Press("Up", "Up", "Up", "Up").Type("s3cret");

        Assert.DoesNotContain("s3cret", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_said_at_its_field()
    {
        var screen = Homely.New().With(model => ConnectDialog.Open(model, Filled(("target", "mail.example.org"), ("ca", "/nowhere/ca.pem"))).Model).Press("Enter");
        await screen.RunAsync();

        Assert.Empty(screen.Effects.OfType<Effect.Connect>());
        Assert.Contains("! ", screen.Text, StringComparison.Ordinal);
        Assert.Contains("/nowhere/ca.pem", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recent_server_is_opened_with_its_options_filled_in()
    {
        var screen = Homely.Back().Press("F4");

        Assert.Contains("me@example.org", screen.Text, StringComparison.Ordinal);
        Assert.Contains("mail.example.org:587", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_fills_in_what_it_says()
    {
        var screen = Homely.Back().Press("F4").Press("Up", "Up", "Up", "Up", "Right", "Enter");

        var request = Assert.Single(screen.Effects.OfType<Effect.Connect>()).Request;
        Assert.Equal(("mail.example.com:587", "plain", TlsMode.StartTls), (request.Target, request.Arguments.Auth, request.Arguments.Connection.Tls));
    }

    [Theory, MemberData(nameof(Goldens.Variants), MemberType = typeof(Goldens))]
    public void The_first_options(string variant) => Goldens.Assert("connect", variant, Homely.Back(), screen => screen.Press("F4"));

    [Theory, MemberData(nameof(Goldens.Variants), MemberType = typeof(Goldens))]
    public void All_options(string variant) => Goldens.Assert(
        "connect-all", variant, Homely.New(), screen => screen.With(model => ConnectDialog.Open(model, Filled(("target", "mail.example.org"), ("timeout", "soon"))).Model).Press("Enter"));
}
