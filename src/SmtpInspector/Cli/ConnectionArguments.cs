using SmtpInspector.Session;
using System.CommandLine;
using System.Globalization;
using SmtpInspector.Config;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Sasl;

namespace SmtpInspector.Cli;

/// <summary>The options of <c>connect</c> and <c>run</c>, declared once.</summary>
sealed class ConnectionArguments
{
    readonly Option<string> _tls = new("--tls")
    {
        Description = "When TLS begins: implicit (at once), starttls (or not at all), auto (STARTTLS where offered), none (or manual: you type STARTTLS).",
        HelpName = "implicit|starttls|auto|none",
    };

    readonly Option<bool> _insecure = new("--insecure") { Description = "Go on though the certificate does not verify; the problem stays flagged." };
    readonly Option<string> _ca = new("--ca") { Description = "PEM file of authorities to trust besides the system's.", HelpName = "FILE" };
    readonly Option<string> _serverName = new("--server-name") { Description = "The name to ask for (SNI) and to verify.", HelpName = "NAME" };
    readonly Option<string> _tlsMin = new("--tls-min") { Description = "The oldest TLS version to speak.", HelpName = "1.2|1.3" };
    readonly Option<string> _tlsMax = new("--tls-max") { Description = "The newest TLS version to speak.", HelpName = "1.2|1.3" };
    readonly Option<string> _cert = new("--cert") { Description = "PEM file of a client certificate.", HelpName = "FILE" };
    readonly Option<string> _key = new("--key") { Description = "PEM file of its private key.", HelpName = "FILE" };
    readonly Option<bool> _v4 = new("-4") { Description = "Use IPv4 only." };
    readonly Option<bool> _v6 = new("-6") { Description = "Use IPv6 only." };
    readonly Option<string> _timeout = new("--timeout") { Description = "Seconds to wait for each reply (and to connect); RFC 5321's minutes when left out.", HelpName = "SECONDS" };
    readonly Option<string> _ehlo = new("--ehlo") { Description = "The name for an EHLO the program sends itself.", HelpName = "NAME" };
    readonly Option<string> _keepAlive = new("--keepalive") { Description = "Send a visible NOOP after so many idle seconds.", HelpName = "SECONDS" };
    readonly Option<bool> _noStuffing = new("--no-stuffing") { Description = "Send content lines that begin with a dot as they are." };
    readonly Option<string> _save = new("--save") { Description = "Record the conversation as a transcript while it goes on.", HelpName = "FILE" };
    readonly Option<bool> _pipeline = new("--pipeline") { Description = "Send groups of commands together where the server offers PIPELINING." };
    readonly Option<bool> _json = new("--json") { Description = "Print JSON Lines; implies --line." };
    readonly Option<bool> _strict = new("--strict") { Description = "Exit with 1 when the judge finds an error." };
    readonly Option<bool> _keepSecrets = new("--keep-secrets") { Description = "Do not leave credentials out of what is shown and saved." };

    readonly Option<string[]> _fault = new("--fault") { Description = "A fault for the practice server, repeatable; serve --list prints them.", HelpName = "NAME[=ARG],..." };

