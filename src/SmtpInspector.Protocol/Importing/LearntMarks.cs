using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing;

/// <summary>
/// The marks of a conversation that somebody marked in a way of their own, learnt from it: what stands before replies is
/// the server's mark, what stands before commands the client's. One side may have none.
/// </summary>
sealed partial class LearntMarks
{
    // Once may be chance: "Subject: 250 reasons" has something before what looks like a reply, too.
    const int Often = 2;

    readonly List<(Direction Direction, LineMark Mark)> _marks;

    LearntMarks(List<(Direction Direction, LineMark Mark)> marks) => _marks = marks;

    /// <summary>The side whose lines have no mark; null where both have one.</summary>
    public Direction? Unmarked => _marks.FindIndex(static known => known.Mark.IsEmpty) is >= 0 and var at ? _marks[at].Direction : null;

    /// <summary>Learns the marks of a text; null where it has none, or they do not tell the sides apart.</summary>
    public static LearntMarks? Of(LogText text)
    {
        var server = new Dictionary<string, int>(StringComparer.Ordinal);
        var client = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in text.Lines)
        {
            Count(server, line, ReplyInLine());
            Count(client, line, CommandInLine());
        }

        var servers = Frequent(server, client);
        var clients = Frequent(client, server);
        return servers.Count == 0 || clients.Count == 0 || servers.Concat(clients).All(static mark => mark.IsEmpty)
            ? null
            : new LearntMarks([.. servers.Select(static mark => (Direction.Server, mark)), .. clients.Select(static mark => (Direction.Client, mark))]);
    }

    /// <summary>Whose line it is by its mark; null where it has none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="said">The line without its mark.</param>
    /// <param name="mark">The mark as it stands there.</param>
    public Direction? Take(LogLine line, out LogLine said, out string mark)
    {
        (said, mark) = (line, "");
        Direction? direction = null;
        foreach (var (side, known) in _marks)
        {
            if (!known.IsEmpty && known.LengthIn(line.Head) is > 0 and var length && length > mark.Length)
            {
                direction = side;
                mark = line.Head[..length];
                said = line.Between(length, line.Bytes.Length - known.LengthBehind(line.Head.AsSpan(length)));
            }
        }

        return direction;
    }

    static void Count(Dictionary<string, int> marks, LogLine line, Regex content)
    {
        if (content.Match(line.Head) is { Success: true } found)
        {
            var key = LineMark.KeyOf(line.Head.AsSpan(0, found.Index));
            marks[key] = marks.GetValueOrDefault(key) + 1;
        }
    }

    // Those that stand there often, and are not the other side's mark, nor that and what a message says behind it.
    static List<LineMark> Frequent(Dictionary<string, int> marks, Dictionary<string, int> others)
    {
        var most = marks.Count == 0 ? 0 : marks.Values.Max();
        var frequent = marks.Where(mark => mark.Value >= Often && mark.Value > others.GetValueOrDefault(mark.Key)
            && (mark.Key.Length > 0 || mark.Value == most)
            && !others.Any(other => other.Value >= Often && new LineMark(other.Key).Begins(mark.Key))).ToList();

        // Most of what looks like this side's has one of them: otherwise it is something else that is told.
        return frequent.Sum(static mark => mark.Value) * 2 > marks.Values.Sum() ? [.. frequent.Select(static mark => new LineMark(mark.Key))] : [];
    }

    // A code in a time or a date stands between digits, points and hyphens.
    [GeneratedRegex(@"(?<![\w.:,/+-])[2-5][0-5]\d(?=[ -]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyInLine();

    [GeneratedRegex(@"(?<![\w-])((EHLO|HELO|LHLO)\ \S|MAIL\ FROM:|RCPT\ TO:|AUTH\ [A-Z0-9-]+(\ \S+)?[*_`]*$|(DATA|QUIT|RSET|STARTTLS|NOOP)[*_`]*\s*$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommandInLine();
}
