namespace SmtpInspector.Net;

/// <summary>The TLS mode that a port implies where nothing else decides.</summary>
public static class TlsModes
{
    /// <summary>
    /// Implicit TLS on 465 (RFC 8314 §7.3) and on 2465, its double at Amazon SES; every other port is tried with STARTTLS.
    /// </summary>
    public static TlsMode ForPort(int port) => IsImplicit(port) ? TlsMode.Implicit : TlsMode.Auto;

    /// <summary>The same for a provider known to offer TLS on all its ports: never in the clear.</summary>
    public static TlsMode ForProviderPort(int port) => IsImplicit(port) ? TlsMode.Implicit : TlsMode.StartTls;

    static bool IsImplicit(int port) => port is 465 or 2465;
}
