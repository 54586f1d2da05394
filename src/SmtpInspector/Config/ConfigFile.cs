namespace SmtpInspector.Config;

/// <summary>The user's config file (XDG Base Directory Specification).</summary>
static class ConfigFile
{
    /// <summary>Where it is, whether it is there or not; null where the user has no home.</summary>
    public static string? Location
    {
        get
        {
            if (Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } config && Path.IsPathRooted(config))
            {
                return Path.Combine(config, "smtp-inspector", "config");
            }

            if (OperatingSystem.IsWindows())
            {
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "smtp-inspector", "config");
            }

            return Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home
                ? Path.Combine(home, ".config", "smtp-inspector", "config")
                : null;
        }
    }

    /// <summary>Its profiles, in their order; none where there is no file.</summary>
    /// <exception cref="ConfigException">It cannot be read, or something in it is wrong.</exception>
    public static IReadOnlyList<Profile> Profiles()
    {
        if (Location is not { } path || !File.Exists(path))
        {
            return [];
        }

        try
        {
            return new ProfileReader(path).Read(File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigException($"{path}: {error.Message}");
        }
    }

    /// <summary>The profile a target names; null where the target is none.</summary>
    /// <exception cref="ConfigException">The file had to be looked into, and something in it is wrong.</exception>
    public static Profile? Find(string? target)
    {
        // What cannot be a profile's name works whatever the file says.
        if (target is null or "practice" or "gmail" || target.AsSpan().ContainsAny(":/["))
        {
            return null;
        }

        foreach (var profile in Profiles())
        {
            if (profile.Name == target)
            {
                return profile;
            }
        }

        return null;
    }
}
