namespace SmtpInspector.Protocol.Practice;

/// <summary>What one practice server was started with, the same for all its conversations.</summary>
/// <param name="Profile">Whom it plays.</param>
/// <param name="Credentials">The one account.</param>
/// <param name="Verified">Who may be written from and, in the sandbox, to.</param>
public sealed record PracticeSettings(PracticeProfile Profile, PracticeCredentials Credentials, VerifiedIdentities Verified)
{
    /// <summary>The region replies name and passwords are made for.</summary>
    public string Region { get; init; } = DefaultRegion;

    /// <summary>The faults that strike every conversation, asked for or not.</summary>
    public IReadOnlyList<PracticeFault> Faults { get; init; } = [];

    /// <summary>The region where none is named.</summary>
    public const string DefaultRegion = "us-east-1";
}
