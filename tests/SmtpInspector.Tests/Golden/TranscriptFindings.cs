using System.Globalization;
using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Golden;

/// <summary>What the judge says of a transcript, as its <c>.findings</c> file has it.</summary>
static class TranscriptFindings
{
    /// <summary>One finding a line: the line of the file it is about, from 1; the rule; the severity.</summary>
    public static string Render(byte[] file) => Render(TranscriptDocument.Parse(file), pieces: int.MaxValue);

    /// <summary>The same, each line of the wire given to the judge in pieces of so many octets at most.</summary>
    public static string RenderInPieces(byte[] file, int pieces) => Render(TranscriptDocument.Parse(file), pieces);

    static string Render(TranscriptDocument document, int pieces)
    {
        var judge = new ConversationJudge(document.StartState());
        var found = new List<(int Line, string Text)>();
        var places = new Places();
        foreach (var (line, happened) in document.NumberedEvents())
        {
            foreach (var piece in Cut(happened, pieces))
            {
                places.Add(line, piece);
                Collect(judge.Apply(piece), places, found);
            }
        }

        Collect(judge.Finish(), places, found);
        var text = new StringBuilder();
        foreach (var (_, rendered) in found.OrderBy(row => row.Line))
        {
            text.Append(rendered).Append('\n');
        }

        return text.ToString();
    }

    static void Collect(IReadOnlyList<Entry> entries, Places places, List<(int Line, string Text)> found)
    {
        foreach (var entry in entries)
        {
            foreach (var finding in entry.Findings)
            {
                var line = places.LineOf(entry, finding.Where?.Line ?? 0);
                found.Add((line, string.Create(CultureInfo.InvariantCulture, $"{line} {finding.Rule} {NameOf(finding.Severity)}")));
            }

            places.Passed(entry);
        }
    }

    static IEnumerable<ConversationEvent> Cut(ConversationEvent happened, int pieces)
    {
        // What a transcript leaves out of a line cannot be cut.
        if (happened is not ConversationEvent.Line { LeftOut.Count: 0 } line || line.Wire.Bytes.Length <= pieces)
        {
            yield return happened;
            yield break;
        }

        for (var start = 0; start < line.Wire.Bytes.Length; start += pieces)
        {
            var length = Math.Min(pieces, line.Wire.Bytes.Length - start);
            yield return line with { Wire = line.Wire with { Offset = line.Wire.Offset + start, Bytes = line.Wire.Bytes.Slice(start, length) } };
        }
    }

    static string NameOf(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Error => "error",
    };

    // Which line of the file holds what an entry is about.
    sealed class Places
    {
        readonly Dictionary<(Direction, long), int> _byOffset = [];
        readonly List<int> _content = [];
        int _last;
        bool _unfinished;

        public void Add(int line, ConversationEvent happened)
        {
            _last = line;
            if (happened is not ConversationEvent.Line { Wire: var wire })
            {
                return;
            }

            _byOffset.TryAdd((wire.Direction, wire.Offset), line);
            if (wire.Direction == Direction.Client)
            {
                if (!_unfinished)
                {
                    _content.Add(line);
                }

                _unfinished = !wire.IsComplete;
            }
        }

        // The client's lines since MAIL that are no commands are the content, in one piece or in chunks.
        public void Passed(Entry entry)
        {
            switch (entry)
            {
                case Entry.Data { IsChunk: false } or Entry.Command { Verb: Verb.Mail }:
                    _content.Clear();
                    break;
                case Entry.Command command:
                    _content.Remove(_byOffset[(Direction.Client, command.Wire.Offset)]);
                    break;
            }
        }

        public int LineOf(Entry entry, int line) => entry switch
        {
            Entry.Reply reply => _byOffset[(Direction.Server, reply.Value.Lines[line].Wire.Offset)],
            Entry.Injected injected => _byOffset[(Direction.Server, injected.Wire.Offset)],
            Entry.Command command => _byOffset[(Direction.Client, command.Wire.Offset)],
            Entry.Data => _content[Math.Min(line, _content.Count - 1)],
            _ => _last,
        };
    }
}
