namespace SmtpInspector.Tests.Peers;

/// <summary>
/// Programs of other people that a test needs. On a user's machine a test without its program is skipped and says why;
/// in CI (<c>CI=true</c>) it fails, so that nothing is left out there unnoticed.
/// </summary>
static class PeerTool
{
    /// <summary>The whole path of a program.</summary>
    /// <param name="tool">Its name, as typed at a prompt.</param>
    public static string Require(string tool) => Find(tool) ?? throw Lacking($"{tool} is not installed");

    /// <summary>A mail server changes its user and its root directory.</summary>
    public static void RequireRoot()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            throw Lacking("a real mail server needs root");
        }
    }

    /// <summary>The exception that skips the test, or fails it in CI.</summary>
    /// <param name="reason">What the machine lacks, as the beginning of a sentence.</param>
    public static Exception Lacking(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            return new InvalidOperationException($"{reason}: in CI every peer must be there. .ci/run installs them.");
        }

        Assert.Skip($"{reason}; tests/Peers/README.md says how to get it.");
        return new InvalidOperationException(reason);
    }

    // Servers live in sbin, which is not on every user's PATH.
    static string? Find(string tool) =>
        $"{Environment.GetEnvironmentVariable("PATH")}{Path.PathSeparator}/usr/sbin{Path.PathSeparator}/sbin"
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, tool))
            .FirstOrDefault(File.Exists);
}
