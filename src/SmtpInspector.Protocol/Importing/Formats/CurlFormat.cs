using System.Globalization;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// What <c>curl -v</c> prints: <c>> </c> and <c>&lt; </c> before the octets of the wire, <c>* </c> for what it says;
/// of a message's content only how much of it went.
/// </summary>
static partial class CurlFormat
{
    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "curl",
        "curl",
        "curl -v ... 2> FILE, with or without --trace-time",
        ShownEndings.Both,
        static text => text.Lines.Any(static line => Reply().IsMatch(line.Head)) && text.Lines.Any(static line => Information().IsMatch(WithoutMeter(line).Head)),
        Read);

    static void Read(LogText text, RecordingBuilder builder)
    {
        var handshake = new Handshake();
        foreach (var written in text.Lines)
        {
            var line = WithoutMeter(written);
            var mark = Marks().Match(line.Head);
            if (mark.Success)
            {
                if (handshake.Take() is { } tls)
                {
                    builder.Event(tls, MarkedReader.ClockOf(mark));
                }

                builder.Line(mark.Groups["server"].Success ? Direction.Server : Direction.Client, line.From(mark.Length), MarkedReader.ClockOf(mark));
            }
            else if (!Says(line, handshake, builder) && line.Bytes.Length > 0)
            {
                builder.Other();
            }
        }
    }

    /// <summary>Takes what curl says of the connection; false where a line says nothing of it.</summary>
    public static bool Says(LogLine line, Handshake handshake, RecordingBuilder builder)
    {
        var said = Information().Match(line.Head);
        if (!said.Success)
        {
            if (line.StartsWith("curl: ("))
            {
                builder.Note(line.WordsFrom(0));
                return true;
            }

            return false;
        }

        var value = said.Groups["value"].Value;
        switch (said.Groups["name"].Value)
        {
            case "Trying ":
                _ = builder.Begin();
                (builder.Current.LacksContent, builder.Current.ShowsTls) = (true, true);
                TakeAttempt(value, builder, MarkedReader.ClockOf(said));
                return true;
            case "Connected to " or "Established connection to ":
                (builder.Current.LacksContent, builder.Current.ShowsTls) = (true, true);
                TakePeer(value, builder, MarkedReader.ClockOf(said));
                return true;
            case "SSL connection using ":
                var parts = value.Split(" / ");
                handshake.IsMade = true;
                (handshake.Protocol, handshake.Cipher) = (parts[0], parts.Length > 1 ? parts[1] : null);
                return true;
            case " subject: ":
                handshake.Subject = value;
                return true;
            case " issuer: ":
                handshake.Issuer = value;
                return true;
            case " start date: ":
                handshake.NotBefore = value;
                return true;
            case " expire date: ":
                handshake.NotAfter = value;
                return true;
            case " SSL certificate verify ok." or "SSL certificate verified via OpenSSL.":
                handshake.Verified = true;
                return true;
            case " SSL certificate verify result: ":
                handshake.Problem(value);
                return true;
            case "Closing connection":
                builder.Closed(Direction.Client, MarkedReader.ClockOf(said));
                return true;
            case "connect to ":
                builder.Event(new ConversationEvent.Failed(null, FailureKind.Connect, line.WordsFrom(0)), MarkedReader.ClockOf(said));
                return true;
            default:
                return false;
        }
    }

    static void TakeAttempt(string value, RecordingBuilder builder, TimeSpan? clock)
    {
        value = value.EndsWith("...", StringComparison.Ordinal) ? value[..^3] : value;
        var colon = value.LastIndexOf(':');
        if (colon > 0 && int.TryParse(value.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            builder.Event(new ConversationEvent.Connecting(null, value[..colon].Trim('[', ']'), port), clock);
        }
    }

    static void TakePeer(string value, RecordingBuilder builder, TimeSpan? clock)
    {
        if (Peer().Match(value) is { Success: true } peer && int.TryParse(peer.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            builder.Current.Peer = $"{peer.Groups["host"].Value}:{port}";
            builder.Event(new ConversationEvent.Connected(null, peer.Groups["address"].Value, port), clock);
        }
    }

    // Without --silent the progress meter is written over and over, up to the next line.
    static LogLine WithoutMeter(LogLine line)
    {
        var meter = line.Head.LastIndexOf("--:--:--", StringComparison.Ordinal);
        if (meter < 0 || !line.Head.Contains('\r', StringComparison.Ordinal))
        {
            return line;
        }

        for (meter += 8; meter < line.Head.Length && line.Head[meter] is ' ' or (>= '0' and <= '9') or '.' or 'k' or 'M'; meter++)
        {
        }

        return line.From(meter);
    }

    [GeneratedRegex(@"^((?<time>\d\d:\d\d:\d\d\.\d+) )?((?<server>< )|(?<client>> ))", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(\d\d:\d\d:\d\d\.\d+ )?< [2-5]\d\d([ -]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Reply();

    [GeneratedRegex("""
        ^((?<time>\d\d:\d\d:\d\d\.\d+)\ )?\*\ +?(?<name>Trying\ |Connected\ to\ |Established\ connection\ to\ |SSL\ connection\ using\ |\ subject:\ |\ issuer:\ |\ start\ date:\ |\ expire\ date:\ |\ SSL\ certificate\ verify\ ok\.
        |SSL\ certificate\ verified\ via\ OpenSSL\.|\ SSL\ certificate\ verify\ result:\ |Closing\ connection|connect\ to\ |Connection\ \#|Host\ |TLSv|\ CA)(?<value>.*)$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Information();

    [GeneratedRegex(@"^(?<host>\S+) \((?<address>[^\s)]+)\)? port (?<port>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Peer();
}
