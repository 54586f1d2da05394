using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Hostile;

/// <summary>
/// One misbehaviour of a server, and what the program promises for it. Nothing here knows how the conversation is held:
/// the same row is played in line mode, within the process and as a process, and on whatever comes beside it.
/// </summary>
/// <param name="Name">The misbehaviour, as the end of the sentence "a server that …" or the name of a thing.</param>
/// <param name="Status">The exit status that is promised.</param>
/// <param name="Findings">Every rule the judge must find, and no other, in alphabetical order.</param>
/// <param name="Input">The lines a user types.</param>
/// <param name="Steps">What the server does.</param>
sealed record HostileRow(string Name, int Status, string Findings, string Input, params ServerStep[] Steps)
{
    /// <summary>When TLS begins, as <c>--tls</c> has it.</summary>
    public string Tls { get; init; } = "none";

    /// <summary>What is typed only when the client has shown something; null where everything is typed at once.</summary>
    public LaterLines? Then { get; init; }

    /// <summary>Options besides.</summary>
    public string[] Options { get; init; } = [];

    /// <summary>The authority that the client trusts; null: only the system's.</summary>
    public X509Certificate2? Trusted { get; init; }

    /// <summary>Whether the client ends the conversation with octets of the server's unread.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether what the server says is no conversation but the ruins of a handshake, of which no octet is recorded.</summary>
    public bool IsNoConversation { get; init; }

    /// <summary>Whether what the server hears is the client's handshake, which it does not answer with one.</summary>
    public bool IsHandshake => Tls == "implicit" && !Steps.Any(step => step is ServerStep.Secure);

    /// <summary>Whether the server sends more than fits into any memory.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Whether the row waits for a time limit.</summary>
    public bool IsSlow => Options.Contains("--timeout");

    /// <summary>Whether it turns on lines that were written before the reply was known: a person reads it first, and types otherwise.</summary>
    public bool IsWrittenAhead => Says == "skipped";

    /// <summary>What must stand in what the user is told.</summary>
    public string Says { get; init; } = "";

    /// <summary>What the server must have heard in the end; null where that does not matter.</summary>
    public string? Heard { get; init; }

    /// <summary>The options for the command line; what they name is written below a home.</summary>
    public string[] Arguments(TestHome home) =>
    [
        "--tls", Tls, "--keep-secrets", .. Options,
        .. Trusted is null ? (string[])[] : ["--ca", home.Write("ca.pem", Trusted.ExportCertificatePem() + "\n")],
    ];

    public override string ToString() => Name;

    /// <summary>Lines of a user's who waits for something.</summary>
    /// <param name="Shown">What the client must have shown before.</param>
    /// <param name="Lines">The lines.</param>
    public sealed record LaterLines(string Shown, string Lines);
}
