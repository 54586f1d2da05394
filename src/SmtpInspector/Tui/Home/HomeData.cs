using SmtpInspector.Config;
using SmtpInspector.Kept;

namespace SmtpInspector.Tui.Home;

/// <summary>What the home screen knows of files: read once each time it is opened.</summary>
sealed record HomeData
{
    /// <summary>The servers the user has given names.</summary>
    public IReadOnlyList<Profile> Profiles { get; init; } = [];

    /// <summary>The servers spoken to last, the newest first.</summary>
    public IReadOnlyList<RecentServer> Recent { get; init; } = [];

    /// <summary>The conversations that were kept, the newest first.</summary>
    public IReadOnlyList<KeptConversation> Kept { get; init; } = [];

    /// <summary>When it was read, in the user's time zone.</summary>
    public DateTimeOffset Read { get; init; }

    /// <summary>What is wrong with the first profile that cannot be used; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Reads it. Files; slow when there are many conversations.</summary>
    public static HomeData Load(TimeProvider time)
    {
        var data = Profile() with { Read = time.GetLocalNow() };
        return StateFolder.Location is not { } folder ? data : data with
        {
            Recent = RecentServers.Open(folder, time).List(),
            Kept = KeptConversations.Open(folder, time).List(),
        };
    }

    static HomeData Profile()
    {
        try
        {
            var reading = ConfigFile.Profiles();
            return new HomeData { Profiles = reading.Profiles, Problem = reading.Problems is [var first, ..] ? first.Message : null };
        }
        catch (ConfigException wrong)
        {
            return new HomeData { Problem = wrong.Message };
        }
    }
}
