using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// What <c>telnet</c>, <c>nc</c> and <c>ncat</c> show, and what people copy into a page: the conversation as it is,
/// among a few lines about the connection.
/// </summary>
sealed partial class TelnetFormat(bool isPlain) : ITerminalProgram
{
    /// <summary>How a session of telnet is recognised and read.</summary>
    public static ImportFormat Telnet { get; } = new(
        "telnet",
        "telnet",
        "telnet HOST 25, on a terminal; what it shows, copied or kept by script(1)",
        ShownEndings.None,
        static text => text.Lines.Any(static line => line.StartsWith("Escape character is ")),
        static (text, builder) => UnmarkedReader.Read(text, builder, new TelnetFormat(isPlain: true)));

    /// <summary>How a session of netcat is recognised and read.</summary>
    public static ImportFormat Netcat { get; } = new(
        "nc",
        "nc or ncat",
        "nc -v HOST 25, on a terminal; what it shows, copied or kept by script(1)",
        ShownEndings.Server,
        static text => text.Lines.Any(static line => NetcatSignature().IsMatch(line.Head)),
        static (text, builder) => UnmarkedReader.Read(text, builder, new TelnetFormat(isPlain: false)));

    /// <summary>How a conversation without any marks is recognised and read.</summary>
    public static ImportFormat Unmarked { get; } = new(
        "unmarked",
        null,
        "a conversation copied from a page: replies by their codes, commands by their verbs, content up to the line of one dot",
        ShownEndings.Server,
        static text => IsUnmarkedConversation(PageText.Of(text).WithoutIndentation()),
        static (text, builder) => UnmarkedReader.Read(PageText.Of(text).WithoutIndentation(), builder, new TelnetFormat(isPlain: false)));

    bool _isOver;

    public bool Takes(LogLine line, RecordingBuilder builder)
    {
        if (Terminal.Takes(line, builder))
        {
            return true;
        }

        var connection = Connection().Match(line.Head);
        if (connection.Success)
        {
            _ = builder.Begin();
            builder.Current.Peer ??= connection.Groups["host"] is { Length: > 0 } host
                ? $"{host.Value}:{(connection.Groups["port"] is { Length: > 0 } port ? port.Value : "25")}"
                : null;
            return true;
        }

        if (Refused().IsMatch(line.Head))
        {
            builder.Event(new ConversationEvent.Failed(null, FailureKind.Connect, line.WordsFrom(0)));
            return true;
        }

        if (Close().IsMatch(line.Head))
        {
            builder.Closed(Direction.Server);
            return true;
        }

        // Behind the server's farewell a page goes on with its own sentences.
        return Chatter().IsMatch(line.Head) || (_isOver && !UnmarkedReader.IsConversation(line));
    }

    public bool Accepts(Direction direction, LogLine line, RecordingBuilder builder)
    {
        _isOver = direction == Direction.Server && line.StartsWith("221");

        // Telnet knows no TLS: what is not begun by STARTTLS went in the clear.
        builder.Current.ShowsTls = isPlain;
        return true;
    }

    // Replies and commands, more of them than of anything else. Sentences may stand before the greeting and behind the
    // farewell of a conversation that is long enough to be no chance.
    static bool IsUnmarkedConversation(LogText text)
    {
        var (replies, commands, others) = (0, 0, 0);
        var (turns, isInPage, isOver) = (new Turns(), false, false);
        foreach (var line in text.Lines)
        {
            if (line.Bytes.Span.TrimEnd(" \t"u8).IsEmpty)
            {
                continue;
            }

            if (replies + commands == 0 && !UnmarkedReader.IsConversation(line) && !IsOfProgram(line))
            {
                isInPage |= !line.StartsWith("PROXY ");
                continue;
            }

            if (isInPage && replies + commands == 0 && !line.StartsWith("220"))
            {
                return false;
            }

            var direction = turns.Of(line, out var isCertain);
            if (!isCertain)
            {
                if (IsOfProgram(line) || (isInPage && isOver))
                {
                    continue;
                }

                others++;
            }
            else if (direction == Direction.Server)
            {
                replies++;
            }
            else
            {
                commands++;
            }

            isOver = direction == Direction.Server && line.StartsWith("221");
            turns.Take(direction, line, endIsAhead: true);
        }

        return replies > 0 && replies + commands > others
            && (isInPage ? replies > 1 && commands > 1 : replies + commands > 2 || (commands > 0 && others == 0));
    }

    static bool IsOfProgram(LogLine line) =>
        Terminal.IsCommand(line) || Connection().IsMatch(line.Head) || Close().IsMatch(line.Head) || Chatter().IsMatch(line.Head);

    [GeneratedRegex(@"^(Ncat: Version .*|Connection to \S+ .*port .* succeeded!|.* \(smtp\) open|Ncat: Connected to .*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NetcatSignature();

    [GeneratedRegex(@"^(Trying \S+?(\.\.\.)?|Connected to .*|Ncat: Version .*|Ncat: Connected to (?<host>\S+):(?<port>\d+)\.|Connection to (?<host>\S+?) .*?(?<port>\d+) port .* succeeded!|(?<host>\S+) \[.*\] (?<port>\d+) \(.*\) open)$", RegexOptions.CultureInvariant)]
    private static partial Regex Connection();

    [GeneratedRegex(@"^(telnet: Unable to connect|telnet: could not resolve|Ncat: Connection refused|nc: connect to .* failed)", RegexOptions.CultureInvariant)]
    private static partial Regex Refused();

    [GeneratedRegex(@"^(Connection closed by foreign host\.?|Connection closed\.|Connection to host lost\.)$", RegexOptions.CultureInvariant)]
    private static partial Regex Close();

    [GeneratedRegex(@"^(Escape character is |telnet> |Ncat: |nc: |\ ?sent \d+, rcvd \d+|\^\])", RegexOptions.CultureInvariant)]
    private static partial Regex Chatter();
}
