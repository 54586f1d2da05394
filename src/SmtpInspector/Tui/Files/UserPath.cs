namespace SmtpInspector.Tui.Files;

/// <summary>A path as a user types it in a dialog, where no shell has been to say whose home is meant.</summary>
static class UserPath
{
    /// <summary>The path with the home directory in place of <c>~/</c>.</summary>
    public static string Expand(string path) => path is ['~', '/', .. var rest]
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), rest) : path;

    /// <summary>Where the name begins that a path ends in: behind its last separator.</summary>
    public static int NameStart(string path) =>
        path.AsSpan().LastIndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + 1;
}
