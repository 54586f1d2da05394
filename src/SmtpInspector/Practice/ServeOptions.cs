using System.Net;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Practice;

/// <summary>What was asked of <c>serve</c>.</summary>
public sealed record ServeOptions
{
    /// <summary>The profile's name.</summary>
    public string Profile { get; init; } = PracticeProfiles.Names[0];

    /// <summary>The port with implicit TLS; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The port with STARTTLS; 0 for any free one.</summary>
    public int StartTlsPort { get; init; }

    /// <summary>The address to listen on; anything but loopback is warned of.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>Where the certificate of the authority goes; null for nowhere.</summary>
    public string? CaOut { get; init; }

    /// <summary>Verified addresses and domains; null for the profile's.</summary>
    public IReadOnlyList<string>? Verified { get; init; }

    /// <summary>How long a client may be silent; null for the profile's time.</summary>
    public TimeSpan? Idle { get; init; }

    /// <summary>Fixes credentials and identifiers.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The AWS region that replies name and the SES password is derived for.</summary>
    public string Region { get; init; } = PracticeSettings.DefaultRegion;

    /// <summary>The faults that strike every conversation, each <c>NAME[=ARG]</c>.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Whether connections and messages are listed.</summary>
    public bool Verbose { get; init; }

    /// <summary>The folder accepted messages are saved in; null for none.</summary>
    public string? SaveMessages { get; init; }

    /// <summary>Whether to list what there is instead of serving.</summary>
    public bool List { get; init; }

    /// <summary>Whether the list is of <see cref="Profile"/> alone, with more of it.</summary>
    public bool ListsOne { get; init; }

    /// <summary>The columns of the list.</summary>
    public int Width { get; init; } = 80;
}
