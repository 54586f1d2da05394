namespace SmtpInspector.Config;

/// <summary>The profiles of a config file, and what is wrong with those that cannot be used.</summary>
/// <param name="Profiles">Those that can be used, in the order of the file.</param>
/// <param name="Problems">What is wrong, in the order of the file.</param>
sealed record ProfileReading(IReadOnlyList<Profile> Profiles, IReadOnlyList<ProfileProblem> Problems)
{
    /// <summary>Neither.</summary>
    public static ProfileReading Empty { get; } = new([], []);
}

/// <summary>Why a profile cannot be used.</summary>
/// <param name="Name">Its name, as far as it could be made out; null above the first one.</param>
/// <param name="Message">The file, line and column, and how to get it right.</param>
sealed record ProfileProblem(string? Name, string Message);
