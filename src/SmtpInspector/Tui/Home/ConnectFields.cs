using SmtpInspector.Config;
using SmtpInspector.Net;
using SmtpInspector.Protocol.Practice;
using SmtpInspector.Protocol.Sasl;
using SmtpInspector.Session;

namespace SmtpInspector.Tui.Home;

/// <summary>Every option of <c>connect</c> as a field, those that one needs most first.</summary>
static class ConnectFields
{
    public const string Server = "target";
    public const string Auth = "auth";
    public const string User = "user";
    public const string Password = "password";
    public const string Versions = "versions";
    public const string Family = "family";
    public const string Faults = "fault";

    const string Newest = "1.3";
    const string Older = "1.2";
    const string SomeFaults = "there are greylisting, no-such-user, delay=3, 421=RCPT and others";

    /// <summary>The fields.</summary>
    public static IReadOnlyList<ConnectField> All { get; } =
    [
        new(Server, "Server", "also ses:REGION, gmail, practice:PROFILE, unix:PATH, a profile")
        {
            IsFirst = true, Placeholder = "for example: mail.example.org:587", Wrong = WrongTarget,
        },
        new("tls", "TLS", "")
        {
            IsFirst = true,
            Kind = ConnectFieldKind.Choice,
            Choices =
            [
                ("", "by port", "465 and 2465 begin with TLS; on others STARTTLS, where offered"),
                ("implicit", "implicit", "TLS from the first octet"),
                ("starttls", "starttls", "EHLO and STARTTLS are sent for you; without TLS it ends there"),
                ("auto", "auto", "STARTTLS is sent for you where offered, else in the clear"),
                ("none", "none", "in the clear; STARTTLS typed by hand still begins TLS"),
            ],
        },
        new(Auth, "Log in", "")
        {
            IsFirst = true,
            Kind = ConnectFieldKind.Choice,
            Choices =
            [
                ("", "no", "you log in by hand, or not at all"),
                (SaslMechanisms.Auto, "yes", "EHLO and the best AUTH both sides know are sent for you"),
                .. SaslMechanisms.Names.Select(name => (name.ToLowerInvariant(), name.ToLowerInvariant(), $"EHLO and AUTH {name} are sent for you, each step shown")),
            ],
        },
        new(User, "User name", "SES: the SMTP user name, AKIA...; Gmail: your address") { IsFirst = true, Placeholder = "none", Wrong = WrongUser },
        new(Password, "Password", "never shown and never kept; left empty, it is asked for") { IsFirst = true, Kind = ConnectFieldKind.Secret },
        new("password-command", "Password from", "a command; the first line it prints is the password") { Placeholder = "for example: pass show mail" },
        new("insecure", "Any certificate", "go on though it does not verify; the problem stays flagged") { Kind = ConnectFieldKind.Toggle },
        new("ca", "CA file", "PEM file of authorities to trust besides the system's") { Kind = ConnectFieldKind.Path },
        new("server-name", "Server name", "the name to ask for (SNI) and to verify; else the server's"),
        new(Versions, "TLS versions", "")
        {
            Kind = ConnectFieldKind.Choice,
            Choices = [("", "1.2 and 1.3", "the newest that both sides speak"), (Older, "1.2 only", "for servers that stumble over 1.3"), (Newest, "1.3 only", "it ends where the server speaks only 1.2")],
        },
        new("cert", "Client cert", "PEM file of a client certificate, its intermediates behind it") { Kind = ConnectFieldKind.Path },
        new("key", "Its key", "PEM file of its private key; else it stands in the other file")
        {
            Kind = ConnectFieldKind.Path,
            Wrong = static (text, values, _) => text.Length > 0 && values["cert"].Length == 0 ? "The certificate that the key belongs to is missing above." : null,
        },
        new(Family, "Addresses", "")
        {
            Kind = ConnectFieldKind.Choice,
            Choices = [("", "all", "IPv6 and IPv4, whichever answers first"), ("4", "IPv4", "IPv4 only"), ("6", "IPv6", "IPv6 only")],
        },
        new("timeout", "Time limit", "seconds for each reply; else RFC 5321's minutes") { Wrong = static (text, _, _) => Wrong(() => ServerOptions.Seconds((Given(text), "Time limit"))) },
        new("ehlo", "EHLO name", "for an EHLO the program sends itself; else this host's name") { Wrong = static (text, _, _) => Wrong(() => ServerOptions.EhloName((Given(text), "EHLO name"))) },
        new("keepalive", "Keep alive", "a visible NOOP after so many idle seconds") { Placeholder = "off", Wrong = static (text, _, _) => Wrong(() => ServerOptions.Seconds((Given(text), "Keep alive"))) },
        new("pipeline", "Pipelining", "send groups of commands together where the server offers it") { Kind = ConnectFieldKind.Toggle },
        new("no-stuffing", "No stuffing", "send content lines that begin with a dot as they are") { Kind = ConnectFieldKind.Toggle },
        new("save", "Save to", "a transcript, written while it goes on") { Kind = ConnectFieldKind.Path, Placeholder = "for example: talk.smtp" },
        new("keep-secrets", "Keep secrets", "credentials stay readable on the screen and in that file") { Kind = ConnectFieldKind.Toggle },
        new(Faults, "Faults", "of the practice server; several with commas, as 421=RCPT") { Wrong = WrongFaults },
        new("impatient", "Impatient", "the practice server hangs up when idle, as the real one does") { Kind = ConnectFieldKind.Toggle },
    ];

    /// <summary>A text that was filled in; null for an empty one.</summary>
    public static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;

    static string? WrongTarget(string text, ConnectForm values, IReadOnlyList<Profile> profiles)
    {
        var name = text.Trim();
        if (profiles.Any(profile => profile.Name == name))
        {
            return null;
        }

        return !Target.TryParse(name, out var target, out var error) ? error
            : target is Target.Practice practice && !PracticeSetup.TryParse(practice.Profile, practice.Faults, out _, out error, SomeFaults) ? Sentence(error)
            : null;
    }

    // The practice server's own account needs none.
    static string? WrongUser(string text, ConnectForm values, IReadOnlyList<Profile> profiles) =>
        values[Auth].Length > 0 && text.Length == 0 && profiles.All(profile => profile.Name != values[Server].Trim())
            && Target.TryParse(values[Server].Trim(), out var target, out _) && target is not Target.Practice
            ? "To log in, a user name is needed." : null;

    static string? WrongFaults(string text, ConnectForm values, IReadOnlyList<Profile> profiles)
    {
        var faults = Words(text);
        return faults.Length == 0 ? null
            : !Target.TryParse(values[Server].Trim(), out var target, out _) || target is not Target.Practice practice ? "Only the practice server has faults: the server is practice, or practice:PROFILE."
            : PracticeSetup.TryParse(practice.Profile, faults, out _, out var error, SomeFaults) ? null
            : Sentence(error);
    }

    /// <summary>The faults in a text.</summary>
    public static string[] Words(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static string Sentence(string error) => $"{char.ToUpperInvariant(error[0])}{error[1..]}.";

    static string? Wrong<T>(Func<T> read)
    {
        try
        {
            _ = read();
            return null;
        }
        catch (UsageException wrong)
        {
            return wrong.Message;
        }
    }
}
