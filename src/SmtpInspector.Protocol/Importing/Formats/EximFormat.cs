using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// What Exim prints of a delivery with <c>-v</c> or <c>-d</c>: <c>SMTP>></c>, <c>SMTP|></c> and <c>SMTP+></c> for what
/// it sends (the last two pipelined), <c>SMTP&lt;&lt;</c> for what it receives; of a message's content nothing.
/// </summary>
static partial class EximFormat
{
    /// <summary>How a delivery is recognised and read.</summary>
    public static ImportFormat Client { get; } = new(
        "exim",
        "Exim",
        "exim -v -odf RECIPIENT < MESSAGE > FILE 2>&1, or -d in the place of -v",
        ShownEndings.None,
        static text => text.Lines.Any(static line => Marks().IsMatch(line.Head)),
        Read);

    /// <summary>How a session of the test of an incoming one, <c>exim -bh</c>, is recognised and read.</summary>
    public static ImportFormat Test { get; } = new(
        "exim-bh",
        "Exim's test of an incoming session",
        "exim -bh ADDRESS, on a terminal; what it shows, copied or kept by script(1)",
        ShownEndings.Server,
        static text => text.Lines.Any(static line => line.StartsWith("**** SMTP testing session as if from host ")),
        static (text, builder) => UnmarkedReader.Read(text, builder, new TestProgram()));

    static void Read(LogText text, RecordingBuilder builder)
    {
        var server = false;
        foreach (var line in text.Lines)
        {
            var mark = Marks().Match(line.Head);
            var continuation = server ? Continuation().Match(line.Head) : Match.Empty;
            if (mark.Success && Content().IsMatch(line.Head))
            {
                builder.Other();
                continue;
            }

            if (mark.Success || continuation.Success)
            {
                // Lines of a reply after the first stand under it without a mark.
                server = continuation.Success || mark.Groups["server"].Success;
                builder.Line(server ? Direction.Server : Direction.Client, line.From(mark.Success ? mark.Length : continuation.Length));
                continue;
            }

            server &= line.Bytes.Length == 0;
            if (Connecting().Match(line.Head) is { Success: true } connecting)
            {
                _ = builder.Begin();
                builder.Current.LacksContent = true;
                builder.Current.Peer = $"{connecting.Groups["host"].Value}:{connecting.Groups["port"].Value}";
            }
            else if (Closed().IsMatch(line.Head))
            {
                builder.Closed(Direction.Client);
            }
            else if (line.Bytes.Length > 0)
            {
                builder.Other();
            }
        }
    }

    // With -d+pid and -d+timestamp something stands before the mark.
    [GeneratedRegex(@"^(\d\S*\ )*\ \ SMTP((?<server><<)|(?<client>>>|\|>|\+>))\ ", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(\d\S*\ )* {9}(?=[2-5]\d\d([ -]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Continuation();

    [GeneratedRegex(@"SMTP[>|+]> (\(writing message\)|writing message and terminating)", RegexOptions.CultureInvariant)]
    private static partial Regex Content();

    [GeneratedRegex(@"Connecting to (?<host>\S+) \[.*\]:(?<port>\d+) ", RegexOptions.CultureInvariant)]
    private static partial Regex Connecting();

    [GeneratedRegex(@"^(\d\S*\ )*  SMTP\(close\)>>", RegexOptions.CultureInvariant)]
    private static partial Regex Closed();

    sealed class TestProgram : ITerminalProgram
    {
        public bool Takes(LogLine line, RecordingBuilder builder) =>
            Terminal.Takes(line, builder) || line.StartsWith("****") || line.StartsWith(">>>") || line.StartsWith("LOG: ");

        public bool Interrupts(LogLine line) => line.StartsWith(">>> ");

        public bool Accepts(Direction direction, LogLine line, RecordingBuilder builder) => true;
    }
}
