using System.Text;
using System.Text.Json;
using SmtpInspector.LineMode;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Show;
using static SmtpInspector.Tests.Fuzzing.Judging;

namespace SmtpInspector.Tests.Fuzzing;

/// <summary>Grammar and judge: any octets, in any pieces, judged by anyone at any time.</summary>
static partial class FuzzTargets
{
    static FuzzTarget[] Conversations =>
    [
        new("the judge never throws, and what it says is fit to be shown", 1500, Transcript, JudgeNeverThrows),
        new("pieces of any size give the same entries", 1200, Transcript, PiecesGiveTheSame),
        new("a correct exchange behind it changes no verdict", 1200, Transcript, ExchangeBehindChangesNothing),
        new("a correct exchange between two others changes no verdict", 600, Transcript, ExchangeBetweenChangesNothing),
        new("a command line has a value and findings that lie in it", 20_000, random => Mutator.Mutate(random, Corpus.Lines, Words), CommandsAreTotal),
        new("a reply line has a value whose parts lie in it", 20_000, random => Mutator.Mutate(random, Corpus.Lines, Words), RepliesAreTotal),
    ];

    static byte[] Transcript(Random random) => Mutator.Mutate(random, Corpus.Files, Words);

    static void JudgeNeverThrows(byte[] file)
    {
        if (Read(file) is not { } document)
        {
            return;
        }

        foreach (var entry in Verdict(document.StartState(), document.Events()))
        {
            if (entry.StartsWith('{'))
            {
                Harmless(entry);
                using var parsed = JsonDocument.Parse(entry);
                Assert.Equal(JsonValueKind.Object, parsed.RootElement.ValueKind);
            }
        }

        var shown = new MemoryStream();
        TranscriptShow.Print(document, new StreamOutput(shown, depth: null), keepSecrets: false);
        Harmless(Encoding.UTF8.GetString(shown.ToArray()));
    }

    static void PiecesGiveTheSame(byte[] file)
    {
        if (Read(file) is not { } document)
        {
            return;
        }

        var chance = ChanceOf(file);
        var whole = Timeless(document);
        var pieces = new List<ConversationEvent>();
        foreach (var happened in whole)
        {
            // A placeholder is one thing, whatever octets stand for it.
            if (happened is not ConversationEvent.Line { LeftOut.Count: 0 } line || line.Wire.Bytes.IsEmpty)
            {
                pieces.Add(happened);
                continue;
            }

            var most = 1 + chance.Next(line.Wire.Bytes.Length);
            for (var start = 0; start < line.Wire.Bytes.Length;)
            {
                var length = Math.Min(1 + chance.Next(most), line.Wire.Bytes.Length - start);
                pieces.Add(line with { Wire = new WireLine(line.Wire.Direction, line.Wire.Offset + start, line.Wire.Bytes.Slice(start, length)) });
                start += length;
            }
        }

        Assert.Equal(Verdict(document.StartState(), whole), Verdict(document.StartState(), pieces));
    }

    static readonly ConversationEvent[] Exchange = [Line(Direction.Client, "NOOP\r\n"), Line(Direction.Server, "250 2.0.0 Ok\r\n")];

    static void ExchangeBehindChangesNothing(byte[] file)
    {
        if (Read(file) is not { } document)
        {
            return;
        }

        var before = new List<string>();
        var judge = new ConversationJudge(document.StartState());
        var events = Timeless(document);
        foreach (var happened in events)
        {
            before.AddRange(judge.Apply(happened).Select(Render));
        }

        before.AddRange(judge.Settle().Select(Render));
        var after = Verdict(document.StartState(), [.. events, .. Exchange]);
        Assert.Equal(before, after.Take(before.Count));
    }

    static void ExchangeBetweenChangesNothing(byte[] file)
    {
        if (Read(file) is not { } document)
        {
            return;
        }

        var events = Timeless(document);
        var places = LockstepPlaces(document.StartState(), events);
        if (places.Count == 0)
        {
            return;
        }

        var (place, entries) = places[ChanceOf(file).Next(places.Count)];
        var without = Verdict(document.StartState(), events);
        var with = Verdict(document.StartState(), [.. events[..place], .. Exchange, .. events[place..]]);
        with.RemoveRange(entries, 2);
        Assert.Equal(without, with);
    }

    // Between two exchanges: nothing is open on either side, and what comes next is a whole line of the client's.
    static List<(int Place, int Entries)> LockstepPlaces(SessionState start, List<ConversationEvent> events)
    {
        var places = new List<(int, int)>();
        var judge = new ConversationJudge(start);
        var entries = 0;
        var open = new bool[2];
        for (var i = 0; i < events.Count; i++)
        {
            var state = judge.State;
            if (events[i] is ConversationEvent.Line { Wire: { Direction: Direction.Client, IsComplete: true } }
                && state is { Phase: Phase.Greeted, OutstandingCount: 0, Content: ContentMode.None, AwaitsAuthAnswer: false, BrokenAuth: null, ClientHasSpoken: true }
                && !open[0] && !open[1] && !judge.HoldsBack)
            {
                places.Add((i, entries));
            }

            entries += judge.Apply(events[i]).Count;
            if (events[i] is ConversationEvent.Line line)
            {
                // A reply that goes on is open as a line is, and a line without a code does not end it.
                ReplyLine? reply = line.Wire.Direction == Direction.Server ? ReplyLine.Parse(line.Wire) : null;
                open[(int)line.Wire.Direction] = !line.Wire.IsComplete
                    || reply is { Code: not null, IsLast: false }
                    || (reply is { Code: null } && open[(int)Direction.Server]);
            }
        }

        return places;
    }

    static void CommandsAreTotal(byte[] line)
    {
        var findings = new List<Finding>();
        var command = CommandParser.Parse(line, findings);
        Assert.NotNull(command);
        Assert.All(findings, finding =>
        {
            if (finding.Where is { } where)
            {
                Assert.InRange(where.Start, 0, line.Length);
                Assert.InRange(where.End, where.Start, line.Length);
            }

            Assert.All(finding.Message, character => Assert.InRange(character, ' ', '~'));
        });
    }

    static void RepliesAreTotal(byte[] octets)
    {
        var reply = ReplyLine.Parse(new WireLine(Direction.Server, 0, octets));
        Assert.True(reply.TextBytes.Length <= octets.Length);
        Assert.True(reply.Code is null or (>= 0 and <= 999));
        _ = EnhancedStatusCode.At(reply.TextBytes.Span);
        Assert.NotNull(EhloKeyword.Parse(reply.TextBytes));
    }
}
