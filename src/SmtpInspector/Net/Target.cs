using System.Diagnostics.CodeAnalysis;

namespace SmtpInspector.Net;

/// <summary>What is to be connected to.</summary>
public abstract record Target
{
    Target(string written, TlsMode tls)
    {
        Written = written;
        Tls = tls;
    }

    /// <summary>The target as it was written.</summary>
    public string Written { get; }

    /// <summary>The TLS mode where the user names none.</summary>
    public TlsMode Tls { get; }

    /// <summary>A port of a host.</summary>
    /// <param name="Written">The target as it was written.</param>
    /// <param name="Host">A DNS name in ASCII, or an IP address without brackets.</param>
    /// <param name="Port">From 1 to 65535.</param>
    /// <param name="Tls">The TLS mode where the user names none.</param>
    public sealed record Tcp(string Written, string Host, int Port, TlsMode Tls) : Target(Written, Tls);

    /// <summary>A Unix-domain socket.</summary>
    /// <param name="Written">The target as it was written.</param>
    /// <param name="Path">The socket's path.</param>
    public sealed record Unix(string Written, string Path) : Target(Written, TlsMode.None);

    /// <summary>The embedded practice server, to be started for this run.</summary>
    /// <param name="Written">The target as it was written.</param>
    /// <param name="Profile">The profile's name.</param>
    public sealed record Practice(string Written, string Profile) : Target(Written, TlsMode.Implicit)
    {
        /// <summary>The faults behind plus signs, each <c>NAME[=ARG]</c>.</summary>
        public IReadOnlyList<string> Faults { get; init; } = [];
    }

    /// <summary>Understands a target, or says in a sentence or two what is wrong with it and how to write it.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out Target? target, [NotNullWhen(false)] out string? error)
    {
        (target, error) = TargetParser.Parse(text);
        return target is not null;
    }
}
