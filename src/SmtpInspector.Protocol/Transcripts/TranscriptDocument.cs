using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>
/// A transcript file: a person's text, kept octet for octet, and the events it tells. Saving what was loaded
/// writes <see cref="File"/>: the same bytes.
/// </summary>
public sealed class TranscriptDocument
{
    readonly TranscriptFacts _facts;

    TranscriptDocument(TranscriptSource source, TranscriptHeader header, TranscriptFacts facts)
    {
        Source = source;
        Header = header;
        _facts = facts;
    }

    /// <summary>Where the file's octets are.</summary>
    public TranscriptSource Source { get; }

    /// <summary>The file's octets, all of them in memory.</summary>
    public ReadOnlyMemory<byte> File => Source.ReadAll();

    /// <summary>The header; empty where the file has none.</summary>
    public TranscriptHeader Header { get; }

    /// <summary>Whether the client says STARTTLS in it.</summary>
    public bool HasStartTls => _facts.HasStartTls;

    /// <summary>Whether any line has a time.</summary>
    public bool HasTimes => _facts.HasTimes;

    /// <summary>How many lines of either side it holds.</summary>
    public long WireLineCount => _facts.WireLines;

    /// <summary>The names of the credentials that the client's lines leave out, each once, in the order of the file.</summary>
    public IReadOnlyList<string> LeftOut() => !_facts.MayLeaveOut
        ? []
        :
        [
            .. Events().OfType<ConversationEvent.Line>()
                .Where(line => line.Wire.Direction == Direction.Client)
                .SelectMany(line => line.LeftOut)
                .Select(secret => secret.Name)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Reads a file through once and refuses what is no transcript.</summary>
    /// <exception cref="TranscriptException">With the place of the first thing that could not be understood.</exception>
    public static TranscriptDocument Parse(ReadOnlyMemory<byte> file) => Parse(TranscriptSource.Of(file));

    /// <summary>Reads a file through once and refuses what is no transcript.</summary>
    /// <exception cref="TranscriptException">With the place of the first thing that could not be understood.</exception>
    public static TranscriptDocument Parse(TranscriptSource source)
    {
        var scanner = new TranscriptScanner(source);
        var header = scanner.ReadHeader();
        var facts = TranscriptFacts.Read(ref scanner);
        return new TranscriptDocument(source, header, facts);
    }

    /// <summary>The state to start judging from: what the header and the first lines say of TLS, port and beginning.</summary>
    public SessionState StartState()
    {
        bool? tls = Header.Tls?.ToLowerInvariant() switch
        {
            "implicit" => true,
            "starttls" or "none" => false,
            _ => HasStartTls ? false : null,
        };
        return _facts.HasBeginning && !Header.IsOfServerOnly
            ? SessionState.Start(tls, Port()) : SessionState.Excerpt(tls, Port()) with { IsOfClientOnly = !_facts.HasServer && _facts.WireLines > 0 };
    }

    /// <summary>The events in order, read as they are asked for.</summary>
    public IEnumerable<ConversationEvent> Events()
    {
        for (var reader = OpenReader(); reader.Read() is { } happened;)
        {
            yield return happened;
        }
    }

    /// <summary>The events in order, each with the number, from 1, of the line of the file it stands on.</summary>
    public IEnumerable<(int Line, ConversationEvent Event)> NumberedEvents()
    {
        for (var reader = OpenReader(); reader.Read() is { } happened;)
        {
            yield return (reader.Line, happened);
        }
    }

    /// <summary>A reader of the events, from the first on.</summary>
    public TranscriptReader OpenReader() => new(Source);

    int? Port()
    {
        var colon = Header.Peer?.LastIndexOf(':') ?? -1;
        return colon >= 0 && int.TryParse(Header.Peer.AsSpan(colon + 1), out var port) ? port : null;
    }
}
