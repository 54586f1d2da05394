using System.Net;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Net.Practice;

/// <summary>How a practice server is started. What is left out is what the profile says, or what is safe.</summary>
public sealed record PracticeServerOptions
{
    /// <summary>Whom it plays.</summary>
    public PracticeProfile Profile { get; init; } = PracticeProfiles.Default;

    /// <summary>Where it listens. Anything but loopback lets strangers in: the caller warns.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port with implicit TLS; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The port with STARTTLS; 0 for any free one.</summary>
    public int StartTlsPort { get; init; }

    /// <summary>The verified addresses and domains; null for the profile's.</summary>
    public IReadOnlyList<string>? Verified { get; init; }

    /// <summary>How long a client may be silent; null for the profile's time.</summary>
    public TimeSpan? Idle { get; init; }

    /// <summary>Fixes credentials and identifiers; null for new ones at every start.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The region in replies and the one the password is derived for.</summary>
    public string Region { get; init; } = PracticeSettings.DefaultRegion;

    /// <summary>Faults that strike every conversation.</summary>
    public IReadOnlyList<ChosenFault> Faults { get; init; } = [];

    /// <summary>How many clients are served at once; the next is told 421.</summary>
    public int MaxConnections { get; init; } = 250;

    /// <summary>How long a TLS handshake may take: a half-open one must not hold a connection.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the content of one message may take, however steadily it trickles (RFC 5321 §4.5.3.2.6 allows 10 minutes).</summary>
    public TimeSpan ContentTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Called for everything worth telling, from any thread, never twice at once. It must not block for long.</summary>
    public Action<PracticeNotice>? Notice { get; init; }

    /// <summary>The clock that waits are measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
