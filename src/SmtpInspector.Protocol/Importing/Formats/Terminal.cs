using System.Globalization;
using System.Text.RegularExpressions;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>What stands around a conversation that was copied from a terminal: the command that began it.</summary>
static partial class Terminal
{
    /// <summary>Whether a line is the command that began a connection, or one of <c>script</c>; the server it names is taken from it.</summary>
    public static bool Takes(LogLine line, RecordingBuilder builder)
    {
        if (line.StartsWith("Script started") || line.StartsWith("Script done"))
        {
            return true;
        }

        var command = Command().Match(line.Head);
        if (!command.Success)
        {
            return false;
        }

        _ = builder.Begin();
        var arguments = command.Groups["arguments"].Value;
        var server = command.Groups["program"].Value is "openssl s_client" ? Connect().Match(arguments) : HostAndPort().Match(arguments);
        if (server.Success)
        {
            builder.Current.Peer = string.Create(CultureInfo.InvariantCulture, $"{server.Groups["host"].Value}:{(server.Groups["port"] is { Length: > 0 } port ? port.Value : "25")}");
        }

        return true;
    }

    /// <summary>Whether a line is the command that began a connection.</summary>
    public static bool IsCommand(LogLine line) => Command().IsMatch(line.Head);

    [GeneratedRegex(@"^(\S* ?[$#%>] ?|C:\\.*>)?(?<program>telnet|nc|ncat|netcat|openssl s_client|gnutls-cli)(\.exe)? (?<arguments>.*\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"-connect[ =](?<host>\S+?):(?<port>\d+)(\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Connect();

    // Only where nothing else stands there: what follows an option may be a password.
    [GeneratedRegex(@"^(-[A-Za-z46]+ )*(?<host>[\w.:-]+) (?<port>\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex HostAndPort();
}
