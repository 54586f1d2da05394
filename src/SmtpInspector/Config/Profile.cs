namespace SmtpInspector.Config;

/// <summary>A server the user has given a name, and how it is to be spoken to.</summary>
/// <param name="Name">The name, which is a target.</param>
/// <param name="Settings">The settings by key, in the order of the file.</param>
sealed record Profile(string Name, IReadOnlyDictionary<string, Setting> Settings)
{
    /// <summary>The key of the server itself.</summary>
    public const string TargetKey = "target";

    /// <summary>Every key: <c>target</c>, and the connection options that belong to a server and not to a run.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        TargetKey, "tls", "auth", "user", "password-command", "ca", "server-name", "tls-min", "tls-max", "cert", "key", "timeout", "ehlo", "keepalive",
    ];

    /// <summary>The server.</summary>
    public string Target => Settings[TargetKey].Text!;

    /// <summary>What the profile says for an option, such as <c>--tls</c>; a setting without text where it says nothing.</summary>
    public Setting For(string option) => Settings.GetValueOrDefault(option.TrimStart('-'), new(null, option));

    /// <summary>The same profile without one of its settings.</summary>
    public Profile Without(string key) => this with
    {
        Settings = Settings.Where(setting => setting.Key != key).ToDictionary(),
    };
}
