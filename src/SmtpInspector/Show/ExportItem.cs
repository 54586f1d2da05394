using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Session;

namespace SmtpInspector.Show;

/// <summary>A line as it stood on the wire, for an export.</summary>
/// <param name="Wire">Its octets.</param>
/// <param name="Secrets">The credentials in it.</param>
readonly record struct ExportLine(WireLine Wire, IReadOnlyList<SecretSpan> Secrets)
{
    /// <summary>Its octets with the ending.</summary>
    public ReadOnlyMemory<byte> Octets(bool keepSecrets) => keepSecrets ? Wire.Bytes : Redactor.Redact(Wire.Bytes, Secrets);

    /// <summary>Its octets without the ending.</summary>
    public ReadOnlyMemory<byte> Content(bool keepSecrets) => keepSecrets ? Wire.Content : Redactor.Redact(Wire.Content, Secrets);
}

/// <summary>One thing of a conversation that can be exported: a judged entry, and the lines it was made of.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Lines">Its lines in order; empty for an event. The end of the content, a line of one dot, is among them.</param>
sealed record ExportItem(Entry Entry, IReadOnlyList<ExportLine> Lines)
{
    /// <summary>What an entry says of its lines itself: of a command and of a reply everything, of content nothing.</summary>
    public static IReadOnlyList<ExportLine> LinesOf(Entry entry) => entry switch
    {
        Entry.Command command => [new(command.Wire, command.Secrets)],
        Entry.Reply reply => [.. reply.Value.Lines.Select((line, i) => new ExportLine(line.Wire, reply.Secrets.Count > i ? reply.Secrets[i] : []))],
        Entry.Injected injected => [new(injected.Wire, injected.Secrets)],
        _ => [],
    };

    /// <summary>A conversation as it was observed, entry by entry.</summary>
    public static IEnumerable<ExportItem> Of(IEnumerable<Observed> conversation)
    {
        var content = new List<ExportLine>();
        foreach (var observed in conversation)
        {
            if (observed.Event is ConversationEvent.Line { Wire.Direction: Direction.Client } line && observed.Before.Content != ContentMode.None)
            {
                content.Add(ContentOf(line.Wire, observed));
            }

            foreach (var entry in observed.Entries)
            {
                if (entry is Entry.Data)
                {
                    yield return new(entry, [.. content]);
                    content.Clear();
                }
                else
                {
                    yield return new(entry, LinesOf(entry));
                }
            }
        }
    }

    // RFC 3030 §2: a chunk ends after its last octet; what stands behind it in the line is a command.
    static ExportLine ContentOf(WireLine wire, in Observed observed)
    {
        if (observed.Before.Content != ContentMode.Chunk || wire.Bytes.Length <= observed.Before.ChunkRemaining)
        {
            return new(wire, observed.Secrets.Count == 0 ? [] : [.. observed.Secrets]);
        }

        var length = (int)observed.Before.ChunkRemaining;
        return new(wire with { Bytes = wire.Bytes[..length] }, [.. observed.Secrets.Where(secret => secret.End <= length)]);
    }

    /// <summary>The content of a message or a chunk as it was meant: without its end, and without the dots put in for transport.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> MessageOctets(bool keepSecrets)
    {
        if (Entry is not Entry.Data data)
        {
            yield break;
        }

        // RFC 5321 §4.1.1.4: the end is a line of one dot, and only behind a CRLF.
        var beginsLine = true;
        var count = Lines.Count - (data is { IsChunk: false, IsComplete: true } ? 1 : 0);
        for (var i = 0; i < count; i++)
        {
            // RFC 5321 §4.5.2: the first dot of a line was put there for transport; a chunk (RFC 3030 §2) has none.
            var octets = Lines[i].Octets(keepSecrets);
            yield return !data.IsChunk && beginsLine && octets.Span is [(byte)'.', ..] ? octets[1..] : octets;
            beginsLine = Lines[i].Wire.Ending == LineEnding.CrLf;
        }
    }
}
