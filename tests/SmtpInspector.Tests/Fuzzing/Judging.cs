using System.Buffers;
using System.Globalization;
using System.Text;
using SmtpInspector.Json;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Fuzzing;

/// <summary>Short ways to what the fuzzing does with a conversation.</summary>
static class Judging
{
    /// <summary>The file as a transcript; null where it is refused, with a place that is in it.</summary>
    public static TranscriptDocument? Read(byte[] file)
    {
        try
        {
            var document = TranscriptDocument.Parse(file);
            _ = document.Events().Count();
            return document;
        }
        catch (TranscriptException refused)
        {
            var lines = Encoding.UTF8.GetString(file).Split('\n');
            Assert.InRange(refused.Line, 1, lines.Length);
            Assert.InRange(refused.Column, 1, lines[refused.Line - 1].Length + 1);
            Assert.NotEmpty(refused.Reason);
            return null;
        }
    }

    /// <summary>The conversation without its times, which no verdict on an exchange needs.</summary>
    public static List<ConversationEvent> Timeless(TranscriptDocument document) => [.. document.Events().Select(happened => happened with { At = null })];

    /// <summary>What the judge says, entry by entry, each written at once and again at the end, when it must be the same.</summary>
    public static List<string> Verdict(SessionState start, IEnumerable<ConversationEvent> events)
    {
        var judge = new ConversationJudge(start);
        var entries = new List<Entry>();
        var verdict = new List<string>();
        foreach (var happened in events)
        {
            Take(judge.Apply(happened));
        }

        Take(judge.Finish());
        Assert.Equal(verdict, entries.Select(Render));
        return verdict;

        void Take(IReadOnlyList<Entry> completed)
        {
            entries.AddRange(completed);
            verdict.AddRange(completed.Select(Render));
        }
    }

    /// <summary>An entry as JSON, credentials masked; its name where JSON leaves it out.</summary>
    public static string Render(Entry entry) =>
        new EntryJson(keepSecrets: false).TryRender(entry, out var line) ? Encoding.UTF8.GetString(line.Span) : entry.GetType().Name;

    /// <summary>The events as a transcript.</summary>
    public static byte[] Write(IEnumerable<ConversationEvent> events)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new TranscriptWriter();
        foreach (var happened in events)
        {
            writer.Write(happened, [], output);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>An event with everything that must survive being written and read; offsets are counted anew.</summary>
    public static string Described(ConversationEvent happened) => happened switch
    {
        ConversationEvent.Line line => $"{line.At} {line.Wire.Direction} {line.Own} {Convert.ToHexString(line.Wire.Bytes.Span)} {string.Join(',', line.LeftOut)}",
        ConversationEvent.TlsStarted tls => OneLine($"{tls.At} {tls.Session with { Problems = [], Certificates = [] }} {string.Join('|', tls.Session.Problems)} "
            + string.Join('|', tls.Session.Certificates.Select(certificate => $"{certificate with { Names = [] }} {string.Join(',', certificate.Names)}"))),
        _ => OneLine(happened.ToString()),
    };

    // What is written beside the wire stays on its line: a control character becomes a space.
    static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));

    /// <summary>Fails where a text would act on a terminal, or show itself as something else.</summary>
    public static void Harmless(string output) => Assert.DoesNotContain(output.EnumerateRunes(), rune => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200B or 0x200E or 0x200F or 0xFEFF);

    /// <summary>A line of one side.</summary>
    public static ConversationEvent.Line Line(Direction direction, string text) =>
        new(null, new WireLine(direction, 0, Encoding.Latin1.GetBytes(text)));
}
