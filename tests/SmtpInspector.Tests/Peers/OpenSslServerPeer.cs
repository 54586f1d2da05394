using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Tests.Net.Support;

namespace SmtpInspector.Tests.Peers;

/// <summary>
/// <c>openssl s_server</c>: another TLS implementation with a test on its standard input and output. What the test writes
/// the client receives, and what the client sends is read, octet for octet.
/// </summary>
sealed class OpenSslServerPeer : IAsyncDisposable
{
    readonly TestHome _home;
    readonly ChildProcess _server;

    OpenSslServerPeer(TestHome home, ChildProcess server, int port, string caFile) =>
        (_home, _server, Port, CaFile) = (home, server, port, caFile);

    public int Port { get; }

    /// <summary>HOST:PORT; the certificate is for localhost.</summary>
    public string Endpoint => $"localhost:{Port}";

    /// <summary>A PEM file that makes the certificate verify.</summary>
    public string CaFile { get; }

    /// <summary>Everything the client has sent so far.</summary>
    public string Received => Octets.Text(_server.Output.ToArray());

    /// <summary>Starts it on a port that the system chooses and waits until it listens.</summary>
    /// <param name="options">Further options of s_server, such as <c>-tls1_2</c>.</param>
    public static Task<OpenSslServerPeer> StartAsync(params string[] options) =>
        // -quiet: no report of its own on the output, and no letter on the input is a command.
        StartAsync(new(), ["-quiet", .. options]);

    /// <summary>
    /// Starts it so that a letter at the beginning of what is sent is a command to it (<c>k</c>: new keys, <c>q</c>: close);
    /// what it reports of itself stands among what the client sends, each line with a bare LF.
    /// </summary>
    public static Task<OpenSslServerPeer> StartWithCommandsAsync(TestAuthority.Leaf leaf, params string[] options) =>
        StartAsync(leaf, options);

    static async Task<OpenSslServerPeer> StartAsync(TestAuthority.Leaf leaf, string[] options)
    {
        var openssl = PeerTool.Require("openssl");
        var home = new TestHome();
        var authority = TestAuthority.Root();
        using var certificate = authority.Issue(leaf);
        var chain = home.Write("server.pem", certificate.ExportCertificatePem() + "\n" + KeyPem(certificate) + "\n");
        var ca = home.Write("ca.pem", authority.Certificate.ExportCertificatePem() + "\n");
        // stdbuf: what it reports is told when it happens, though its output is a pipe.
        var server = ChildProcess.Start(
            PeerTool.Require("stdbuf"), ["-oL", openssl, "s_server", "-accept", "127.0.0.1:0", "-cert", chain, "-key", chain, .. options], home.Environment);
        while (!server.HasEnded)
        {
            if (ListeningSockets.PortOf(server.Id) is { } port)
            {
                return new(home, server, port, ca);
            }

            await Task.Delay(20);
        }

        var reason = server.Error.ToString();
        await server.DisposeAsync();
        throw new InvalidOperationException($"openssl s_server does not start: {reason}");
    }

    /// <summary>Sends these octets to the client.</summary>
    public Task SendAsync(string octets) => _server.WriteAsync(octets);

    /// <summary>Its standard output as it grows.</summary>
    public OutputBuffer Output => _server.Output;

    /// <summary>Ends it at once, without a close of its own.</summary>
    public Task KillAsync() => _server.KillAsync();

    /// <summary>Waits until the client has sent this.</summary>
    public Task UntilReceivedAsync(string text) => _server.UntilAsync(text);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _home.Dispose();
    }

    static string KeyPem(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm? key = certificate.GetECDsaPrivateKey() ?? (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey();
        return key?.ExportPkcs8PrivateKeyPem() ?? throw new InvalidOperationException("The certificate came without its key.");
    }
}