    readonly Option<string> _auth = new("--auth") { Description = "Send EHLO and AUTH before the first line, each step explained; auto takes the best both know.", HelpName = "MECHANISM" };
    readonly Option<string> _user = new("--user") { Description = "The user name for --auth, and for what a transcript left out.", HelpName = "NAME" };
    readonly Option<bool> _passwordStdin = new("--password-stdin") { Description = "The first line of standard input is the password." };
    readonly Option<string> _passwordCommand = new("--password-command") { Description = "Run a command; the first line it prints is the password.", HelpName = "CMD" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _tls, _auth, _user, _passwordStdin, _passwordCommand, _insecure, _ca, _serverName, _tlsMin, _tlsMax, _cert, _key, _v4, _v6, _timeout, _ehlo, _keepAlive,
            _noStuffing, _save, _pipeline, _json, _strict, _keepSecrets, _fault,
        })
        {
            command.Options.Add(option);
        }

        _auth.CompletionSources.Add([.. SaslMechanisms.Names.Select(name => name.ToLowerInvariant()), SaslMechanisms.Auto]);
        _fault.CompletionSources.Add(_ => FaultNames.Complete());
        _tls.CompletionSources.Add("implicit", "starttls", "auto", "none");
        _tlsMin.CompletionSources.Add("1.2", "1.3");
        _tlsMax.CompletionSources.Add("1.2", "1.3");
    }

    /// <summary>What the user asked for: what the command line leaves open is as the profile says.</summary>
    /// <exception cref="UsageException">A value is wrong; the message says how to get it right.</exception>
    public ConversationArguments Read(ParseResult parsed, Profile? profile)
    {
        Setting Given(Option<string> option) =>
            parsed.GetValue(option) is { } text ? new(text, option.Name) : profile?.For(option.Name) ?? new(null, option.Name);

        var timeout = Seconds(Given(_timeout));
        return new()
        {
            Connection = new ConnectionOptions
            {
                Tls = TlsModeOf(Given(_tls)),
                Insecure = parsed.GetValue(_insecure),
                CaFile = Given(_ca).Text,
                ServerName = Given(_serverName).Text,
                TlsMin = VersionOf(Given(_tlsMin)) ?? TlsVersion.Tls12,
                TlsMax = VersionOf(Given(_tlsMax)) ?? TlsVersion.Tls13,
                CertificateFile = Given(_cert).Text,
                KeyFile = Given(_key).Text,
                Family = FamilyOf(parsed.GetValue(_v4), parsed.GetValue(_v6)),
                ReplyTimeout = timeout,
                ConnectTimeout = timeout ?? TimeSpan.FromSeconds(30),
            },
            EhloName = EhloNameOf(Given(_ehlo)),
            KeepAlive = Seconds(Given(_keepAlive)),
            DotStuffing = !parsed.GetValue(_noStuffing),
            Save = parsed.GetValue(_save),
            Pipeline = parsed.GetValue(_pipeline),
            Json = parsed.GetValue(_json),
            Strict = parsed.GetValue(_strict),
            KeepSecrets = parsed.GetValue(_keepSecrets),
            Auth = MechanismOf(Given(_auth)),
            User = Given(_user).Text,
            PasswordStdin = parsed.GetValue(_passwordStdin),
            PasswordCommand = Given(_passwordCommand).Text,
            Given = Written(parsed),
            Faults = FaultNames.Split(parsed.GetValue(_fault)),
        };
    }

    /// <summary>
    /// The same for the client side of a transcript, which says itself whether there is an AUTH: a profile's mechanism
    /// does not add one, its user name and password fill in what the transcript leaves out.
    /// </summary>
    /// <inheritdoc cref="Read"/>
    public ConversationArguments ReadForScript(ParseResult parsed, Profile? profile) => Read(parsed, profile?.Without(_auth.Name.TrimStart('-')));

    // A path is kept whole: the next time it is started somewhere else.
    Dictionary<string, string> Written(ParseResult parsed)
    {
        var written = new Dictionary<string, string>();
        foreach (var option in new[] { _tls, _auth, _user, _ca, _serverName, _tlsMin, _tlsMax, _cert, _key, _timeout, _ehlo, _keepAlive })
        {
            if (parsed.GetValue(option) is { Length: > 0 } text)
            {
                written[option.Name.TrimStart('-')] = option == _ca || option == _cert || option == _key ? Path.GetFullPath(text) : text;
            }
        }

        return written;
    }

    static string? MechanismOf(Setting auth) => auth.Text switch
    {
        null => null,
        var name when name.Equals(SaslMechanisms.Auto, StringComparison.OrdinalIgnoreCase) || SaslMechanisms.Names.Contains(name, StringComparer.OrdinalIgnoreCase) => name,
        _ => throw new UsageException($"{auth.Name} {auth.Text}: it is one of {string.Join(", ", SaslMechanisms.Names).ToLowerInvariant()}, or auto."),
    };

    static TlsMode? TlsModeOf(Setting tls) => tls.Text?.ToLowerInvariant() switch
    {
        null => null,
        "implicit" => TlsMode.Implicit,
        "starttls" => TlsMode.StartTls,
        "auto" => TlsMode.Auto,
        "none" or "manual" => TlsMode.None,
        _ => throw new UsageException($"{tls.Name} {tls.Text}: it is implicit, starttls, auto or none."),
    };

    static TlsVersion? VersionOf(Setting version) => version.Text switch
    {
        null => null,
        "1.2" => TlsVersion.Tls12,
        "1.3" => TlsVersion.Tls13,
        _ => throw new UsageException($"{version.Name} {version.Text}: it is 1.2 or 1.3."),
    };

    static IpFamily FamilyOf(bool v4, bool v6) => (v4, v6) switch
    {
        (true, true) => throw new UsageException("-4 and -6 exclude each other."),
        (true, false) => IpFamily.V4,
        (false, true) => IpFamily.V6,
        _ => IpFamily.Any,
    };

    /// <summary>A number of seconds, such as 1.5.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    internal static TimeSpan? Seconds(Setting time)
    {
        if (time.Text is null)
        {
            return null;
        }

        return double.TryParse(time.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 86400
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"{time.Name} {time.Text}: it is a number of seconds, above 0 and at most 86400.");
    }

    static string? EhloNameOf(Setting name) => name.Text is null || (name.Text.Length > 0 && !name.Text.AsSpan().ContainsAny(" \t\r\n"))
        ? name.Text
        : throw new UsageException($"{name.Name} takes one word: a domain, or an address literal such as [192.0.2.1].");
}
