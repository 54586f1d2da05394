using System.Text.RegularExpressions;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>What <c>msmtp --debug</c> prints: its settings, the handshake, then <c>--></c> and <c>&lt;--</c> before the octets of the wire.</summary>
static partial class MsmtpFormat
{
    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "msmtp",
        "msmtp",
        "msmtp --debug ... > FILE 2>&1",
        ShownEndings.Both,
        static text => text.Lines.Any(static line => Signature().IsMatch(line.Head)),
        Read);

    static void Read(LogText text, RecordingBuilder builder)
    {
        var handshake = new Handshake();
        var (part, next) = ("", "");
        string? host = null;
        MarkedReader.Read(text, builder, Marks(), line =>
        {
            if (Setting().Match(line.Head) is { Success: true } setting)
            {
                TakeSetting(setting.Groups["name"].Value, setting.Groups["value"].Value);
                return false;
            }

            if (next == "parameters" && Parameters().Match(line.Head) is { Success: true } parameters)
            {
                handshake.IsMade = true;
                (handshake.Protocol, handshake.Cipher) = (parameters.Groups["protocol"].Value, parameters.Groups["cipher"].Value);
            }

            next = line.Head is "TLS session parameters:" ? "parameters" : "";
            if (line.StartsWith("    ") && !line.StartsWith("        "))
            {
                part = line.WordsFrom(0);
            }
            else if (line.StartsWith("        "))
            {
                TakeCertificate(line.WordsFrom(0));
            }

            // The fingerprints come last of what is said about the certificate.
            if (line.WordsFrom(0).StartsWith("SHA1 (deprecated):", StringComparison.Ordinal) && handshake.Take() is { } tls)
            {
                builder.Event(tls);
            }

            return false;
        });

        void TakeSetting(string name, string value)
        {
            if (name == "host")
            {
                _ = builder.Begin();
                host = value;
                builder.Current.ShowsTls = true;
            }

            var recording = builder.Current;
            recording.Peer = name == "port" && host is not null ? $"{host}:{value}" : recording.Peer;
            recording.Tls = (name, value) switch
            {
                ("tls", "off") => "none",
                ("tls_starttls", "on") => recording.Tls ?? "starttls",
                ("tls_starttls", "off") => recording.Tls ?? "implicit",
                _ => recording.Tls,
            };
        }

        void TakeCertificate(string fact)
        {
            var colon = fact.IndexOf(": ", StringComparison.Ordinal);
            switch (colon < 0 ? part : fact[..colon])
            {
                case "Subject:":
                    handshake.Subject = fact;
                    break;
                case "Issuer:":
                    handshake.Issuer = fact;
                    break;
                case "Activation time":
                    handshake.NotBefore = fact[(colon + 2)..];
                    break;
                case "Expiration time":
                    handshake.NotAfter = fact[(colon + 2)..];
                    break;
                case "SHA256":
                    handshake.Sha256 = fact[(colon + 2)..];
                    break;
            }
        }
    }

    [GeneratedRegex(@"^((?<server><--\ )|(?<client>-->(\ |$)))", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^<-- [2-5]\d\d([ -]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(?<name>host|port|tls|tls_starttls) = (?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^    \((?<protocol>[^)]*)\)-(?<cipher>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Parameters();
}
