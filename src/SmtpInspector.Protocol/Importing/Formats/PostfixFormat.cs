using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// Postfix's log with <c>-v</c> or <c>debug_peer_list</c>: the lines of its SMTP server, and of its SMTP client, among
/// hundreds of others. Processes write at the same time; each is read by itself.
/// </summary>
static partial class PostfixFormat
{
    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "postfix",
        "Postfix",
        "the mail log, with -v behind smtpd or smtp in master.cf, or with debug_peer_list",
        ShownEndings.None,
        static text => text.Lines.Any(static line => Said().IsMatch(line.Head)),
        Read);

    static void Read(LogText text, RecordingBuilder builder)
    {
        var processes = new List<List<(LogLine Line, Match Entry)>>();
        var byProcess = new Dictionary<string, List<(LogLine, Match)>>();
        foreach (var line in text.Lines)
        {
            var entry = Entry().Match(line.Head);
            if (!entry.Success)
            {
                builder.Other();
                continue;
            }

            if (!byProcess.TryGetValue(entry.Groups["process"].Value, out var lines))
            {
                processes.Add(lines = byProcess[entry.Groups["process"].Value] = []);
            }

            lines.Add((line, entry));
        }

        foreach (var lines in processes)
        {
            _ = builder.Begin();
            foreach (var (line, entry) in lines)
            {
                if (!Takes(line, entry, builder))
                {
                    builder.Other();
                }
            }
        }
    }

    static bool Takes(LogLine line, Match entry, RecordingBuilder builder)
    {
        var isServer = entry.Groups["service"].Value == "smtpd";
        var clock = ClockOf(entry);
        if (Said().Match(line.Head) is { Success: true } said)
        {
            // The log is written on one end: what its server receives is the client's, what its client receives is the server's.
            var direction = (said.Groups["mark"].Value == "<") == isServer ? Direction.Client : Direction.Server;
            (builder.Current.LacksContent, builder.Current.HasCoarseTimes) = (true, !entry.Groups["time"].Value.Contains('.', StringComparison.Ordinal));
            if (!isServer)
            {
                builder.Current.Peer ??= said.Groups["address"].Value + said.Groups["port"].Value;
            }

            if (entry.Groups["stamp"].Value is [>= '0' and <= '9', ..] stamp && MarkedReader.MomentOf(stamp) is { } date)
            {
                builder.Current.Date ??= MarkedReader.HeaderDate(date);
            }

            builder.Line(direction, line.From(said.Length), clock);
            return true;
        }

        var rest = line.Head[entry.Length..];
        if (Tls().Match(rest) is { Success: true } tls)
        {
            var handshake = new Handshake { IsMade = true, Protocol = tls.Groups["protocol"].Value, Cipher = tls.Groups["cipher"].Value };
            builder.Event(handshake.Take()!, clock);
            return true;
        }

        if (isServer ? rest.StartsWith("connect from ", StringComparison.Ordinal) : rest.StartsWith("smtp_connect_addr: trying: ", StringComparison.Ordinal))
        {
            _ = builder.Begin();
        }
        else if (isServer && rest.StartsWith("disconnect from ", StringComparison.Ordinal))
        {
            builder.Closed(Direction.Server, clock);
            _ = builder.Begin();
            return true;
        }
        else if (isServer && rest.StartsWith("lost connection after ", StringComparison.Ordinal))
        {
            builder.Note($"Postfix: {rest}", clock);
            return true;
        }

        return false;
    }

    // Either RFC 3339, or the old form without a year: then only the time of day is of use.
    static TimeSpan? ClockOf(Match entry) => MarkedReader.ClockOf(entry);

    [GeneratedRegex(@"^(?<stamp>(\d{4}-\d\d-\d\dT|[A-Z][a-z]{2} +\d+ )(?<time>\d\d:\d\d:\d\d(\.\d+)?)\S*) \S+ (?<process>\S*/(?<service>smtpd|smtp|lmtp|postscreen)\[\d+\]): ", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^.*?/(smtpd|smtp|lmtp)\[\d+\]:\ (?<mark>[<>])\ \S+\[(?<address>[^\]]*)\](?<port>:\d+)?:\ ", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Said();

    [GeneratedRegex(@"^\S+ TLS connection (established|reused) (from|to) \S+: (?<protocol>\S+) with cipher (?<cipher>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Tls();
}
