using System.Globalization;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Tui.Transcript;

namespace SmtpInspector.Tui.Details;

/// <summary>What is said of an item in every tab.</summary>
static class ItemWords
{
    /// <summary>A number of things in words: "1 line", "12 lines".</summary>
    public static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>A size: exact, and in a larger unit where one cannot read it at a glance.</summary>
    public static string Octets(long count) => count switch
    {
        < 100_000 => Count(count, "octet", "octets"),
        < 10 << 20 => string.Create(CultureInfo.InvariantCulture, $"{count} octets ({count / 1024.0:0} KiB)"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} octets ({count / 1048576.0:0.0} MiB)"),
    };

    /// <summary>A duration as one says it: "8 ms", "1.42 s", "3 min 5 s".</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 120 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.##} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
    };

    /// <summary>How the lines of an item end; null where they do not all end alike, or there are too many to go through.</summary>
    public static string? Ending(TranscriptItem item)
    {
        const int Most = 1000;
        if (item.Lines.Count is 0 or > Most)
        {
            return null;
        }

        var ending = item.Lines[^1].Wire.Ending;
        foreach (var line in item.Lines)
        {
            if (line.Wire.Ending != ending)
            {
                return null;
            }
        }

        return ending switch
        {
            LineEnding.CrLf => "CRLF",
            LineEnding.BareLf => "a bare LF",
            LineEnding.None => "without CRLF",
        };
    }

    /// <summary>How large an item is: "1 line, 8 octets, ends in CRLF".</summary>
    public static string Size(TranscriptItem item)
    {
        var octets = ByteRows.Of(item.Lines).Octets;
        var ending = Ending(item) switch
        {
            null => "",
            "without CRLF" => ", no line ending",
            var name when item.Lines.Count == 1 => $", ends in {name}",
            var name => $", each ends in {name}",
        };
        return $"{Count(item.Lines.Count, "line", "lines")}, {Octets(octets)}{ending}";
    }

    /// <summary>What to call what is no line of the conversation, or no whole one.</summary>
    public static string Name(TranscriptItem item) => item switch
    {
        { Kind: ItemKind.Command, Entry: null } => "A command that is not complete",
        { Kind: ItemKind.Reply, Entry: null } => "A reply that is not complete",
        { Kind: ItemKind.Content, Entry: null } => "Content that goes on",
        { Entry: Entry.Data { IsChunk: true } } => "A chunk without an octet",
        { Entry: Entry.Data } => "A message without an octet",
        { Entry: Entry.Connecting } => "Connecting",
        { Entry: Entry.Connected } => "Connected",
        { Entry: Entry.Tls } => "TLS handshake",
        { Entry: Entry.Closed } => "Closed",
        { Entry: Entry.Failed } => "Failed",
        { Entry: Entry.Steered } => "A step of the script",
        _ => "A note",
    };
}
