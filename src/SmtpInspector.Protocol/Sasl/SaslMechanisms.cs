using System.Security.Cryptography;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>A mechanism to use, and why.</summary>
/// <param name="Mechanism">Its name in upper case; null where none can be used.</param>
/// <param name="Explanation">One line for the user.</param>
public sealed record SaslChoice(string? Mechanism, string Explanation);

/// <summary>The mechanisms there are, and the choice between them.</summary>
public static class SaslMechanisms
{
    /// <summary>Asks for the best mechanism both sides know.</summary>
    public const string Auto = "auto";

    static readonly Row[] Table =
    [
        new("SCRAM-SHA-256", InAuto: true, RevealsSecret: false, (credentials, nonce) => new ScramMechanism("SCRAM-SHA-256", HashAlgorithmName.SHA256, credentials, nonce)),
        new("SCRAM-SHA-1", InAuto: true, RevealsSecret: false, (credentials, nonce) => new ScramMechanism("SCRAM-SHA-1", HashAlgorithmName.SHA1, credentials, nonce)),
        new("CRAM-MD5", InAuto: true, RevealsSecret: false, (credentials, _) => new CramMd5Mechanism(credentials)),
        new("PLAIN", InAuto: true, RevealsSecret: true, (credentials, _) => new PlainMechanism(credentials)),
        new("LOGIN", InAuto: true, RevealsSecret: true, (credentials, _) => new LoginMechanism(credentials)),

        // Their secret is a token, not a password: only who asks for them has one.
        new("OAUTHBEARER", InAuto: false, RevealsSecret: true, (credentials, _) => new OAuthBearerMechanism(credentials)),
        new("XOAUTH2", InAuto: false, RevealsSecret: true, (credentials, _) => new XOAuth2Mechanism(credentials)),
    ];

    /// <summary>Every name, the best first.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(Table, row => row.Name);

    /// <summary>Whether the secret can be read by whoever reads the connection (contract: refused in the clear).</summary>
    public static bool RevealsSecret(string name) => Find(name)?.RevealsSecret ?? false;

    /// <summary>Chooses.</summary>
    /// <param name="offered">The mechanisms the server listed in EHLO, in any case.</param>
    /// <param name="asked">A mechanism's name in any case, or <see cref="Auto"/>. What is asked for by name is used, offered or not.</param>
    public static SaslChoice Choose(IReadOnlyCollection<string> offered, string asked)
    {
        ArgumentNullException.ThrowIfNull(offered);
        ArgumentNullException.ThrowIfNull(asked);
        if (!asked.Equals(Auto, StringComparison.OrdinalIgnoreCase))
        {
            return Find(asked) is not { } row
                ? new(null, $"{asked} is no mechanism known here; known are {string.Join(", ", Names)}")
                : new(row.Name, IsOffered(row) ? $"{row.Name}, as asked" : $"{row.Name}, as asked, though the server does not offer it");
        }

        return Table.FirstOrDefault(row => row.InAuto && IsOffered(row)) is { } best
            ? new(best.Name, $"{best.Name}, the best that both sides know")
            : new(null, "the server offers no mechanism that works with a password");

        bool IsOffered(Row row) => offered.Contains(row.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Begins an exchange.</summary>
    /// <param name="name">A name of <see cref="Names"/>, in any case.</param>
    /// <param name="credentials">Who authenticates.</param>
    /// <param name="nonce">What SCRAM calls nonce: printable ASCII without a comma, new each time (RFC 5802 §5.1).</param>
    /// <exception cref="ArgumentException">The name is not known.</exception>
    public static ISaslMechanism Create(string name, SaslCredentials credentials, string nonce)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentNullException.ThrowIfNull(nonce);
        return (Find(name) ?? throw new ArgumentException($"unknown mechanism {name}", nameof(name))).Create(credentials, nonce);
    }

    static Row? Find(string name) => Array.Find(Table, row => row.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    sealed record Row(string Name, bool InAuto, bool RevealsSecret, Func<SaslCredentials, string, ISaslMechanism> Create);
}
