using SmtpInspector.Protocol.Lessons;

namespace SmtpInspector.Tests.Lessons;

public class LessonFileTests
{
    [Fact]
    public void A_file_gives_a_lesson()
    {
        var lesson = Sample.Lesson;
        Assert.Equal((7, "a-sample", "A sample", 3), (lesson.Number, lesson.Name, lesson.Title, lesson.Minutes));
        Assert.Equal(("see how it works.", "An introduction."), (lesson.Goal, lesson.Introduction));
        Assert.Equal(["Say who it is from", "Choose", "Find", "Read"], lesson.Steps.Select(step => step.Title));
    }

    [Fact]
    public void Lines_of_a_paragraph_and_indented_lines_are_joined()
    {
        var step = Sample.Lesson.Steps[0];
        Assert.Equal("Type `MAIL FROM:<me@ses-example.com>`. This is the same paragraph.", step.Text);
        Assert.Equal("Two, which goes on here.", step.Hints[1]);
    }

    [Fact]
    public void The_third_hints_code_is_an_answer() =>
        Assert.Equal(["MAIL FROM:<you@ses-example.com>"], Sample.Lesson.Steps[0].HintedAnswer);

    [Fact]
    public void Placeholders_stand_for_the_account_of_the_practice_server()
    {
        var account = Sample.Lesson.Steps[0].Server!.Account;
        var expected = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"\0{account.UserName}\0{account.Password}"));
        Assert.Equal(["EHLO me.example", $"AUTH PLAIN {expected}"], Sample.Lesson.Steps[0].Server!.Prepare);
    }

    [Fact]
    public void A_server_has_its_TLS_its_faults_and_its_patience()
    {
        var text = Sample.With("server: ses implicit", "server: ses manual fault=421=RCPT fault=greylisting idle=3 trusting unstuffed");
        var server = LessonFile.Parse("1-x.lesson", text).Steps[0].Server!;
        Assert.Equal((LessonTls.Manual, TimeSpan.FromSeconds(3), true, false), (server.Tls, server.Idle, server.Trusting, server.Stuffing));
        Assert.Equal(["421=RCPT", "greylisting"], server.Setup.Faults.Select(fault => fault.ToString()));
    }

    // What is wrong, and where: the text to replace, what stands there instead, line and column.
    public static TheoryData<string, string, int, int, string> Wrong => new()
    {
        { "# A sample", "A sample", 1, 1, "title" },
        { "goal: see how it works.\n", "", 1, 1, "goal:" },
        { "minutes: 3", "minutes: many", 3, 10, "number" },
        { "server: ses implicit", "server: sesame", 4, 9, "ses" },
        { "server: ses implicit", "server: ses sometimes", 4, 13, "sometimes" },
        { "server: ses implicit", "server: ses fault=greylist", 4, 19, "greylist" },
        { "minutes: 3", "author: me", 3, 1, "author" },
        { "expect: MAIL @ses-example.com", "expect: MALE @ses-example.com", 14, 9, "MALE" },
        { "expect: MAIL @ses-example.com", "expect: MAIL vaguely", 14, 14, "vaguely" },
        { "expect: MAIL @ses-example.com", "expect: MAIL replied often", 14, 14, "a code" },
        { "expect: MAIL @ses-example.com", "expect: MAIL has \"x", 14, 18, "quotation" },
        { "mistake: MAIL found command-syntax", "mistake: MAIL found nothing-much", 20, 21, "nothing-much" },
        { "hint: One.\nhint: Two, which", "hint: Two, which", 14, 9, "3 hints" },
        { "hint: Type `MAIL FROM:<you@ses-example.com>`.", "hint: Type MAIL.", 14, 9, "backticks" },
        { "answer: MAIL FROM:<me@ses-example.com>\n", "", 14, 9, "model answer" },
        { "says: The angle brackets are missing.\n", "", 20, 10, "says:" },
        { "typed: MAIL FROM me@ses-example.com\n", "", 20, 10, "typed:" },
        { "notice: reply", "notice: somewhere", 23, 9, "reply" },
        { "expect: choice 2", "expect: choice 3", 30, 16, "choices" },
        { "expect: lines 1 3", "expect: lines 1 4", 45, 17, "lines" },
        { "S: 250-three\n```", "S: 250-three", 40, 1, "backticks" },
        { "C: TWO", "C%: %T", 42, 5, "hexadecimal" },
        { "expect: read", "answer: read", 54, 4, "expect" },
        { "## Read", "##", 54, 4, "title" },
        { "expect: MAIL @ses-example.com", "Expect: MAIL @ses-example.com", 14, 1, "written expect" },
        { "answer: MAIL FROM:<me@ses-example.com>", "answer:MAIL FROM:<me@ses-example.com>", 19, 1, "written answer" },
        { "goal: see how it works.", "Goal : see how it works.", 2, 1, "written goal" },
        { "expect: MAIL @ses-example.com", "expect: MAIL @ses-example.com or", 14, 33, "missing" },
        { "expect: MAIL @ses-example.com", "expect: MAIL @ses-example.com or MALE", 14, 34, "MALE" },
        { "mistake: MAIL found command-syntax", "mistake: MAIL found bare-lf", 20, 21, "command-bare-lf" },
        { "notice: line 3", "notice: line 4", 38, 4, "line 4" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_no_lesson_is_refused_with_its_place(string old, string replacement, int line, int column, string says)
    {
        var wrong = Assert.Throws<LessonException>(() => LessonFile.Parse("1-x.lesson", Sample.With(old, replacement)));
        Assert.Contains(says, wrong.Reason, StringComparison.Ordinal);
        Assert.Equal((line, column), (wrong.Line, wrong.Column));
    }

    [Fact]
    public void A_text_of_more_than_60_words_is_refused()
    {
        var text = Sample.With("Nothing to do.", string.Join(' ', Enumerable.Repeat("word", 61)));
        Assert.Contains("61 words", Assert.Throws<LessonException>(() => LessonFile.Parse("1-x.lesson", text)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_number_comes_last() => Assert.Equal((0, "mine"), (LessonFile.Parse("mine.lesson", Sample.Text) is var lesson ? (lesson.Number, lesson.Name) : default));
}
