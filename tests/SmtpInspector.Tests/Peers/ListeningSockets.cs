using System.Globalization;

namespace SmtpInspector.Tests.Peers;

/// <summary>
/// The ports that a process itself listens on, as Linux tells: whether anybody listens on a port says nothing of who it is,
/// and tests that run beside one another have met each other's servers so.
/// </summary>
static class ListeningSockets
{
    const string Listening = "0A";

    /// <summary>The TCP port of IPv4 on which a process listens; null while it listens on none.</summary>
    public static int? PortOf(int process)
    {
        var own = new HashSet<string>();
        try
        {
            own.UnionWith(new DirectoryInfo($"/proc/{process}/fd").EnumerateFiles()
                .Select(file => file.LinkTarget ?? "")
                .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
                .Select(target => target["socket:[".Length..^1]));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        // A line: number, local address:port in hexadecimal, remote one, state, ..., and as the tenth the socket's inode.
        foreach (var line in File.ReadLines("/proc/net/tcp").Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields[3] == Listening && own.Contains(fields[9]))
            {
                return int.Parse(fields[1].AsSpan(fields[1].IndexOf(':', StringComparison.Ordinal) + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }
}
