using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Lessons;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Protocol.Transcripts;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Lessons;

/// <summary>Whatever a lesson's author, a server or a learner writes, says or types: it is answered, and nothing throws.</summary>
public class RobustnessTests
{
    static readonly string[] Lines = Sample.Text.Split('\n');

    [Property(MaxTest = 300)]
    public void A_damaged_file_is_a_lesson_or_is_refused_with_its_place(int at, int other, byte how, char letter)
    {
        var lines = Lines.ToList();
        var line = Math.Abs(at % lines.Count);
        var second = Math.Abs(other % lines.Count);
        switch (how % 4)
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(line, lines[second]);
                break;
            case 2:
                lines[line] = lines[line][..(lines[line].Length / 2)];
                break;
            default:
                lines[line] = lines[line].Insert(Math.Abs(other % (lines[line].Length + 1)), letter.ToString());
                break;
        }

        try
        {
            Assert.NotEmpty(LessonFile.Parse("1-damaged.lesson", string.Join('\n', lines)).Steps);
        }
        catch (LessonException wrong)
        {
            Assert.InRange(wrong.Line, 1, lines.Count + 1);
            Assert.True(wrong.Column >= 1);
        }
    }

    public static TheoryData<string> Conversations =>
        [.. Directory.GetFiles(Path.Combine(Repository.Folder, "transcripts"), "*.smtp").Select(file => Path.GetFileName(file))];

    [Theory, MemberData(nameof(Conversations))]
    public void No_conversation_makes_a_lesson_throw(string file)
    {
        var document = TranscriptDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Folder, "transcripts", file)));
        foreach (var lesson in LessonShelf.Course)
        {
            var judge = new ConversationJudge(document.StartState());
            var run = LessonRun.Start(lesson).Run.Apply(new ConversationEvent.Connecting(null, "localhost", 25), judge.State, []).Run;
            foreach (var happened in document.Events())
            {
                var before = judge.State;
                run = run.Apply(happened, before, judge.Apply(happened)).Run;
                Assert.InRange(run.Index, 0, run.Count);
            }
        }
    }

    [Property(MaxTest = 200)]
    public void No_wish_and_no_answer_makes_a_lesson_throw(byte lesson, byte step, byte[] typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var course = LessonShelf.Course;
        var chosen = course[lesson % course.Count];
        var run = LessonRun.Start(chosen, step % chosen.Steps.Count).Run;
        foreach (var octet in typed)
        {
            run = (octet % 4) switch
            {
                0 => run.Answer(FormattableString.Invariant($"{octet % 30}")).Run,
                1 => run.Answer(Encoding.Latin1.GetString([octet, octet])).Run,
                _ => run.Wish((LearnerWish)(octet % Enum.GetValues<LearnerWish>().Length)).Run,
            };
            Assert.InRange(run.Index, 0, run.Count);
            Assert.True(run.HintsShown <= (run.Step?.Hints.Count ?? 0));
            _ = (run.Preparation, run.Server, run.Hints, LearnerLine.Read(typed, run.AwaitsAnswer, ContentMode.None));
        }
    }
}
