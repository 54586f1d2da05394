using System.Text;
using SmtpInspector.Lessons;
using SmtpInspector.Session;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Lessons;

/// <summary>The verb <c>learn</c>, as a learner meets it.</summary>
public class LearnVerbTests
{
    [Fact]
    public async Task The_list_has_a_lesson_a_line_with_number_name_title_and_progress()
    {
        var lines = (await ProgramUnderTest.RunAsync("", "learn", "--list")).Expect(0).Output.TrimEnd('\n').Split('\n');
        Assert.Equal(LessonShelf.Course.Count, lines.Length);
        foreach (var (lesson, line) in LessonShelf.Course.Zip(lines))
        {
            Assert.Matches($@"^ *{lesson.Number}  {lesson.Name} +{System.Text.RegularExpressions.Regex.Escape(lesson.Title)} +new$", line);
        }
    }

    [Fact]
    public async Task The_first_lesson_is_solved_from_a_pipe_and_the_progress_is_kept()
    {
        using var home = new TestHome();
        const string typed = """
            HELLO me.example
            ?
            EHLO me.example
            mail from:<me@me.example>
            RCPT TO:<nobody@example.org>
            RCPT TO:<ben@example.org>
            DATA
            Subject: hello

            ?
            ?which is not for the lesson
            .
            """ + "\n";
        var left = (await ProgramUnderTest.RunAsync(home, Encoding.UTF8.GetBytes(typed), "learn", "1", "--line")).Expect(1).Output;
        Assert.Contains("| Step 1 of 7: Say who you are", left, StringComparison.Ordinal);
        Assert.Contains("| -> Nearly: the verb is spelled EHLO", left, StringComparison.Ordinal);
        Assert.Contains("| hint 1 of 3: ", left, StringComparison.Ordinal);
        Assert.Contains("C: ?which is not for the lesson", left, StringComparison.Ordinal);
        Assert.DoesNotContain("C: ?\n", left, StringComparison.Ordinal);
        Assert.Matches(@"first-conversation .* 6/7\n", (await ProgramUnderTest.RunAsync(home, [], "learn", "--list")).Expect(0).Output);
        var done = (await ProgramUnderTest.RunAsync(home, "QUIT\n"u8.ToArray(), "learn", "first-conversation", "--line")).Expect(0).Output;
        Assert.Contains("| Step 7 of 7: Take your leave", done, StringComparison.Ordinal);
        Assert.Contains("* sent by the program itself:\nC: EHLO laptop.example.com", done, StringComparison.Ordinal);
        Assert.Contains("| That was lesson 1", done, StringComparison.Ordinal);
        Assert.Matches(@"first-conversation .* done\n", (await ProgramUnderTest.RunAsync(home, [], "learn", "--list")).Expect(0).Output);
    }

    [Fact]
    public async Task What_waits_behind_a_QUIT_belongs_to_the_conversation_that_begins_anew()
    {
        using var home = new TestHome();
        var output = (await ProgramUnderTest.RunAsync(home, "EHLO me.example\nQUIT\nMAIL FROM:<me@me.example>\n"u8.ToArray(), "learn", "1", "--line")).Expect(1).Output;
        Assert.Contains("A new one begins, and what belongs before this step is said for you.", output.Replace("\n| ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("| Step 3 of 7", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_begun_and_not_ended_is_spoken_of()
    {
        using var home = new TestHome();
        var output = (await ProgramUnderTest.RunAsync(home, "C%: EHLO me\nC%: .example%0D%0A\n"u8.ToArray(), "learn", "1", "--line")).Expect(1).Output;
        Assert.Contains("| That line has no end yet", output, StringComparison.Ordinal);
        Assert.Contains("| Step 2 of 7", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_typed_for_who_asks_for_it()
    {
        using var home = new TestHome();
        var typed = string.Concat(Enumerable.Repeat("?type\n", LessonShelf.Course[10].Steps.Count));
        var output = (await ProgramUnderTest.RunAsync(home, Encoding.UTF8.GetBytes(typed), "learn", "smuggling", "--line")).Expect(0).Output;
        Assert.Contains("C: MAIL FROM:<ceo@example.org>", output, StringComparison.Ordinal);
        Assert.Contains("| That was lesson 11", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_ones_own_is_listed_checked_and_told_what_is_wrong_with_it()
    {
        using var home = new TestHome();
        var folder = Directory.CreateDirectory(home.Path("mine")).FullName;
        home.Write("mine/3-short.lesson", Sample.Text);
        Assert.Matches("^ *3  short  A sample  new\n$", (await ProgramUnderTest.RunAsync(home, [], "learn", "--list", "--lessons", folder)).Expect(0).Output);
        Assert.Contains("0 not as the lessons say", (await ProgramUnderTest.RunAsync(home, [], "learn", "--check", "--lessons", folder)).Expect(0).Output, StringComparison.Ordinal);

        home.Write("mine/3-short.lesson", Sample.With("answer: MAIL FROM:<me@ses-example.com>", "answer: MAIL FROM:<me@other.example>"));
        Assert.Contains("the model answer does not solve it", (await ProgramUnderTest.RunAsync(home, [], "learn", "--check", "--lessons", folder)).Expect(1).Output, StringComparison.Ordinal);

        home.Write("mine/4-short.lesson", Sample.Text);
        Assert.Contains("two lessons have the name short", (await ProgramUnderTest.RunAsync(home, [], "learn", "--list", "--lessons", folder)).Expect(2).Error, StringComparison.Ordinal);

        File.Delete(home.Path("mine/4-short.lesson"));
        home.Write("mine/3-short.lesson", Sample.With("expect: read", "expect: raed"));
        Assert.Contains("line 56, column 9", (await ProgramUnderTest.RunAsync(home, [], "learn", "--list", "--lessons", folder)).Expect(2).Error, StringComparison.Ordinal);
    }

    public static TheoryData<string> Course => [.. LessonShelf.Course.Select(lesson => lesson.Name)];

    [Theory, MemberData(nameof(Course))]
    public async Task Every_model_answer_hint_and_foreseen_mistake_of_a_lesson_does_what_it_says(string name)
    {
        using var said = new StringWriter();
        var status = await new LessonCheck(said).RunAsync([LessonShelf.Find(LessonShelf.Course, name)!], TestContext.Current.CancellationToken);
        Assert.True(status == ExitStatus.AsExpected, said.ToString());
    }

    [Fact]
    public async Task A_lesson_there_is_not_is_wrong_usage() =>
        Assert.Contains("learn --list", (await ProgramUnderTest.RunAsync("", "learn", "99")).Expect(2).Error, StringComparison.Ordinal);

    [Fact]
    public async Task At_a_terminal_a_newcomer_is_led_through_the_first_steps()
    {
        using var home = new TestHome();
        await using var session = await PtySession.StartAsync(home, (100, 50), null, ProgramUnderTest.Executable, "learn", "--line");
        await session.UntilAsync("Step 1 of 7");
        await session.UntilAsync("gives a hint");
        await session.TypeLineAsync("?");
        await session.UntilAsync("hint 1 of 3");
        await session.TypeLineAsync("EHLO me.example");
        await session.UntilAsync("Step 2 of 7");
        await session.TypeLineAsync("?leave");
        Assert.Equal(0, await session.EndAsync());
    }
}
