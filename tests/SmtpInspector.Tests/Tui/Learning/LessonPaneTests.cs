using SmtpInspector.Lessons;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Learning;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Learning;

/// <summary>What a lesson says stands in the order in which it was said, the newest nearest to the line, and goes when it is of no use any more.</summary>
public class LessonPaneTests
{
    static LessonTurn Begun() => LessonRun.Start(LessonShelf.Course[0]);

    static LessonPane Pane() => LessonPane.Of(LessonShelf.Course[0]).After(Begun());

    static LessonTurn Says(LessonRun run, params LessonSaying[] sayings) => new(run, sayings);

    static string[] Texts(LessonPane pane) => [.. pane.Said.Select(static saying => saying switch
    {
        LessonSaying.Hint hint => $"hint {hint.Number}",
        LessonSaying.Response response => response.Text,
        LessonSaying.Remark remark => remark.Text,
        _ => "?",
    })];

    [Fact]
    public void The_newest_comes_last_whatever_it_is()
    {
        var pane = Pane();
        pane = pane.After(Says(pane.Run!, new LessonSaying.Response("a mistake")));
        pane = pane.After(pane.Run!.Wish(LearnerWish.Hint));
        Assert.Equal(["a mistake", "hint 1"], Texts(pane));

        pane = pane.After(Says(pane.Run!, new LessonSaying.Response("another")));
        Assert.Equal(["hint 1", "another"], Texts(pane));

        pane = pane.After(pane.Run!.Wish(LearnerWish.Back));
        Assert.Equal(["hint 1", "This is the first step."], Texts(pane));
    }

    [Fact]
    public void All_that_is_said_at_once_stays_together() => Assert.Equal(
        ["a mistake", "it begins anew"], Texts(Pane().After(Says(Begun().Run, new LessonSaying.Response("a mistake"), new LessonSaying.Remark("it begins anew")))));

    [Fact]
    public void The_last_hint_given_again_is_the_newest_again()
    {
        var pane = Pane();
        for (var i = 0; i < pane.Run!.Step!.Hints.Count; i++)
        {
            pane = pane.After(pane.Run!.Wish(LearnerWish.Hint));
        }

        var last = FormattableString.Invariant($"hint {pane.Run.Step.Hints.Count}");
        pane = pane.After(Says(pane.Run, new LessonSaying.Response("a mistake")));
        pane = pane.After(pane.Run!.Wish(LearnerWish.Hint));
        Assert.Equal(last, Texts(pane)[^1]);
        Assert.Single(Texts(pane), last);
    }

    [Fact]
    public void A_step_that_is_passed_or_begun_again_takes_with_it_what_was_said()
    {
        var pane = Pane();
        pane = pane.After(Says(pane.Run!, new LessonSaying.Response("a mistake")));
        pane = pane.After(pane.Run!.Wish(LearnerWish.Hint));

        Assert.Empty(pane.After(pane.Run!.Wish(LearnerWish.Again)).Said);
        Assert.Empty(pane.After(pane.Run!.Wish(LearnerWish.Skip)).Said);
    }

    [Fact]
    public void A_mistake_that_uses_the_conversation_up_is_still_told_of_in_the_new_one()
    {
        var pane = Pane().After(Pane().Run!.Wish(LearnerWish.Hint));
        var used = Says(pane.Run!, new LessonSaying.Response("a mistake"), new LessonSaying.Begun(pane.Run!.Step!, 1, 1));

        Assert.Equal(["hint 1", "a mistake"], Texts(pane.After(used)));
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(160, 50)]
    public void The_newest_is_in_sight(int columns, int rows)
    {
        var screen = ScreenHarness.On(LessonPage.Of(1, LessonShelf.Course[0], LineInput.Empty), columns, rows).Tell(new Msg.Taught(1, Begun()));
        for (var i = 0; i < 3; i++)
        {
            screen.Tell(new Msg.Taught(1, Says(Lesson(screen).Run!, new LessonSaying.Response($"mistake {i}: {string.Concat(Enumerable.Repeat("and so on ", 20))}"))));
            screen.Tell(new Msg.Taught(1, Lesson(screen).Run!.Wish(LearnerWish.Hint)));
            Assert.Contains(FormattableString.Invariant($"hint {Lesson(screen).Run!.HintsShown} of"), screen.Text, StringComparison.Ordinal);
        }
    }

    static LessonPane Lesson(ScreenHarness screen) => ((TalkPage)screen.Model.Page).Lesson!;
}
