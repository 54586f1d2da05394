using System.CommandLine;
using SmtpInspector.Config;
using SmtpInspector.Kept;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Sasl;
using SmtpInspector.Session;

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
        (string?, string) Given(string name)
        {
            var option = OfServer(name);
            Setting setting = parsed.GetValue(option) is { } text ? new(text, option.Name) : profile?.For(option.Name) ?? new(null, option.Name);
            return (setting.Text, setting.Name);
        }

        var arguments = ServerOptions.Read(Given);
        return arguments with
        {
            Connection = arguments.Connection with
            {
                Insecure = parsed.GetValue(_insecure),
                Family = FamilyOf(parsed.GetValue(_v4), parsed.GetValue(_v6)),
            },
            DotStuffing = !parsed.GetValue(_noStuffing),
            Save = parsed.GetValue(_save),
            Pipeline = parsed.GetValue(_pipeline),
            Json = parsed.GetValue(_json),
            Strict = parsed.GetValue(_strict),
            KeepSecrets = parsed.GetValue(_keepSecrets),
            PasswordStdin = parsed.GetValue(_passwordStdin),
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
        foreach (var option in ServerOptions.Names.Where(RecentServer.Keys.Contains).Select(OfServer))
        {
            if (parsed.GetValue(option) is { Length: > 0 } text)
            {
                written[option.Name.TrimStart('-')] = option == _ca || option == _cert || option == _key ? Path.GetFullPath(text) : text;
            }
        }

        return written;
    }

    Option<string> OfServer(string name) => name switch
    {
        "tls" => _tls,
        "auth" => _auth,
        "user" => _user,
        "password-command" => _passwordCommand,
        "ca" => _ca,
        "server-name" => _serverName,
        "tls-min" => _tlsMin,
        "tls-max" => _tlsMax,
        "cert" => _cert,
        "key" => _key,
        "timeout" => _timeout,
        "ehlo" => _ehlo,
        "keepalive" => _keepAlive,
        _ => throw new ArgumentException(name, nameof(name)),
    };

    static IpFamily FamilyOf(bool v4, bool v6) => (v4, v6) switch
    {
        (true, true) => throw new UsageException("-4 and -6 exclude each other."),
        (true, false) => IpFamily.V4,
        (false, true) => IpFamily.V6,
        _ => IpFamily.Any,
    };
}
