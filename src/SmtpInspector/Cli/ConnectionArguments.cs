using SmtpInspector.Config;
using SmtpInspector.Kept;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Sasl;
using SmtpInspector.Session;

namespace SmtpInspector.Cli;

/// <summary>The options of <c>connect</c> and <c>run</c>, declared once.</summary>
static class ConnectionArguments
{
    static readonly CliOption Tls = CliOption.Text(
        "--tls",
        "implicit|starttls|auto|none",
        "When TLS begins: implicit (at once), starttls (or not at all), auto (STARTTLS where offered), none (or manual: you type STARTTLS).",
        static () => ["implicit", "starttls", "auto", "none"]);

    static readonly CliOption Insecure = CliOption.Flag("--insecure", "Go on though the certificate does not verify; the problem stays flagged.");
    static readonly CliOption Ca = CliOption.Text("--ca", "FILE", "PEM file of authorities to trust besides the system's.");
    static readonly CliOption ServerName = CliOption.Text("--server-name", "NAME", "The name to ask for (SNI) and to verify.");
    static readonly CliOption TlsMin = CliOption.Text("--tls-min", "1.2|1.3", "The oldest TLS version to speak.", static () => ["1.2", "1.3"]);
    static readonly CliOption TlsMax = CliOption.Text("--tls-max", "1.2|1.3", "The newest TLS version to speak.", static () => ["1.2", "1.3"]);
    static readonly CliOption Cert = CliOption.Text("--cert", "FILE", "PEM file of a client certificate.");
    static readonly CliOption Key = CliOption.Text("--key", "FILE", "PEM file of its private key.");
    static readonly CliOption V4 = CliOption.Flag("-4", "Use IPv4 only.");
    static readonly CliOption V6 = CliOption.Flag("-6", "Use IPv6 only.");
    static readonly CliOption Timeout = CliOption.Text("--timeout", "SECONDS", "Seconds to wait for each reply (and to connect); RFC 5321's minutes when left out.");
    static readonly CliOption Ehlo = CliOption.Text("--ehlo", "NAME", "The name for an EHLO the program sends itself.");
    static readonly CliOption KeepAlive = CliOption.Text("--keepalive", "SECONDS", "Send a visible NOOP after so many idle seconds.");
    static readonly CliOption NoStuffing = CliOption.Flag("--no-stuffing", "Send content lines that begin with a dot as they are.");
    static readonly CliOption Save = CliOption.Text("--save", "FILE", "Record the conversation as a transcript while it goes on.");
    static readonly CliOption Pipeline = CliOption.Flag("--pipeline", "Send groups of commands together where the server offers PIPELINING.");
    static readonly CliOption Json = CliOption.Flag("--json", "Print JSON Lines; implies --line.");
    static readonly CliOption Strict = CliOption.Flag("--strict", "Exit with 1 when the judge finds an error.");
    static readonly CliOption KeepSecrets = CliOption.Flag("--keep-secrets", "Do not leave credentials out of what is shown and saved.");

    static readonly CliOption Fault = CliOption.Texts("--fault", "NAME[=ARG],...", "A fault for the practice server, repeatable; serve --list prints them.", FaultNames.All);

    static readonly CliOption Auth = CliOption.Text(
        "--auth",
        "MECHANISM",
        "Send EHLO and AUTH before the first line, each step explained; auto takes the best both know.",
        static () => [.. SaslMechanisms.Names.Select(name => name.ToLowerInvariant()), SaslMechanisms.Auto]);

    static readonly CliOption User = CliOption.Text("--user", "NAME", "The user name for --auth, and for what a transcript left out.");
    static readonly CliOption PasswordStdin = CliOption.Flag("--password-stdin", "The first line of standard input is the password.");
    static readonly CliOption PasswordCommand = CliOption.Text("--password-command", "CMD", "Run a command; the first line it prints is the password.");

    /// <summary>All of them, in the order of the help.</summary>
    public static CliOption[] All { get; } =
    [
        Tls, Auth, User, PasswordStdin, PasswordCommand, Insecure, Ca, ServerName, TlsMin, TlsMax, Cert, Key, V4, V6, Timeout, Ehlo, KeepAlive,
        NoStuffing, Save, Pipeline, Json, Strict, KeepSecrets, Fault,
    ];

    /// <summary>What the user asked for: what the command line leaves open is as the profile says.</summary>
    /// <exception cref="UsageException">A value is wrong; the message says how to get it right.</exception>
    public static ConversationArguments Read(IGiven given, Profile? profile)
    {
        (string?, string) Given(string name)
        {
            var option = OfServer(name);
            Setting setting = given.Text(option) is { } text ? new(text, option.Name) : profile?.For(option.Name) ?? new(null, option.Name);
            return (setting.Text, setting.Name);
        }

        var arguments = ServerOptions.Read(Given);
        return arguments with
        {
            Connection = arguments.Connection with
            {
                Insecure = given.Has(Insecure),
                Family = FamilyOf(given.Has(V4), given.Has(V6)),
            },
            DotStuffing = !given.Has(NoStuffing),
            Save = given.Text(Save),
            Pipeline = given.Has(Pipeline),
            Json = given.Has(Json),
            Strict = given.Has(Strict),
            KeepSecrets = given.Has(KeepSecrets),
            PasswordStdin = given.Has(PasswordStdin),
            Given = Written(given),
            Faults = given.Texts(Fault) is { } faults ? FaultNames.Split(faults) : [],
        };
    }

    /// <summary>
    /// The same for the client side of a transcript, which says itself whether there is an AUTH: a profile's mechanism
    /// does not add one, its user name and password fill in what the transcript leaves out.
    /// </summary>
    /// <inheritdoc cref="Read"/>
    public static ConversationArguments ReadForScript(IGiven given, Profile? profile) => Read(given, profile?.Without(Auth.Name.TrimStart('-')));

    // A path is kept whole: the next time it is started somewhere else.
    static Dictionary<string, string> Written(IGiven given)
    {
        var written = new Dictionary<string, string>();
        foreach (var name in ServerOptions.Names)
        {
            if (given.Text(OfServer(name)) is { Length: > 0 } text && RecentServer.Keys.Contains(name))
            {
                written[name] = name is "ca" or "cert" or "key" ? Path.GetFullPath(text) : text;
            }
        }

        return written;
    }

    static CliOption OfServer(string name) => Array.Find(All, option => option.Name.AsSpan(2).SequenceEqual(name))
        ?? throw new ArgumentException(name, nameof(name));

    static IpFamily FamilyOf(bool v4, bool v6) => (v4, v6) switch
    {
        (true, true) => throw new UsageException("-4 and -6 exclude each other."),
        (true, false) => IpFamily.V4,
        (false, true) => IpFamily.V6,
        _ => IpFamily.Any,
    };
}
