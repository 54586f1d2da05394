using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>Lines of events: <c>* [time] word key=value ...</c>. Anything else behind the star is a note.</summary>
static class StarLine
{
    /// <summary>What a star line is.</summary>
    public abstract record Meaning
    {
        /// <summary>An event of the conversation.</summary>
        public sealed record Event(ConversationEvent Value) : Meaning;

        /// <summary>A certificate of the chain the <c>tls</c> line before it began.</summary>
        public sealed record Certificate(PeerCertificate Value) : Meaning;

        /// <summary>The next line of the client's was the program's own.</summary>
        public sealed record Own : Meaning;
    }

    static readonly string[] EventWords =
        ["connecting", "connected", "tls", "certificate", "closed", "error", "own", "wait", "no-wait", "half-close", "close"];

    /// <summary>Whether a text begins with a word that can be an event.</summary>
    public static bool BeginsWithEventWord(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)' ');
        var word = end < 0 ? text : text[..end];
        foreach (var known in EventWords)
        {
            if (Ascii.Equals(word, known))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the text behind the star and its time.</summary>
    public static Meaning Read(TimeSpan? at, string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? text : text[..space];
        var rest = space < 0 ? "" : text[(space + 1)..];
        return Steering(at, word, rest) ?? Known(at, word, rest) ?? new Meaning.Event(new ConversationEvent.Note(at, text));
    }

    static Meaning.Event? Steering(TimeSpan? at, string word, string rest) => word switch
    {
        "wait" when double.TryParse(rest, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= 1_000_000 => Steer(at, SteeringKind.Wait, TimeSpan.FromSeconds(seconds)),
        "no-wait" when rest.Length == 0 => Steer(at, SteeringKind.NoWait),
        "half-close" when rest.Length == 0 => Steer(at, SteeringKind.HalfClose),
        "close" when rest.Length == 0 => Steer(at, SteeringKind.Close),
        _ => null,
    };

    static Meaning.Event Steer(TimeSpan? at, SteeringKind kind, TimeSpan duration = default) =>
        new(new ConversationEvent.Steered(at, kind, duration));

    static Meaning? Known(TimeSpan? at, string word, string rest)
    {
        if (!StarValues.TryParse(rest, out var values))
        {
            return null;
        }

        return word switch
        {
            "connecting" => new Meaning.Event(new ConversationEvent.Connecting(at, values["host"] ?? "", Number(values["port"]))),
            "connected" => Connected(at, values["address"] ?? ""),
            "tls" => new Meaning.Event(new ConversationEvent.TlsStarted(at, new TlsSession(
                values["protocol"] ?? "",
                values["cipher"] ?? "",
                values["verified"] switch { "yes" => true, "no" => false, _ => null },
                values.All("problem"),
                []))),
            "certificate" => new Meaning.Certificate(new PeerCertificate(
                values["subject"] ?? "",
                values["issuer"] ?? "",
                values["names"] is { Length: > 0 } names ? names.Split(',', StringSplitOptions.TrimEntries) : [],
                Moment(values["not-before"]),
                Moment(values["not-after"]),
                values["sha256"] ?? "",
                values["key"],
                values["signature"])),
            "closed" when values["by"] is "client" or "server" => new Meaning.Event(new ConversationEvent.Closed(
                at,
                values["by"] == "client" ? Direction.Client : Direction.Server,
                values["clean"] == "yes")),
            "error" when TranscriptWriter.KindNamed(values["kind"]) is { } kind =>
                new Meaning.Event(new ConversationEvent.Failed(at, kind, values["message"] ?? "")),
            "own" when rest.Length == 0 => new Meaning.Own(),
            _ => null,
        };
    }

    // The port is what follows the last colon, as in 192.0.2.1:465 and [2001:db8::1]:465.
    static Meaning.Event Connected(TimeSpan? at, string address)
    {
        var colon = address.LastIndexOf(':');
        return colon > 0 && int.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new(new ConversationEvent.Connected(at, address[..colon].Trim('[', ']'), port))
            : new(new ConversationEvent.Connected(at, address, 0));
    }

    static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;
}
