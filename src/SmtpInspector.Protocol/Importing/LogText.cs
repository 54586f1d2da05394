using System.Text;

namespace SmtpInspector.Protocol.Importing;

/// <summary>What another program wrote, cut into lines.</summary>
sealed class LogText
{
    LogText(IReadOnlyList<LogLine> lines) => Lines = lines;

    /// <summary>Its lines, in order.</summary>
    public IReadOnlyList<LogLine> Lines { get; }

    /// <summary>Cuts a file. UTF-16, as PowerShell redirects into files, becomes UTF-8; all else stays octet for octet.</summary>
    public static LogText Of(ReadOnlyMemory<byte> file)
    {
        file = WithoutByteOrderMark(file);
        var cuts = new List<(ReadOnlyMemory<byte> Line, int Returns, bool IsFinished)>();
        var everyLineReturns = true;
        while (!file.IsEmpty)
        {
            var end = file.Span.IndexOf((byte)'\n');
            var line = end < 0 ? file : file[..end];
            file = end < 0 ? default : file[(end + 1)..];
            var returns = line.Length - line.Span.TrimEnd((byte)'\r').Length;
            everyLineReturns &= returns > 0 || IsOfScript(line.Span, file.Span) || file.IsEmpty;
            cuts.Add((line, returns, end >= 0));
        }

        var lines = new LogLine[cuts.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            // A CR that every line has is the terminal's, or the editor's, and says nothing of the wire.
            var (line, returns, isFinished) = cuts[i];
            var own = everyLineReturns ? Math.Max(0, returns - 1) : returns;
            lines[i] = new LogLine(
                i + 1,
                own > 0 ? line[..^(returns - own + 1)] : line[..^returns],
                isFinished || own > 0 ? own > 0 : null);
        }

        return new LogText(lines);
    }

    /// <summary>A file whose lines were given another form.</summary>
    public static LogText Of(IReadOnlyList<LogLine> lines) => new(lines);

    /// <summary>The same without the white space that every line begins with, as a page has a quotation.</summary>
    public LogText WithoutIndentation()
    {
        var common = int.MaxValue;
        foreach (var line in Lines)
        {
            var indentation = line.Bytes.Span.IndexOfAnyExcept((byte)' ', (byte)'\t');
            common = indentation < 0 ? common : Math.Min(common, indentation);
        }

        return common is 0 or int.MaxValue ? this : new LogText([.. Lines.Select(line => line.From(Math.Min(common, line.Bytes.Length)))]);
    }

    // util-linux's script puts a line of its own before and behind what the terminal showed, and an empty one before the latter.
    static bool IsOfScript(ReadOnlySpan<byte> line, ReadOnlySpan<byte> next) =>
        line.StartsWith("Script started"u8) || line.StartsWith("Script done"u8) || (line.IsEmpty && next.StartsWith("Script done"u8));

    static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> file) => file.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => file[3..],
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(file.Span[2..])),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(file.Span[2..])),
        _ => file,
    };
}
