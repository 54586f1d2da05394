using SmtpInspector.Config;

namespace SmtpInspector.Kept;

/// <summary>A server that was spoken to.</summary>
/// <param name="Target">The target as it was typed.</param>
/// <param name="Options">The options of <c>connect</c> given with it, by name without hyphens. Never a secret, nor one that switches a protection off.</param>
/// <param name="Last">When last, UTC.</param>
sealed record RecentServer(string Target, IReadOnlyDictionary<string, string> Options, DateTimeOffset Last)
{
    /// <summary>
    /// The options that are kept: those a profile may have, but no command that prints a password, for the password may stand in it.
    /// </summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Profile.Keys.Where(key => key is not (Profile.TargetKey or "password-command"))];

    /// <summary>The same as a profile, which is how options reach a conversation without being typed.</summary>
    public Profile AsProfile()
    {
        var settings = Options.ToDictionary(option => option.Key, option => new Setting(option.Value, $"--{option.Key}"));
        settings[Profile.TargetKey] = new(Target, Profile.TargetKey);
        return new Profile(Target, settings);
    }

    /// <summary>As one would type it behind <c>connect</c>, for a list.</summary>
    public override string ToString() => string.Join(' ', Options.Select(option => $"--{option.Key} {option.Value}").Prepend(Target));
}
