using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SmtpInspector.Net.Practice;

namespace SmtpInspector.Tests.Net.Practice;

/// <summary>A client that talks to a practice server octet by octet and verifies its certificate, as a stranger would.</summary>
sealed class PracticeClient : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly PracticeServer _server;
    readonly Socket _socket;
    Stream _stream;

    PracticeClient(PracticeServer server, Socket socket)
    {
        _server = server;
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Connects; with implicit TLS the handshake is made too.</summary>
    public static async Task<PracticeClient> ConnectAsync(PracticeServer server, bool implicitTls = true)
    {
        var client = await ConnectRawAsync(server, implicitTls ? server.Port : server.StartTlsPort);
        if (implicitTls)
        {
            await client.StartTlsAsync();
        }

        return client;
    }

    /// <summary>Connects without a handshake.</summary>
    public static async Task<PracticeClient> ConnectRawAsync(PracticeServer server, int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Address, port);
        return new PracticeClient(server, socket);
    }

    /// <summary>The handshake, trusting the server's authority and nothing else.</summary>
    public async Task StartTlsAsync()
    {
        var tls = new SslStream(_stream);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(_server.CaCertificate);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateChainPolicy = policy }).WaitAsync(Patience);
        _stream = tls;
    }

    public async Task SendRawAsync(string octets) => await _stream.WriteAsync(Encoding.Latin1.GetBytes(octets));

    /// <summary>Sends a line and reads the reply to it.</summary>
    public async Task<string> SendAsync(string line)
    {
        await SendRawAsync(line + "\r\n");
        return await ReadReplyAsync();
    }

    /// <summary>One reply, lines joined by LF; empty when the server has closed, TLS in order.</summary>
    public async Task<string> ReadReplyAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var reply = new StringBuilder();
        while (true)
        {
            var line = await ReadLineAsync(patience.Token);
            reply.Append(line);
            if (line.Length < 4 || line[3] != '-')
            {
                return reply.ToString();
            }

            reply.Append('\n');
        }
    }

    /// <summary>EHLO and AUTH PLAIN with the server's account.</summary>
    public async Task LogInAsync()
    {
        await SendAsync("EHLO client.example.com");
        var plain = Convert.ToBase64String(Encoding.ASCII.GetBytes($"\0{_server.UserName}\0{_server.Password}"));
        Assert.Equal("235 Authentication successful.", await SendAsync("AUTH PLAIN " + plain));
    }

    /// <summary>A whole message; the reply after the dot.</summary>
    public async Task<string> SendMessageAsync(string content)
    {
        await SendAsync("MAIL FROM:<test@ses-example.com>");
        await SendAsync("RCPT TO:<success@simulator.amazonses.com>");
        Assert.StartsWith("354 ", await SendAsync("DATA"), StringComparison.Ordinal);
        return await SendAsync(content + "\r\n.");
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _socket.Dispose();
    }

    async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var octet = new byte[1];
        while (await _stream.ReadAsync(octet, cancellationToken) > 0)
        {
            line.Add(octet[0]);
            if (line is [.., (byte)'\r', (byte)'\n'])
            {
                return Encoding.Latin1.GetString([.. line[..^2]]);
            }
        }

        Assert.Empty(line);
        return "";
    }
}
