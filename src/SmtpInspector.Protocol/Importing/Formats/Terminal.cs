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

        var command = Command().Match(line.Text);
        if (!command.Success)
        {
            return false;
        }

        _ = builder.Begin();
        var arguments = command.Groups["arguments"].Value;
        var server = command.Groups["program"].Value is "openssl" ? Connect().Match(arguments)
            : command.Groups["program"].Value is "gnutls-cli" ? PortOption().Match(arguments)
            : HostAndPort().Match(arguments);
        if (server.Success)
        {
            builder.Current.Peer = string.Create(CultureInfo.InvariantCulture, $"{server.Groups["host"].Value}:{(server.Groups["port"] is { Length: > 0 } port ? port.Value : "25")}");
        }

        return true;
    }

    /// <summary>Whether a line is the command that began a connection.</summary>
    public static bool IsCommand(LogLine line) => Command().IsMatch(line.Text);

    [GeneratedRegex(@"^(\S* ?[$#%>] ?|C:\\.*>)?(?<program>telnet|nc|ncat|netcat|openssl|gnutls-cli|swaks)(\.exe)? (?<arguments>.*\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"-connect[ =](?<host>\S+?):(?<port>\d+)(\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Connect();

    [GeneratedRegex(@"(-p|--port)[ =]?(?<port>\d+).* (?<host>[^-\s]\S*)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PortOption();

    [GeneratedRegex(@"(^| )(?<host>[^-\s]\S*)( (?<port>\d+|smtp|smtps|submission))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex HostAndPort();
}
