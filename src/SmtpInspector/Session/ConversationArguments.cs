using SmtpInspector.Net;

namespace SmtpInspector.Session;

/// <summary>What the command line says about a conversation.</summary>
sealed record ConversationArguments
{
    public required ConnectionOptions Connection { get; init; }

    public string? EhloName { get; init; }

    public TimeSpan? KeepAlive { get; init; }

    public bool DotStuffing { get; init; } = true;

    public string? Save { get; init; }

    public bool Pipeline { get; init; }

    public bool Json { get; init; }

    public bool Strict { get; init; }

    public bool KeepSecrets { get; init; }

    public string? Auth { get; init; }

    public string? User { get; init; }

    public bool PasswordStdin { get; init; }

    public string? PasswordCommand { get; init; }

    /// <summary>The faults of an embedded practice server, each <c>NAME[=ARG]</c>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The options written on the command line that a list of recent servers keeps, by name without hyphens.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>The target as it was typed, which may be a profile's name; null where none was.</summary>
    public string? Typed { get; init; }

    /// <summary>How long an embedded practice server bears silence; null for as long as the one it plays does.</summary>
    public TimeSpan? PracticeIdle { get; init; }
}
