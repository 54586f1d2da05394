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

    /// <summary>Its profiles, in their order, and what is wrong with others; neither where there is no file.</summary>
    /// <exception cref="ConfigException">It cannot be read.</exception>
    public static ProfileReading Profiles()
    {
        if (Location is not { } path || !File.Exists(path))
        {
            return ProfileReading.Empty;
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

    /// <summary>The settings above the first profile. A file that cannot be read is a problem too, and everything is as usual.</summary>
    /// <param name="actions">The names of all actions that have keys; null where they are not known.</param>
    public static SettingsReading Settings(IReadOnlyCollection<string>? actions = null)
    {
        try
        {
            return new SettingsReader(actions).Read(Location is { } path && File.Exists(path) ? File.ReadAllText(path) : "");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(Config.Settings.Usual, [new(0, 0, $"The config file cannot be read: {error.Message}")]);
        }
    }

    /// <summary>Changes one setting in the file, which is made where it is not there; everything else in it stays.</summary>
    /// <param name="name">The setting's name; <c>key.ACTION</c> for an action's keys.</param>
    /// <param name="value">What is to stand there; null: as usual.</param>
    /// <exception cref="ConfigException">It cannot be written.</exception>
    public static void Set(string name, string? value)
    {
        var path = Location ?? throw new ConfigException("There is no home to keep settings in: HOME is not set.");
        try
        {
            // Whoever keeps the file elsewhere and links it here keeps the link. A file that is not there cannot be asked for its target.
            path = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            var before = File.Exists(path) ? File.ReadAllText(path) : "";
            var after = SettingsWriter.With(before, name, value);
            if (after != before)
            {
                Replace(path, after);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigException($"{path}: {error.Message}");
        }
    }

    // In one step: a crash leaves the old file or the new one.
    static void Replace(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllText(draft, text);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(draft, File.GetUnixFileMode(path));
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>The profile a target names; null where the target is none.</summary>
    /// <exception cref="ConfigException">The file cannot be read, or the profile of that name cannot be used.</exception>
    public static Profile? Find(string? target)
    {
        // What cannot be a profile's name works whatever the file says.
        if (target is null or "practice" or "gmail" || target.AsSpan().ContainsAny(":/["))
        {
            return null;
        }

        var reading = Profiles();
        foreach (var profile in reading.Profiles)
        {
            if (profile.Name == target)
            {
                return profile;
            }
        }

        foreach (var problem in reading.Problems)
        {
            if (problem.Name == target)
            {
                throw new ConfigException(problem.Message);
            }
        }

        return null;
    }
}
