using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// Reads what a terminal showed of a conversation: nothing marks whose a line is. What the program says of itself is
/// told apart by the one who knows the program.
/// </summary>
static partial class UnmarkedReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="builder">Takes what is found.</param>
    /// <param name="program">Knows the lines of the program; asked for every line outside message content.</param>
    public static void Read(LogText text, RecordingBuilder builder, ITerminalProgram program)
    {
        var turns = new Turns();
        var endIsAhead = EndsAhead(text);
        var next = NextSaid(text);
        var isBeginning = true;
        foreach (var line in text.Lines)
        {
            if (IsSeparator(line, next[line.Number - 1], turns))
            {
                continue;
            }

            if (!turns.InContent && !(isBeginning ? IsConversation(line) : turns.AwaitsAnswer))
            {
                if (program.Takes(line, builder))
                {
                    builder.Other();
                    if (!builder.Current.IsConversation)
                    {
                        (turns, isBeginning) = (new Turns(), true);
                    }

                    continue;
                }

                if (IsProxyHeader(line))
                {
                    builder.Note($"before the conversation, for the server's eyes: {line.WordsFrom(0)}");
                    continue;
                }

                if (isBeginning)
                {
                    // Until the first line of SMTP a program speaks of itself only, and a page of what comes.
                    builder.Other();
                    continue;
                }
            }

            if (turns.InContent && program.Interrupts(line))
            {
                builder.Doubt(line, "stands within the message and is taken for the program's own");
                builder.Other();
                continue;
            }

            isBeginning = false;
            var direction = turns.Of(line, out var isCertain);
            if (!program.Accepts(direction, line, builder))
            {
                continue;
            }

            if (!isCertain)
            {
                builder.Doubt(line, turns.Reason(direction));
            }

            builder.Line(direction, line);
            turns.Take(direction, line, endIsAhead[line.Number - 1]);
        }
    }

    /// <summary>Whether a line stands in every grammar of SMTP: a reply, or a command, and not a sentence that begins with the word.</summary>
    public static bool IsConversation(LogLine line) => Turns.IsReply(line.Bytes.Span) || Verbs.Of(line.Bytes.Span) switch
    {
        Verb.Unknown => false,
        Verb.Help or Verb.Data => line.Bytes.Span.TrimEnd(" \t"u8).Length == 4,
        Verb.Mail or Verb.Rcpt => Path().IsMatch(line.Head),
        _ => true,
    };

    // Blank lines between what was said, as a page sets them. In an answer to a challenge and in content they are said.
    static bool IsSeparator(LogLine line, LogLine? next, Turns turns) => IsBlank(line) && turns switch
    {
        { AwaitsAnswer: true } => next is null || !Turns.IsReply(next.Bytes.Span),
        { InContent: true } => turns.AtContentStart && next is not null && IsHeaderField(next.Bytes.Span),
        _ => true,
    };

    // For every line: the next one that is not blank.
    static LogLine?[] NextSaid(LogText text)
    {
        var next = new LogLine?[text.Lines.Count];
        LogLine? said = null;
        for (var i = next.Length - 1; i >= 0; i--)
        {
            next[i] = said;
            said = IsBlank(text.Lines[i]) ? said : text.Lines[i];
        }

        return next;
    }

    static bool IsBlank(LogLine line) => line.Bytes.Span.TrimEnd(" \t"u8).IsEmpty;

    // RFC 5322 §2.2: a name of printable ASCII, then a colon.
    static bool IsHeaderField(ReadOnlySpan<byte> line) =>
        line.IndexOf((byte)':') is > 0 and var colon && !line[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~');

    // The PROXY protocol, version 1: a line that a load balancer puts before everything else.
    static bool IsProxyHeader(LogLine line) =>
        line.StartsWith("PROXY TCP4 ") || line.StartsWith("PROXY TCP6 ") || line.StartsWith("PROXY UNKNOWN");

    // For every line: whether the line of one dot comes behind it before another message begins.
    static bool[] EndsAhead(LogText text)
    {
        var ahead = new bool[text.Lines.Count];
        var seen = false;
        for (var i = ahead.Length - 1; i >= 0; i--)
        {
            ahead[i] = seen;
            var line = text.Lines[i].Bytes.Span;
            seen = line is [(byte)'.'] || (seen && line is not [(byte)'3', (byte)'5', (byte)'4', (byte)' ', ..]);
        }

        return ahead;
    }

    [GeneratedRegex(@"^\w+\s+(FROM|TO)\s*[:<]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Path();
}
