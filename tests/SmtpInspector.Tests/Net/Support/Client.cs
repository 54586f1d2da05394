using System.Security.Cryptography.X509Certificates;
using System.Text;
using SmtpInspector.Net;

namespace SmtpInspector.Tests.Net.Support;

/// <summary>Short ways to what the tests do with a connection.</summary>
static class Client
{
    public static Task<IWire> DialAsync(LoopbackServer server, ConnectionOptions? options = null) =>
        new Dialer(TimeProvider.System).ConnectAsync("127.0.0.1", server.Port, options ?? new(), CancellationToken.None);

    public static TlsOptions Trusting(params X509Certificate2[] authorities) =>
        new() { ServerName = "localhost", Authorities = [.. authorities] };

    public static TlsOptions With(this TlsOptions options, string? name = null, bool insecure = false, TimeSpan? timeout = null) => new()
    {
        ServerName = name ?? options.ServerName,
        Authorities = options.Authorities,
        Insecure = insecure,
        Timeout = timeout ?? options.Timeout,
    };

    public static async Task<string?> LineAsync(this ServerLineReader reader) =>
        await reader.ReadAsync(CancellationToken.None) is { } line ? Encoding.Latin1.GetString(line.Wire.Bytes.Span) : null;

    public static ValueTask SendAsync(this IWire wire, string text) =>
        wire.SendAsync(Encoding.Latin1.GetBytes(text), CancellationToken.None);

    public static Task<TlsHandshake> StartTlsAsync(this IWire wire, TlsOptions options) =>
        wire.StartTlsAsync(options, CancellationToken.None);
}
