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

    /// <summary>Makes a folder of it, and those it is in where they are missing too, for the user alone.</summary>
    public static void Create(string folder)
    {
        // The mode given to the runtime is that of the last folder: one it makes on the way would be open to everybody.
        if (Path.GetDirectoryName(folder) is { Length: > 0 } parent && !Directory.Exists(parent))
        {
            Create(parent);
        }

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
