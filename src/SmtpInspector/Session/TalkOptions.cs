using SmtpInspector.Net;

namespace SmtpInspector.Session;

/// <summary>What the command line says about a conversation.</summary>
sealed record TalkOptions
{
    /// <summary>The server.</summary>
    public required Target Target { get; init; }

    /// <summary>How to connect.</summary>
    public required ConnectionOptions Connection { get; init; }

    /// <summary>TLS with its files read; null where the target can never speak TLS.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>When TLS begins.</summary>
    public required TlsMode Mode { get; init; }

    /// <summary>The name for EHLO where the program sends it; null: the host's own.</summary>
    public string? EhloName { get; init; }

    /// <summary>Visible NOOPs after this long a silence of the client's; null: none.</summary>
    public TimeSpan? KeepAlive { get; init; }

    /// <summary>Whether content lines that begin with a dot get another one.</summary>
    public bool DotStuffing { get; init; } = true;

    /// <summary>Whether groups of commands are sent together where the server offers PIPELINING.</summary>
    public bool Pipeline { get; init; }

    /// <summary>Whether a finding of severity error makes the exit status 1.</summary>
    public bool Strict { get; init; }

    /// <summary>The exchange the program makes before the user's first line; null: none.</summary>
    public AuthRequest? Auth { get; init; }
}
