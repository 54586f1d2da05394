namespace SmtpInspector.Net;

/// <summary>A server as a person writes it.</summary>
static class HostPort
{
    /// <summary>HOST:PORT; an IPv6 address in brackets; without a port, as of a Unix-domain socket, the host alone.</summary>
    public static string Format(string host, int port) => port == 0 ? host
        : host.Contains(':', StringComparison.Ordinal) ? FormattableString.Invariant($"[{host}]:{port}")
        : FormattableString.Invariant($"{host}:{port}");
}
