using System.Text;
using System.Text.RegularExpressions;
using SmtpInspector.Lessons;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Protocol.Wire;
using SmtpInspector.Tests.Knowledge;

namespace SmtpInspector.Tests.Lessons;

/// <summary>Holds the program's own lessons to account.</summary>
public partial class CourseTests
{
    static readonly IReadOnlyList<Lesson> Course = LessonShelf.Course;

    // The topics a course must have, in the words of its titles.
    static readonly string[][] Topics =
    [
        ["first conversation", "greeting", "EHLO", "MAIL", "RCPT", "DATA", "QUIT"],
        ["Envelope", "header", "Bcc", "bounces", "reverse-path", "null reverse-path"],
        ["Reply codes", "digits", "multi-line", "enhanced codes"],
        ["dot", "transparency", "CRLF", "bare LF"],
        ["EHLO", "extensions", "SIZE", "8BITMIME", "SMTPUTF8", "missing"],
        ["TLS", "implicit", "STARTTLS", "certificate", "stripping", "injection"],
        ["AUTH PLAIN", "LOGIN", "base64", "trailing newline"],
        ["go wrong", "4xx", "5xx", "greylisting", "421", "retry", "bounce", "DSN"],
        ["PIPELINING", "CHUNKING", "BDAT"],
        ["Amazon SES", "endpoints", "derived password", "sandbox", "simulator", "message id", "throttling", "DNS"],
        ["smuggling", "end of data"],
        ["transcript", "five mistakes"],
    ];

    public static TheoryData<int> Lessons => [.. Enumerable.Range(0, Course.Count)];

    static IEnumerable<(string Where, string Text)> Texts(Lesson lesson)
    {
        yield return (lesson.Name, lesson.Title);
        yield return (lesson.Name, lesson.Goal);
        yield return (lesson.Name, lesson.Introduction);
        foreach (var step in lesson.Steps)
        {
            var where = $"{lesson.Name}, {step.Title}";
            foreach (var text in (string[])[step.Text, .. step.Choices, .. step.Hints, .. step.Mistakes.Select(mistake => mistake.Says), .. step.Notices.Select(notice => notice.Says)])
            {
                yield return (where, text);
            }
        }
    }

    [Fact]
    public void The_course_has_every_topic_in_its_place()
    {
        Assert.Equal(Enumerable.Range(1, Course.Count), Course.Select(lesson => lesson.Number));
        foreach (var (topic, lesson) in Topics.Zip(Course))
        {
            Assert.All(topic, word => Assert.Contains(word, lesson.Title, StringComparison.OrdinalIgnoreCase));
        }

        Assert.True(Course.Count >= Topics.Length);
    }

    [Theory, MemberData(nameof(Lessons))]
    public void A_lesson_takes_five_to_ten_minutes_and_ends_in_something_to_notice(int index)
    {
        Assert.InRange(Course[index].Minutes, 5, 10);
        Assert.InRange(Course[index].Steps.Count, 4, 13);
        Assert.NotEmpty(Course[index].Steps[^1].Notices);
    }

    [Theory, MemberData(nameof(Lessons))]
    public void No_text_is_longer_than_60_words_and_none_has_words_that_lead_nowhere(int index) =>
        Assert.All(Texts(Course[index]), text =>
        {
            Assert.True(LessonText.Words(text.Text) <= 60, $"{text.Where}: {text.Text}");
            Assert.DoesNotContain("  ", text.Text, StringComparison.Ordinal);
            Assert.True(text.Text.Count(letter => letter == '`') % 2 == 0, $"{text.Where}: {text.Text}");
        });

    [Theory, MemberData(nameof(Lessons))]
    public void Every_section_cited_exists_and_has_the_word_it_is_cited_for(int index) =>
        Assert.All(Texts(Course[index]), text =>
        {
            foreach (Match citation in Citation().Matches(text.Text))
            {
                var (rfc, section, word) = (citation.Groups["rfc"].Value, citation.Groups["section"].Value, citation.Groups["word"].Value);
                Assert.True(References.Fault($"RFC {rfc} §{section}") is null, $"{text.Where}: {citation.Value}");
                Assert.True(CitedWords.Has(rfc, section, word), $"{text.Where}: {citation.Value} is not in cited-words.txt");
            }

            // Each citation of a section says for which word.
            Assert.Equal(text.Text.Count(letter => letter == '§'), Citation().Count(text.Text));
        });

    [Fact]
    public void Every_transcript_to_read_has_its_mistakes_where_the_judge_finds_them()
    {
        var read = from lesson in Course
                   from step in lesson.Steps
                   where step.Exhibit is { IsTranscript: true } && step.Goal is LessonGoal.Lines
                   select step;
        Assert.Equal(3, read.Count());
        Assert.All(read, step => Assert.Equal(((LessonGoal.Lines)step.Goal).Numbers.Order(), LinesWithFindings(step.Exhibit!)));
    }

    /// <summary>The lines of a transcript beside which the judge finds an error or a warning, from 1.</summary>
    static SortedSet<int> LinesWithFindings(LessonExhibit exhibit)
    {
        var document = TranscriptDocument.Parse(Encoding.UTF8.GetBytes(string.Join('\n', exhibit.Lines) + "\n"));
        var judge = new ConversationJudge(document.StartState());
        var lines = new SortedSet<int>();
        var reply = new List<int>();
        var content = new List<int>();
        foreach (var (number, happened) in document.NumberedEvents())
        {
            var isContent = judge.State.Content != Protocol.Conversation.ContentMode.None;
            if (happened is Protocol.Conversation.ConversationEvent.Line { Wire.Direction: Direction.Server })
            {
                reply.Add(number);
            }
            else if (isContent)
            {
                content.Add(number);
            }

            foreach (var entry in judge.Apply(happened))
            {
                foreach (var finding in entry.Findings.Where(finding => finding.Severity != Severity.Info))
                {
                    lines.Add(entry switch
                    {
                        Entry.Reply => LineOf(exhibit, reply, finding),
                        Entry.Data => content[finding.Where?.Line ?? 0],
                        _ => number,
                    });
                }

                if (entry is Entry.Reply)
                {
                    reply.Clear();
                }
            }
        }

        return lines;
    }

    // A finding about a whole reply names in its text what one of its lines holds.
    static int LineOf(LessonExhibit exhibit, List<int> reply, Finding finding) => finding.Where is { } where
        ? reply[where.Line]
        : reply.FirstOrDefault(number => finding.Message.Contains(exhibit.Lines[number - 1][7..].Split(' ')[0], StringComparison.Ordinal), reply[^1]);

    [GeneratedRegex(@"RFC (?<rfc>[1-9]\d{2,3}) §(?<section>[\dA-Z.]+): (?<word>[^)]+)\)")]
    private static partial Regex Citation();
}
