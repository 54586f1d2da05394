using System.Text.RegularExpressions;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>The log of MailKit's <c>ProtocolLogger</c>: <c>C: </c> and <c>S: </c> before the octets of the wire, perhaps a time before those.</summary>
static partial class MailKitFormat
{
    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "mailkit",
        "MailKit",
        "new SmtpClient(new ProtocolLogger(\"FILE\")), with or without LogTimestamps and RedactSecrets",
        ShownEndings.Both,
        static text => text.Lines.Any(static line => Connected().IsMatch(line.Head) || Timed().IsMatch(line.Head)),
        Read);

    static void Read(LogText text, RecordingBuilder builder) => MarkedReader.Read(text, builder, Marks(), line =>
    {
        var connected = Connected().Match(line.Head);
        if (!connected.Success)
        {
            return false;
        }

        _ = builder.Begin();
        var recording = builder.Current;
        recording.HasCoarseTimes = true;
        recording.Peer = connected.Groups["peer"].Value;
        recording.Tls = connected.Groups["scheme"].Value == "smtps" ? "implicit"
            : connected.Groups["starttls"].Value is "always" ? "starttls"
            : null;
        recording.ShowsTls = connected.Groups["starttls"].Value is "" or "never" or "none";
        if (MarkedReader.MomentOf(connected.Groups["time"].Value) is { } date)
        {
            recording.Date = MarkedReader.HeaderDate(date);
        }

        return true;
    });

    [GeneratedRegex(@"^((?<time>\d\S*)\ )?Connected\ to\ (?<scheme>smtps?)://(?<peer>[^/\s]+)/?(\?starttls=(?<starttls>[\w-]+))?$", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Connected();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\S+ [CS]: ", RegexOptions.CultureInvariant)]
    private static partial Regex Timed();

    [GeneratedRegex(@"^((?<time>\d{4}-\S+)\ )?((?<server>S:\ )|(?<client>C:\ ))", RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Marks();
}
