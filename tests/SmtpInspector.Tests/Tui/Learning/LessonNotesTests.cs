using SmtpInspector.Lessons;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Tests.Lessons;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Learning;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Learning;

/// <summary>What there is to notice is seen, and beside the line it is about; what a lesson asks is no line for the server.</summary>
public class LessonNotesTests
{
    const string Greeting = "S: 220 mx.example.org ESMTP\nC: EHLO me.example\nS: 250-mx.example.org\nS: 250-SIZE 1000\nS: 250-8BITMIME\nS: 250 SMTPUTF8\n";

    [Fact]
    public void A_note_about_one_line_of_a_reply_stands_behind_it()
    {
        var rows = At("extensions", 0, Greeting, 120, 50).Text.Split('\n').ToList();
        Assert.Contains("◂ The largest letter", rows[Row(rows, "250-SIZE 1000") + 1], StringComparison.Ordinal);
        Assert.Contains("◂ Letters may hold", rows[Row(rows, "250-8BITMIME") + 1], StringComparison.Ordinal);
        Assert.Contains("◂ Even addresses", rows[Row(rows, "250 SMTPUTF8") + 1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_about_a_line_that_is_folded_away_names_it()
    {
        var screen = At("extensions", 0, Greeting + "C: NOOP\nS: 250 Ok\n", 120, 50);
        Assert.Contains("◂ 250-8BITMIME: Letters may hold", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_there_is_to_notice_of_a_question_stands_at_the_end_of_the_transcript()
    {
        var screen = At("reply-codes", 1, Greeting, 80, 24);
        Answer(screen, "2");
        var rows = screen.Text.Split('\n').ToList();
        Assert.True(Row(rows, "All lines bear the same code") > Row(rows, "250 SMTPUTF8"));
        Assert.Contains(" 3/8 ", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_an_exhibits_line_stands_behind_it_and_later_in_the_transcript()
    {
        var screen = At("reading-a-transcript", 0, Greeting, 120, 50);
        Answer(screen, "2 6 8");
        var rows = screen.Text.Split('\n').ToList();
        Assert.Contains("found, 3 of 5", screen.Text, StringComparison.Ordinal);
        Assert.Contains("◂ A space behind", rows[Row(rows, "C: MAIL FROM: <me@me.example>") + 1], StringComparison.Ordinal);
        Answer(screen, "10 12");
        Assert.Contains("◂ line 12: DATA takes nothing", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("found, 4 of 5", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_small_screen_pages_of_an_exhibit_are_turned_from_the_line_and_what_is_said_is_in_sight()
    {
        var screen = At("reading-a-transcript", 0, Greeting, 80, 24);
        Assert.DoesNotContain("C: MAIL FROM: <me@me.example>", screen.Text, StringComparison.Ordinal);
        Assert.Contains("C: MAIL FROM: <me@me.example>", screen.Press("PgDn").Text, StringComparison.Ordinal);
        Answer(screen, "3");
        Assert.Contains("→ Line 3 is as it should be", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_is_answered_on_a_line_of_its_own_kind()
    {
        var text = At("reply-codes", 1, Greeting, 80, 24).Text;
        Assert.Contains("your answer:", text, StringComparison.Ordinal);
        Assert.Contains("a number answers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("next: ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smuggling", "F9 goes on")]
    [InlineData("reading-a-transcript", "F4 lists the lessons")]
    public void The_end_of_a_lesson_says_where_to_go(string name, string says)
    {
        var lesson = LessonShelf.Find(LessonShelf.Course, name)!;
        var screen = At(name, lesson.Steps.Count - 1, Greeting, 80, 24);
        Assert.Contains(says, screen.Tell(new Msg.Taught(1, Run(screen).Wish(LearnerWish.Skip))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lesson_of_a_folder_of_ones_own_is_followed_by_the_next_one_there()
    {
        var first = LessonFile.Parse("1-mine.lesson", Sample.Text);
        var second = LessonFile.Parse("2-yours.lesson", Sample.Text);
        var screen = ScreenHarness.On(LessonPage.Of(1, first, LineInput.Empty, [first, second])).Tell(new Msg.Taught(1, LessonRun.Start(first)));
        screen.Press("F9");
        Assert.Equal("yours", ((TalkPage)screen.Model.Page).Lesson!.Lesson.Name);
        screen.Press("F9");
        Assert.Equal("yours", ((TalkPage)screen.Model.Page).Lesson!.Lesson.Name);
    }

    static int Row(List<string> rows, string text) => rows.FindIndex(row => row.Contains(text, StringComparison.Ordinal)) is >= 0 and var row ? row : throw new InvalidOperationException($"not on the screen: {text}");

    static LessonRun Run(ScreenHarness screen) => ((TalkPage)screen.Model.Page).Lesson!.Run!;

    static void Answer(ScreenHarness screen, string text) => screen.Tell(new Msg.Taught(1, Run(screen).Answer(text)));

    // A lesson at one of its steps, and a conversation in which the learner has said something.
    static ScreenHarness At(string name, int index, string transcript, int columns, int rows)
    {
        var lesson = LessonShelf.Find(LessonShelf.Course, name)!;
        var document = Conversations.Document(transcript);
        var screen = ScreenHarness.On(LessonPage.Of(1, lesson, LineInput.Empty), columns, rows).Tell(new Msg.Taught(1, LessonRun.Start(lesson, index)));
        screen.Tell(new Msg.Taught(1, Run(screen).Apply(new ConversationEvent.Connecting(null, "localhost", 465), document.StartState(), [])));
        foreach (var heard in Conversations.Heard(document).Where(heard => heard.Event is not null))
        {
            screen.Tell(new Msg.Spoken(1, heard)).Tell(new Msg.Taught(1, Run(screen).Apply(heard.Event, heard.Before, heard.Entries)));
        }

        return screen.Tell(new Msg.Ready(1));
    }
}
