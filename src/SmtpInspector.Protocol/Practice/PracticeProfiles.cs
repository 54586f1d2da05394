namespace SmtpInspector.Protocol.Practice;

/// <summary>The servers there are to practise on.</summary>
public static class PracticeProfiles
{
    // By name, so that a conversation with one of them does not wait for the tables of all.
    static readonly (string Name, Func<PracticeProfile> Profile)[] Rows =
    [
        ("ses", () => SesProfile.Profile),
        ("postfix", () => PostfixProfile.Profile),
        ("gmail", () => GmailProfile.Profile),
        ("exchange", () => ExchangeProfile.Profile),
        ("legacy", () => LegacyProfile.Profile),
        ("strict", () => StrictProfile.Profile),
    ];

    static readonly Lazy<PracticeProfile[]> Made = new(() => Array.ConvertAll(Rows, row => row.Profile()));

    /// <summary>Every profile; the first is the one meant where none is named.</summary>
    public static IReadOnlyList<PracticeProfile> All => Made.Value;

    /// <summary>Their names, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(Rows, row => row.Name);

    /// <summary>The profile meant where none is named.</summary>
    public static PracticeProfile Default => Rows[0].Profile();

    /// <summary>A profile by its name in any case; null where there is none of that name.</summary>
    public static PracticeProfile? Find(string name)
    {
        foreach (var row in Rows)
        {
            if (row.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return row.Profile();
            }
        }

        return null;
    }
}
