using System.Globalization;
using System.Text.RegularExpressions;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Importing.Formats;

/// <summary>
/// A conversation that somebody, or some program's log, has marked in a way of its own, the same throughout:
/// <c>C></c> and <c>S></c>, <c>></c> and <c>&lt;</c>, <c>client:</c> and <c>server:</c>, with a time or a number in front,
/// between the paragraphs of a page.
/// </summary>
static partial class OwnMarksFormat
{
    /// <summary>How it is recognised and read.</summary>
    public static ImportFormat Format { get; } = new(
        "marked",
        null,
        "a conversation with marks of anybody's own, as C> and S>, > and <, client: and server:, [12:00:01] IN and OUT",
        ShownEndings.None,
        static text => LearntMarks.Of(PageText.Of(text)) is not null,
        static (text, builder) =>
        {
            if (PageText.Of(text) is var page && LearntMarks.Of(page) is { } marks)
            {
                Read(page, marks, builder);
            }
        });

    static void Read(LogText text, LearntMarks marks, RecordingBuilder builder)
    {
        var turns = new Turns();
        var endIsAhead = EndsAhead(text, marks);
        for (var i = 0; i < text.Lines.Count; i++)
        {
            var line = text.Lines[i];
            var marked = marks.Take(line, out var said, out var mark);
            if ((marked ?? WithoutMark(line, turns, marks)) is not { } direction)
            {
                if (!line.Bytes.Span.Trim(" \t"u8).IsEmpty)
                {
                    builder.Other();
                }

                continue;
            }

            if (marked is null && direction != marks.Unmarked)
            {
                builder.Doubt(line, "has no mark; it stands within the message and is taken for the client's");
            }

            builder.Line(direction, said, ClockOf(mark, builder));
            turns.Take(direction, said, endIsAhead[i]);
        }
    }

    // Whose a line without a mark is; null for one that is no part of the conversation.
    static Direction? WithoutMark(LogLine line, Turns turns, LearntMarks marks) =>
        turns.InContent ? Direction.Client
        : line.Bytes.IsEmpty && !(turns.AwaitsAnswer && marks.Unmarked == Direction.Client) ? null
        : marks.Unmarked switch
        {
            Direction.Server when Turns.IsReply(line.Bytes.Span) => Direction.Server,
            Direction.Client when turns.AwaitsAnswer || UnmarkedReader.IsConversation(line) && !Turns.IsReply(line.Bytes.Span) => Direction.Client,
            _ => null,
        };

    // For every line: whether the line of one dot comes behind it before another message begins.
    static bool[] EndsAhead(LogText text, LearntMarks marks)
    {
        var ahead = new bool[text.Lines.Count];
        var seen = false;
        for (var i = ahead.Length - 1; i >= 0; i--)
        {
            ahead[i] = seen;
            _ = marks.Take(text.Lines[i], out var said, out _);
            seen = said.Bytes.Span is [(byte)'.'] || (seen && Verbs.Of(said.Bytes.Span) != Verb.Data);
        }

        return ahead;
    }

    static TimeSpan? ClockOf(string mark, RecordingBuilder builder)
    {
        if (Clock().Match(mark) is not { Success: true } clock
            || !TimeSpan.TryParse(clock.Value.Replace(',', '.'), CultureInfo.InvariantCulture, out var time))
        {
            return null;
        }

        builder.Current.HasCoarseTimes |= !clock.Groups["fraction"].Success;
        return time;
    }

    [GeneratedRegex(@"(?<![\d:])\d\d:\d\d:\d\d(?<fraction>[.,]\d{1,7})?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
