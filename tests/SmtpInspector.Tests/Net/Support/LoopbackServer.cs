using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SmtpInspector.Tests.Net.Support;

/// <summary>A server for one connection, that does what a test says.</summary>
sealed class LoopbackServer : IAsyncDisposable
{
    readonly Socket _listener;
    readonly Task _serving;

    LoopbackServer(Socket listener, Func<Socket, Task> serve)
    {
        _listener = listener;
        _serving = ServeAsync(serve);
    }

    public int Port => (_listener.LocalEndPoint as IPEndPoint)?.Port ?? 0;

    public static LoopbackServer Start(Func<Socket, Task> serve)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        return new(listener, serve);
    }

    public static LoopbackServer StartUnix(string path, Func<Socket, Task> serve)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        return new(listener, serve);
    }

    /// <summary>A server that begins with TLS, greets, and waits for the client to end.</summary>
    public static LoopbackServer StartTls(
        X509Certificate2 certificate, X509Certificate2Collection? intermediates = null, Func<SslStream, Socket, Task>? serve = null) =>
        Start(async socket =>
        {
            await using var stream = await HandshakeAsync(socket, certificate, intermediates);
            if (serve is not null)
            {
                await serve(stream, socket);
                return;
            }

            await stream.WriteAsync("220 test ESMTP\r\n"u8.ToArray());
            await DrainAsync(stream);
        });

    public static async Task<SslStream> HandshakeAsync(
        Socket socket,
        X509Certificate2 certificate,
        X509Certificate2Collection? intermediates = null,
        SslProtocols protocols = SslProtocols.None,
        bool requireClientCertificate = false,
        Func<Stream, Stream>? between = null)
    {
        var network = new NetworkStream(socket);
        var stream = new SslStream(between?.Invoke(network) ?? network);
        var options = new SslServerAuthenticationOptions
        {
            // Offline, and with the intermediates given: the runtime completes no chain from anywhere else.
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, intermediates, offline: true),
            EnabledSslProtocols = protocols,
            ClientCertificateRequired = requireClientCertificate,
            RemoteCertificateValidationCallback = (_, client, _, _) => client is not null || !requireClientCertificate,
#pragma warning disable SYSLIB0040 // The one way to security level 0: else the server's library refuses weak certificates itself.
            EncryptionPolicy = EncryptionPolicy.AllowNoEncryption,
#pragma warning restore SYSLIB0040
        };
        await stream.AuthenticateAsServerAsync(options);
        return stream;
    }

    public static async Task<byte[]> ReceiveLineAsync(Socket socket)
    {
        var received = new List<byte>();
        var one = new byte[1];
        while (received is not [.., (byte)'\n'] && await socket.ReceiveAsync(one) > 0)
        {
            received.Add(one[0]);
        }

        return [.. received];
    }

    public static Task SendAsync(Socket socket, string text) => socket.SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Everything the client sends until it ends.</summary>
    public static async Task<byte[]> DrainAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    /// <summary>Waits for the server to be done; what failed in it fails the test.</summary>
    public Task DoneAsync() => _serving;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        try
        {
            await _serving;
        }
        catch (Exception error) when (error is IOException or SocketException or AuthenticationException or ObjectDisposedException)
        {
            // The client went away; that is what many tests are about.
        }
    }

    async Task ServeAsync(Func<Socket, Task> serve)
    {
        using var socket = await _listener.AcceptAsync();
        if (socket.ProtocolType == ProtocolType.Tcp)
        {
            socket.NoDelay = true;
        }

        await serve(socket);
    }
}
