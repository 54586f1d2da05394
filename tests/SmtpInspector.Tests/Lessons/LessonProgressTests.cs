using SmtpInspector.Lessons;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Lessons;

public class LessonProgressTests
{
    [Fact]
    public void A_learner_goes_on_where_the_lesson_was_left_and_a_done_lesson_stays_done()
    {
        using var home = new TestHome();
        var path = home.Path("lessons");
        var progress = LessonProgress.Load(path);
        Assert.Equal(("new", 0), (progress.Words(Sample.Lesson), progress.Of(Sample.Lesson)));

        var run = LessonRun.Start(Sample.Lesson, 3).Run;
        progress.Keep(run);
        progress = LessonProgress.Load(path);
        Assert.Equal(("3/4", 3, false), (progress.Words(Sample.Lesson), progress.Of(Sample.Lesson), progress.IsDone(Sample.Lesson)));

        progress.Keep(run.Answer("").Run);
        progress = LessonProgress.Load(path);
        Assert.Equal(("done", 0, true), (progress.Words(Sample.Lesson), progress.Of(Sample.Lesson), progress.IsDone(Sample.Lesson)));

        progress.Keep(LessonRun.Start(Sample.Lesson, 2).Run);
        progress = LessonProgress.Load(path);
        Assert.Equal(("done", 2), (progress.Words(Sample.Lesson), progress.Of(Sample.Lesson)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a-sample many")]
    [InlineData("a-sample 99\nother 1 done")]
    [InlineData("a-sample -1")]
    public void A_file_that_says_nothing_sensible_is_as_good_as_none(string text)
    {
        using var home = new TestHome();
        Assert.Equal(0, LessonProgress.Load(home.Write("lessons", text)).Of(Sample.Lesson));
    }

    [Fact]
    public void Progress_that_cannot_be_kept_keeps_nobody_from_learning()
    {
        using var home = new TestHome();
        var progress = LessonProgress.Load(Path.Combine(home.Write("file", ""), "lessons"));
        progress.Keep(LessonRun.Start(Sample.Lesson, 1).Run);
        Assert.Equal(1, progress.Of(Sample.Lesson));
    }
}
