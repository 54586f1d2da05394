using System.Globalization;

namespace SmtpInspector.Kept;

/// <summary>The servers spoken to last, the newest first, one line of <c>recent-servers</c> in the state folder for each.</summary>
/// <remarks>A line holds the date, the target and KEY=VALUE for each option, with tabs between them.</remarks>
sealed class RecentServers
{
    /// <summary>How many are kept.</summary>
    public const int Most = 20;

    const string DateForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    readonly string _path;
    readonly TimeProvider _time;

    RecentServers(string path, TimeProvider time) => (_path, _time) = (path, time);

    /// <summary>Those in a state folder, which need not be there yet.</summary>
    public static RecentServers Open(string folder, TimeProvider? time = null) => new(Path.Combine(folder, "recent-servers"), time ?? TimeProvider.System);

    /// <summary>All of them, the newest first. A file that cannot be read is as good as none.</summary>
    public IReadOnlyList<RecentServer> List()
    {
        var servers = new List<RecentServer>();
        try
        {
            foreach (var line in PrivateFile.ReadLines(_path))
            {
                if (Read(line) is { } server)
                {
                    servers.Add(server);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A list to choose from is a comfort; typing the name works without it.
        }

        return servers;
    }

    /// <summary>Puts a server on top; the same target with other options takes the place of the one before.</summary>
    /// <param name="target">The target as it was typed.</param>
    /// <param name="options">Options by name without hyphens; those that are not <see cref="RecentServer.Keys"/> are left out.</param>
    public void Add(string target, IReadOnlyDictionary<string, string> options)
    {
        var kept = options.Where(option => RecentServer.Keys.Contains(option.Key) && IsPlain(option.Value)).ToDictionary();
        if (IsPlain(target))
        {
            Keep([new(target, kept, _time.GetUtcNow()), .. List().Where(server => !IsSame(server, target))]);
        }
    }

    /// <summary>Takes a server off the list.</summary>
    public void Remove(string target) => Keep(List().Where(server => !IsSame(server, target)));

    void Keep(IEnumerable<RecentServer> servers)
    {
        try
        {
            PrivateFile.Write(_path, servers.Take(Most).Select(Render));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // As above.
        }
    }

    static string Render(RecentServer server) => string.Join(
        '\t', server.Options.Select(option => $"{option.Key}={option.Value}").Prepend(server.Target).Prepend(server.Last.ToString(DateForm, CultureInfo.InvariantCulture)));

    static RecentServer? Read(string line)
    {
        if (line.Split('\t') is not [var date, { Length: > 0 } target, .. var rest]
            || !DateTimeOffset.TryParseExact(date, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var last))
        {
            return null;
        }

        var options = new Dictionary<string, string>();
        foreach (var word in rest)
        {
            if (word.Split('=', 2) is [var key, var value] && RecentServer.Keys.Contains(key))
            {
                options[key] = value;
            }
        }

        return new(target, options, last);
    }

    static bool IsSame(RecentServer server, string target) => server.Target.Equals(target, StringComparison.OrdinalIgnoreCase);

    static bool IsPlain(string text) => text.Length > 0 && !text.Any(char.IsControl);
}
