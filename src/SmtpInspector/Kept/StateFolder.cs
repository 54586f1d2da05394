namespace SmtpInspector.Kept;

/// <summary>Where the program keeps what outlives a run (XDG Base Directory Specification).</summary>
static class StateFolder
{
    /// <summary>The folder; null where the user has no home.</summary>
    public static string? Location
    {
        get
        {
            if (Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathRooted(state))
            {
                return Path.Combine(state, "smtp-inspector");
            }

            if (OperatingSystem.IsWindows())
            {
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "smtp-inspector");
            }

            return Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home
                ? Path.Combine(home, ".local", "state", "smtp-inspector")
                : null;
        }
    }

    /// <summary>Makes a folder of it, for the user alone.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
