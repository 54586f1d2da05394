using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// What <c>curl --trace</c> and <c>--trace-ascii</c> write: every piece sent or received as a dump, of octets or of text,
/// with the message's content, but for the line of one dot that ends it.
/// </summary>
static partial class CurlTraceFormat
{
    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "curl-trace",
        "curl",
        "curl --trace-ascii FILE ..., or --trace, with or without --trace-time",
        ShownEndings.Both,
        static text => text.Lines.Any(static line => Piece().IsMatch(line.Head)) && text.Lines.Any(static line => Dump().IsMatch(line.Head)),
        Read);

    static void Read(LogText text, RecordingBuilder builder)
    {
        var (isContent, endsLine) = (false, true);
        var handshake = new Handshake();
        for (var i = 0; i < text.Lines.Count; i++)
        {
            var line = text.Lines[i];
            if (Information().Match(line.Head) is { Success: true } info)
            {
                // As curl -v says it, after an asterisk.
                if (!CurlFormat.Says(new LogLine(line.Number, (byte[])[.. Encoding.ASCII.GetBytes($"{info.Groups["time"].Value}* "), .. line.Bytes.Span[info.Length..]], line.HasReturn), handshake, builder))
                {
                    builder.Other();
                }

                continue;
            }

            if (Piece().Match(line.Head) is not { Success: true } piece || !int.TryParse(piece.Groups["size"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                if (!line.Bytes.IsEmpty)
                {
                    builder.Other();
                }

                continue;
            }

            var octets = Octets(text, ref i, size);
            if (piece.Groups["kind"].Value is "SSL data")
            {
                builder.Other();
                continue;
            }

            var clock = MarkedReader.ClockOf(piece);
            if (handshake.Take() is { } tls)
            {
                builder.Event(tls, clock);
            }

            // The line of one dot is not shown: what fills in content that other formats lack puts it there, and says so.
            builder.Current.LacksContent = true;
            var direction = piece.Groups["server"].Success ? Direction.Server : Direction.Client;
            if (direction == Direction.Server && !endsLine)
            {
                builder.Octets(Direction.Client, "\r\n"u8.ToArray(), clock);
            }

            endsLine = direction == Direction.Server || !isContent || octets is [.., (byte)'\n'];
            isContent = direction == Direction.Server ? octets.AsSpan().StartsWith("354"u8) : isContent;
            builder.Octets(direction, octets, clock);
        }
    }

    // The dump behind a piece; i is at its last line then. A number before each line says how far the one before goes.
    static byte[] Octets(LogText text, ref int i, int size)
    {
        var octets = new List<byte>();
        while (i + 1 < text.Lines.Count && Dump().Match(text.Lines[i + 1].Head) is { Success: true } dump
            && int.Parse(dump.Groups["offset"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var offset && offset < Math.Max(size, 1) && (offset > 0 || octets.Count == 0))
        {
            FillUp(octets, offset);
            octets.AddRange(dump.Groups["hex"].Success ? Convert.FromHexString(dump.Groups["hex"].Value.Replace(" ", "", StringComparison.Ordinal)) : text.Lines[i + 1].Bytes.Span[dump.Length..].ToArray());
            i++;
        }

        FillUp(octets, size);
        return [.. octets];
    }

    // What --trace-ascii shows as a new line: CR and LF. Of a dump that was cut off nothing is made up.
    static void FillUp(List<byte> octets, int size)
    {
        if (size - octets.Count == 2)
        {
            octets.AddRange("\r\n"u8);
        }
    }

    [GeneratedRegex(@"^(?<time>\d\d:\d\d:\d\d\.\d+ )?== Info: ", RegexOptions.CultureInvariant)]
    private static partial Regex Information();

    [GeneratedRegex(@"^((?<time>\d\d:\d\d:\d\d\.\d+) )?((?<client>=> Send)|(?<server><= Recv)) (?<kind>header|data|SSL data), (?<size>\d+) bytes \(0x[0-9a-f]+\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^(?<offset>[0-9a-f]{4,}): ((?<hex>([0-9a-f]{2} ){1,16}) *(?<=^[0-9a-f]+: .{48}).{1,16}$)?", RegexOptions.CultureInvariant)]
    private static partial Regex Dump();
}
