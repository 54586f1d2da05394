namespace SmtpInspector.Net;

/// <summary>What the command line says about a connection, before any file it names has been read.</summary>
public sealed record ConnectionOptions
{
    /// <summary>What sentences call these options.</summary>
    internal OptionNames Names { get; init; } = OptionNames.CommandLine;

    /// <summary>The TLS mode asked for; null: the target decides.</summary>
    public TlsMode? Tls { get; init; }

    /// <summary>Go on though the certificate does not verify. What is wrong stays flagged.</summary>
    public bool Insecure { get; init; }

    /// <summary>A PEM file of authorities trusted besides the system's.</summary>
    public string? CaFile { get; init; }

    /// <summary>The name asked for (SNI) and verified; null: the host of the target.</summary>
    public string? ServerName { get; init; }

    /// <summary>The oldest TLS version spoken.</summary>
    public TlsVersion TlsMin { get; init; } = TlsVersion.Tls12;

    /// <summary>The newest TLS version spoken.</summary>
    public TlsVersion TlsMax { get; init; } = TlsVersion.Tls13;

    /// <summary>A PEM file with the client certificate, its intermediates behind it.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>A PEM file with its private key; null: it stands in <see cref="CertificateFile"/>.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Which addresses are tried.</summary>
    public IpFamily Family { get; init; }

    /// <summary>How long each reply may take; null: the values of RFC 5321 §4.5.3.2.</summary>
    public TimeSpan? ReplyTimeout { get; init; }

    /// <summary>How long name resolution and connection together may take, and after them the handshake.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
