namespace SmtpInspector.Protocol.Practice;

/// <summary>The servers there are to practise on.</summary>
public static class PracticeProfiles
{
    /// <summary>Every profile; the first is the one meant where none is named.</summary>
    public static IReadOnlyList<PracticeProfile> All { get; } = [SesProfile.Profile, PostfixProfile.Profile, GmailProfile.Profile, ExchangeProfile.Profile, LegacyProfile.Profile, StrictProfile.Profile];

    /// <summary>The profile meant where none is named.</summary>
    public static PracticeProfile Default => All[0];

    /// <summary>A profile by its name; null where there is none of that name.</summary>
    public static PracticeProfile? Find(string name) =>
        All.FirstOrDefault(profile => profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
