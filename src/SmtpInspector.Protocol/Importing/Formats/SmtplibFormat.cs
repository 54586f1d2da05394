using System.Globalization;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// What Python's <c>smtplib</c> prints with <c>set_debuglevel</c>: Python literals of the octets sent and received,
/// so that every octet is known; at level 2 with times.
/// </summary>
static partial class SmtplibFormat
{
    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "smtplib",
        "Python smtplib",
        "smtp.set_debuglevel(1) before the first command; 2 adds times",
        ShownEndings.Both,
        static text => text.Lines.Any(static line => Sent().IsMatch(line.Head)),
        Read);

    static void Read(LogText text, RecordingBuilder builder)
    {
        foreach (var line in text.Lines)
        {
            if (Sent().Match(line.Head) is { Success: true } sent)
            {
                var direction = sent.Groups["what"].Value == "send" ? Direction.Client : Direction.Server;
                if (PythonLiteral.Decode(line.Bytes.Span[sent.Length..]) is { } octets)
                {
                    builder.Octets(direction, octets, MarkedReader.ClockOf(sent));
                    continue;
                }

                builder.Doubt(line, "is no Python literal to its end and was left out");
            }
            else if (Connecting().Match(line.Head) is { Success: true } connecting)
            {
                _ = builder.Begin();
                TakeServer(connecting, builder);
                continue;
            }

            // "reply: retcode", "data:" and "connect:" repeat what was read already.
            if (line.Bytes.Length > 0)
            {
                builder.Other();
            }
        }
    }

    static void TakeServer(Match connecting, RecordingBuilder builder)
    {
        var (host, port) = (connecting.Groups["host"].Value, connecting.Groups["port"].Value);
        builder.Current.Peer = $"{host}:{port}";
        if (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            builder.Event(new ConversationEvent.Connecting(null, host, number), MarkedReader.ClockOf(connecting));
        }
    }

    [GeneratedRegex("^((?<time>[0-9:.]+) )?(?<what>send|reply): (?=b?['\"])", RegexOptions.CultureInvariant)]
    private static partial Regex Sent();

    [GeneratedRegex(@"^((?<time>[0-9:.]+) )?connect: to \('(?<host>[^']*)', (?<port>\d+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Connecting();
}
