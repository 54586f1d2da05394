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
    public IReadOnlyList<ChosenFault> Faults { get; init; } = [];

    /// <summary>The time that replies give. Always the same one where there is no clock, so that a run can be repeated.</summary>
    public Func<DateTimeOffset> Now { get; init; } = () => SameTime;

    /// <summary>The moment of every reply of a server without a clock, or with a seed.</summary>
    public static DateTimeOffset SameTime { get; } = new(2026, 11, 22, 9, 41, 7, TimeSpan.Zero);

    /// <summary>The region where none is named.</summary>
    public const string DefaultRegion = "us-east-1";

    /// <summary>Whether a dot between bare line feeds ends content, by a fault.</summary>
    internal bool LenientEnd { get; private init; }

    /// <summary>The same, with what faults change before a client comes.</summary>
    internal PracticeSettings Faulty()
    {
        var changed = this;
        foreach (var fault in Faults)
        {
            changed = fault.Trouble switch
            {
                PracticeTrouble.NoStartTls => changed with { Profile = changed.Profile.WithoutStartTls() },
                PracticeTrouble.SizeLimit(var octets) => changed with { Profile = changed.Profile.WithMessageLimit(octets) },
                PracticeTrouble.LenientEnd => changed with { LenientEnd = true },
                _ => changed,
            };
        }

        return changed;
    }
}
