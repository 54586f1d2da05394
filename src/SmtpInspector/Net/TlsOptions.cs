using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Net.Certificates;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net;

/// <summary>What a TLS handshake goes by, its files read.</summary>
public sealed record TlsOptions
{
    /// <summary>The name asked for (SNI) and verified: a DNS name in ASCII, or an IP address.</summary>
    public required string ServerName { get; init; }

    /// <summary>What sentences call the options of the connection.</summary>
    internal OptionNames Names { get; init; } = OptionNames.CommandLine;

    /// <summary>Go on though the certificate does not verify, and discard plaintext in place of the handshake.</summary>
    public bool Insecure { get; init; }

    /// <summary>
    /// Asked during the handshake, about a certificate that does not verify, whether the handshake may be completed all the
    /// same; whoever says so decides afterwards whether anything is sent. Must not wait for anybody. Null: it may not.
    /// </summary>
    internal Func<TlsSession, bool>? MayComplete { get; init; }

    /// <summary>Certificates trusted besides the system's.</summary>
    public X509Certificate2Collection Authorities { get; init; } = [];

    /// <summary>Where the system's authorities are looked up; null: the runtime has them.</summary>
    internal RootDirectory? Index { get; init; } = TrustStore.Index;

    /// <summary>The client certificate with its key and intermediates.</summary>
    public SslStreamCertificateContext? ClientCertificate { get; init; }

    /// <summary>The oldest version spoken.</summary>
    public TlsVersion Min { get; init; } = TlsVersion.Tls12;

    /// <summary>The newest version spoken.</summary>
    public TlsVersion Max { get; init; } = TlsVersion.Tls13;

    /// <summary>How long the handshake may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Makes them of what the command line says, reading the files it names. False: a file or a combination is wrong,
    /// which is wrong usage; <paramref name="error"/> says what, and how to get it right.
    /// </summary>
    /// <param name="options">What the command line says.</param>
    /// <param name="host">The host of the target; null for a Unix-domain socket, which has no name of its own.</param>
    /// <param name="tls">The result.</param>
    /// <param name="error">What is wrong.</param>
    public static bool TryLoad(
        ConnectionOptions options,
        string? host,
        [NotNullWhen(true)] out TlsOptions? tls,
        [NotNullWhen(false)] out string? error)
    {
        tls = null;
        if ((options.ServerName ?? host) is not { Length: > 0 } name)
        {
            error = $"TLS on a Unix-domain socket needs the name to verify: add {options.Names.Taking(("server-name", "NAME"))}.";
            return false;
        }

        if (options.TlsMin > options.TlsMax)
        {
            error = $"{options.Names.Set("tls-min", "1.3")} and {options.Names.Set("tls-max", "1.2")} leave no version. Leave one of them out.";
            return false;
        }

        if (!TryLoadFiles(options, out var authorities, out var client, out error))
        {
            return false;
        }

        tls = new TlsOptions
        {
            ServerName = VerifiableName(name),
            Names = options.Names,
            Insecure = options.Insecure,
            Authorities = authorities,
            ClientCertificate = client,
            Min = options.TlsMin,
            Max = options.TlsMax,
            Timeout = options.ConnectTimeout,
        };
        error = null;
        return true;
    }

    static bool TryLoadFiles(
        ConnectionOptions options,
        out X509Certificate2Collection authorities,
        out SslStreamCertificateContext? client,
        [NotNullWhen(false)] out string? error)
    {
        authorities = [];
        client = null;
        error = null;
        if (options.CaFile is { } file && !PemFiles.TryReadAuthorities(options.Names, file, authorities, out error))
        {
            return false;
        }

        if (options.CertificateFile is { } certificate)
        {
            return PemFiles.TryReadClient(options.Names, certificate, options.KeyFile, out client, out error);
        }

        error = options.KeyFile is null ? null : $"{options.Names.Taking(("key", "FILE"))} needs {options.Names.Taking(("cert", "FILE"))}: the certificate that the key belongs to.";
        return error is null;
    }

    // RFC 6066 §3: the name in SNI has no trailing dot. A zone says where an address is, not whose.
    static string VerifiableName(string name) => name.TrimEnd('.') is var bare && bare.IndexOf('%', StringComparison.Ordinal) is > 0 and var zone
        ? bare[..zone]
        : bare;
}
