using System.Buffers;
using System.Globalization;
using SmtpInspector.Net.Practice;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Net.Practice;

/// <summary>Other people's clients against the practice server, over both ports, verifying its certificate as they do.</summary>
public sealed class OtherClientsTests : IAsyncLifetime
{
    const string Message = "From: test@ses-example.com\r\nTo: success@simulator.amazonses.com\r\nSubject: hello\r\n\r\n.a line with a dot\r\n";

    readonly string _folder = Directory.CreateTempSubdirectory("smtp-inspector-test-").FullName;
    PracticeServer _server = null!;

    string CaFile => Path.Combine(_folder, "ca.pem");

    public async ValueTask InitializeAsync()
    {
        _server = await PracticeServer.StartAsync(new PracticeServerOptions { Idle = TimeSpan.FromSeconds(60) });
        await File.WriteAllTextAsync(CaFile, _server.CaPem);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Curl_sends_a_message(bool implicitTls)
    {
        var curl = PeerTool.Require("curl");
        var file = Path.Combine(_folder, "message.eml");
        await File.WriteAllTextAsync(file, Message);
        (await ChildProcess.RunAsync(curl,
        [
            "--silent", "--show-error", "--ssl-reqd", "--cacert", CaFile, "--url", $"{(implicitTls ? "smtps" : "smtp")}://localhost:{Port(implicitTls)}/client.example.com",
            "--user", $"{_server.UserName}:{_server.Password}", "--mail-from", "test@ses-example.com", "--mail-rcpt", "success@simulator.amazonses.com", "--upload-file", file,
        ])).Expect(0);
        ArrivedWhole();
    }

    [Theory, InlineData(true, "PLAIN"), InlineData(false, "PLAIN"), InlineData(true, "LOGIN"), InlineData(false, "LOGIN")]
    public async Task Swaks_sends_a_message(bool implicitTls, string mechanism)
    {
        var swaks = PeerTool.Require("swaks");
        (await ChildProcess.RunAsync(swaks,
        [
            "--server", "localhost", "--port", Port(implicitTls), implicitTls ? "--tls-on-connect" : "--tls", "--tls-verify", "--tls-ca-path", CaFile,
            "--helo", "client.example.com", "--auth", mechanism, "--auth-user", _server.UserName, "--auth-password", _server.Password,
            "--from", "test@ses-example.com", "--to", "success@simulator.amazonses.com", "--data", Message.Replace("\r\n", "\\n", StringComparison.Ordinal),
        ])).Expect(0);
        Assert.Single(_server.Messages);
    }

    [Fact]
    public async Task Swaks_tells_a_refused_login_by_its_exit_status()
    {
        var swaks = PeerTool.Require("swaks");
        (await ChildProcess.RunAsync(swaks,
        [
            "--server", "localhost", "--port", Port(true), "--tls-on-connect", "--helo", "client.example.com", "--auth", "PLAIN", "--auth-user", _server.UserName,
            "--auth-password", _server.Credentials.SecretKey, "--from", "test@ses-example.com", "--to", "success@simulator.amazonses.com",
        ])).Expect(28);
    }

    [Theory, InlineData(true, "plain"), InlineData(false, "login")]
    public async Task Msmtp_sends_a_message(bool implicitTls, string mechanism)
    {
        var msmtp = PeerTool.Require("msmtp");
        (await ChildProcess.RunAsync(
            msmtp,
            [
                "--file=/dev/null", "--host=localhost", $"--port={Port(implicitTls)}", "--tls=on", $"--tls-starttls={(implicitTls ? "off" : "on")}", $"--tls-trust-file={CaFile}",
                $"--auth={mechanism}", $"--user={_server.UserName}", $"--passwordeval=echo {_server.Password}", "--domain=client.example.com",
                "--from=test@ses-example.com", "success@simulator.amazonses.com",
            ],
            Octets.Of(Message.ReplaceLineEndings("\n")))).Expect(0);
        Assert.Equal("hello", Assert.Single(_server.Messages).Subject);
    }

    [Fact]
    public async Task Smtplib_sends_messages_with_a_strict_verifier_and_reports_the_refusals()
    {
        var python = PeerTool.Require("python3");
        var output = (await ChildProcess.RunAsync(python, ["-", CaFile, Port(true), Port(false), _server.UserName, _server.Password, Message], Octets.Of("""
            import smtplib, ssl, sys
            ca, implicit, starttls, user, password, message = sys.argv[1:]
            context = ssl.create_default_context(cafile=ca)
            context.verify_flags |= ssl.VERIFY_X509_STRICT
            envelope = "test@ses-example.com", ["success@simulator.amazonses.com"]
            with smtplib.SMTP_SSL("localhost", int(implicit), context=context) as client:
                client.login(user, password)
                print(client.sendmail(*envelope, message))
            with smtplib.SMTP("localhost", int(starttls)) as client:
                client.starttls(context=context)
                try:
                    client.login(user, "wrong")
                except smtplib.SMTPAuthenticationError as error:
                    print(error.smtp_code, error.smtp_error.decode())
                client.login(user, password)
                try:
                    client.sendmail("me@example.com", envelope[1], message)
                except smtplib.SMTPDataError as error:
                    print(error.smtp_code, error.smtp_error.decode())
                print(client.esmtp_features["size"], client.noop())
            """))).Expect(0).Output;
        Assert.Equal(
            "{}\n535 Authentication Credentials Invalid\n554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: me@example.com\n10485760 (250, b'Ok')\n",
            output);
        ArrivedWhole();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Mailutils_sends_a_message(bool implicitTls)
    {
        var mail = PeerTool.Require("mail.mailutils");
        var user = Uri.EscapeDataString(_server.UserName);
        var password = Uri.EscapeDataString(_server.Password);
        (await ChildProcess.RunAsync(
            mail,
            [
                "--no-config", "--set", $"tls.ssl-ca-file={CaFile}", "--exec",
                $"set sendmail={(implicitTls ? "smtps" : "smtp")}://{user}:{password};auth=PLAIN@localhost:{Port(implicitTls)}",
                "--return-address", "test@ses-example.com", "--subject", "hello", "success@simulator.amazonses.com",
            ],
            Octets.Of("body\n"))).Expect(0);
        Assert.Equal("hello", Assert.Single(_server.Messages).Subject);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Openssl_s_client_reads_a_conversation_typed_by_hand(bool implicitTls)
    {
        var openssl = PeerTool.Require("openssl");
        string[] starttls = implicitTls ? [] : ["-starttls", "smtp"];
        await using var client = ChildProcess.Start(
            openssl, ["s_client", "-connect", $"localhost:{Port(implicitTls)}", .. starttls, "-CAfile", CaFile, "-verify_return_error", "-verify_hostname", "localhost", "-quiet", "-crlf"]);
        if (implicitTls)
        {
            // With -starttls it keeps the greeting to itself.
            await client.UntilAsync("220 email-smtp.amazonaws.com");
        }

        await client.WriteAsync("ehlo client.example.com\n");
        await client.UntilAsync("250-AUTH PLAIN LOGIN\r\n250 Ok\r\n");
        await client.WriteAsync("quit\n");
        await client.UntilAsync("221 Bye");
        (await client.EndAsync()).Expect(0);
    }

    string Port(bool implicitTls) => (implicitTls ? _server.Port : _server.StartTlsPort).ToString(CultureInfo.InvariantCulture);

    void ArrivedWhole() => Assert.Equal(Message, Octets.Text(Assert.Single(_server.Messages).Message.Content.ToArray()));
}
