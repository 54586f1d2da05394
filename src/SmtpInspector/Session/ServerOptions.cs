using System.Globalization;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Sasl;

namespace SmtpInspector.Session;

/// <summary>
/// The connection options that take a value and belong to a server, as text: from the command line, a profile, the list of recent
/// servers or a dialog. Each name is that of the option without its hyphens.
/// </summary>
static class ServerOptions
{
    /// <summary>The names, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["tls", "auth", "user", "password-command", "ca", "server-name", "tls-min", "tls-max", "cert", "key", "timeout", "ehlo", "keepalive"];

    /// <summary>Reads them.</summary>
    /// <param name="option">Gives the text of an option, null where it is left out, and what messages call it.</param>
    /// <exception cref="UsageException">A value is wrong; the message says how to get it right.</exception>
    public static ConversationArguments Read(Func<string, (string? Text, string Name)> option)
    {
        var timeout = Seconds(option("timeout"));
        return new()
        {
            Connection = new ConnectionOptions
            {
                Tls = Tls(option("tls")),
                CaFile = option("ca").Text,
                ServerName = option("server-name").Text,
                TlsMin = Version(option("tls-min")) ?? TlsVersion.Tls12,
                TlsMax = Version(option("tls-max")) ?? TlsVersion.Tls13,
                CertificateFile = option("cert").Text,
                KeyFile = option("key").Text,
                ReplyTimeout = timeout,
                ConnectTimeout = timeout ?? TimeSpan.FromSeconds(30),
            },
            EhloName = EhloName(option("ehlo")),
            KeepAlive = Seconds(option("keepalive")),
            Auth = Mechanism(option("auth")),
            User = option("user").Text,
            PasswordCommand = option("password-command").Text,
        };
    }

    /// <summary>A number of seconds, such as 1.5.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static TimeSpan? Seconds((string? Text, string Name) time)
    {
        if (time.Text is null)
        {
            return null;
        }

        return double.TryParse(time.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86400
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"{time.Name} {time.Text}: it is a number of seconds, above 0 and at most 86400.");
    }

    /// <summary>The name for an EHLO.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static string? EhloName((string? Text, string Name) name) => name.Text is null || (name.Text.Length > 0 && !name.Text.AsSpan().ContainsAny(" \t\r\n"))
        ? name.Text
        : throw new UsageException($"{name.Name} takes one word: a domain, or an address literal such as [192.0.2.1].");

    static string? Mechanism((string? Text, string Name) auth) => auth.Text switch
    {
        null => null,
        var name when name.Equals(SaslMechanisms.Auto, StringComparison.OrdinalIgnoreCase) || SaslMechanisms.Names.Contains(name, StringComparer.OrdinalIgnoreCase) => name,
        _ => throw new UsageException($"{auth.Name} {auth.Text}: it is one of {string.Join(", ", SaslMechanisms.Names).ToLowerInvariant()}, or auto."),
    };

    static TlsMode? Tls((string? Text, string Name) tls) => tls.Text?.ToLowerInvariant() switch
    {
        null => null,
        "implicit" => TlsMode.Implicit,
        "starttls" => TlsMode.StartTls,
        "auto" => TlsMode.Auto,
        "none" or "manual" => TlsMode.None,
        _ => throw new UsageException($"{tls.Name} {tls.Text}: it is implicit, starttls, auto or none."),
    };

    static TlsVersion? Version((string? Text, string Name) version) => version.Text switch
    {
        null => null,
        "1.2" => TlsVersion.Tls12,
        "1.3" => TlsVersion.Tls13,
        _ => throw new UsageException($"{version.Name} {version.Text}: it is 1.2 or 1.3."),
    };
}
