using System.Buffers;
using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing;

/// <summary>Makes a transcript of a recording: what it lacks is said, credentials are left out.</summary>
static class RecordingTranscript
{
    /// <summary>The transcript.</summary>
    /// <param name="recording">The conversation.</param>
    /// <param name="format">How it was written down.</param>
    /// <param name="number">Which conversation of the file it is, from 1.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="otherLines">How many lines of the file belong to none.</param>
    /// <param name="keepSecrets">Whether credentials are kept.</param>
    public static TranscriptDocument Of(Recording recording, ImportFormat format, int number, int count, int otherLines, bool keepSecrets)
    {
        var header = HeaderOf(recording, format);
        var happenings = MissingContent.Fill(recording);
        var events = new List<ConversationEvent>(happenings.Count + 3) { Note(Introduction(recording, format)) };
        if (count > 1)
        {
            events.Add(Note(Invariant($"the file holds {count} conversations; this is number {number}")));
        }

        if (otherLines > 0)
        {
            events.Add(Note(Invariant($"{otherLines} {(otherLines == 1 ? "line" : "lines")} of the file {(otherLines == 1 ? "is" : "are")} no part of a conversation and not shown here")));
        }

        events.AddRange(WireLines.EventsOf(happenings, format.Endings));
        KeepNotesOutOfContent(events);

        var whole = TranscriptDocument.Parse(Write(header, events, secrets: null));
        return keepSecrets ? whole : Redacted(whole, events);
    }

    // The state of the conversation tells what is a credential: the same judge that the recorder of a live one asks.
    static TranscriptDocument Redacted(TranscriptDocument whole, List<ConversationEvent> events)
    {
        var judge = new ConversationJudge(whole.StartState());
        var secrets = new List<IReadOnlyList<SecretSpan>>(events.Count);
        foreach (var happened in events)
        {
            _ = judge.Apply(happened);
            secrets.Add(judge.Secrets);
        }

        for (var i = 0; i < events.Count; i++)
        {
            // What a program says beside the conversation may repeat what was sent in it.
            events[i] = events[i] switch
            {
                ConversationEvent.Note note => note with { Text = judge.KnownSecrets.Hide(note.Text) },
                ConversationEvent.Failed failed => failed with { Message = judge.KnownSecrets.Hide(failed.Message) },
                var other => other,
            };
        }

        return TranscriptDocument.Parse(Write(whole.Header, events, secrets));
    }

    // Right behind DATA or 354 a line without a marker is the client's, a note without a time too: it goes before DATA.
    static void KeepNotesOutOfContent(List<ConversationEvent> events)
    {
        var content = default(ContentTracker);
        var opened = 0;
        for (var i = 0; i < events.Count; i++)
        {
            switch (events[i])
            {
                case ConversationEvent.Line { Wire.Ending: LineEnding.CrLf } line:
                    var wasOpen = content.InContent;
                    content.Take(line.Wire.Direction, line.Wire.Content.Span);
                    opened = wasOpen ? opened : i;
                    break;
                case ConversationEvent.Note { At: null } note when content is { InContent: true, AtStart: true }:
                    events.RemoveAt(i);
                    events.Insert(opened++, note);
                    break;
            }
        }
    }

    static byte[] Write(TranscriptHeader header, List<ConversationEvent> events, List<IReadOnlyList<SecretSpan>>? secrets)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write(Encoding.UTF8.GetBytes(header.Render()));
        var writer = new TranscriptWriter();
        for (var i = 0; i < events.Count; i++)
        {
            writer.Write(events[i], secrets?[i] ?? [], output);
        }

        return output.WrittenSpan.ToArray();
    }

    static TranscriptHeader HeaderOf(Recording recording, ImportFormat format)
    {
        var fields = new List<KeyValuePair<string, string>>();
        Add("peer", recording.Peer);
        Add("tls", recording.TlsMode());
        Add("date", recording.Date);
        Add("program", format.Program);
        if (recording.IsOfServerOnly)
        {
            Add(TranscriptHeader.RecordedField, TranscriptHeader.RecordedServerOnly);
        }

        return new TranscriptHeader(fields);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                fields.Add(new(name, StarValues.OneLine(value)));
            }
        }
    }

    static string Introduction(Recording recording, ImportFormat format)
    {
        var lacks = new List<string>();
        if (recording.IsOfServerOnly)
        {
            lacks.Add("what the client said");
        }

        if (!recording.HasTimes)
        {
            lacks.Add("times");
        }

        var client = recording.LinesOf(Direction.Client) > 0 && !WireLines.Shows(recording.Happenings, format.Endings, Direction.Client);
        var server = recording.LinesOf(Direction.Server) > 0 && !WireLines.Shows(recording.Happenings, format.Endings, Direction.Server);
        if (client || server)
        {
            lacks.Add($"line endings{(!server ? " of the client's lines" : !client ? " of the server's lines" : "")} (taken for CRLF)");
        }

        if (recording.TlsMode() is null)
        {
            lacks.Add("whether there was TLS");
        }

        var text = new StringBuilder("imported from ").Append(format.Program is null ? format.Name == "marked" ? "a text with marks of its own" : "a text without marks" : $"a recording of {format.Program}");
        if (lacks.Count > 0)
        {
            text.Append("; it does not tell: ").AppendJoin(", ", lacks);
        }

        return text.Append(recording.HasTimes && recording.HasCoarseTimes ? "; its times are whole seconds" : "").ToString();
    }

    static ConversationEvent.Note Note(string text) => new(null, text);

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
