using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Judgement;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Tests.Lessons;

public class LessonRunTests
{
    static Learner Learner(int index = 0) => new(Sample.Lesson, index);

    [Fact]
    public void A_step_is_solved_by_its_command_in_any_spelling_and_the_reply_to_it()
    {
        var learner = Learner().Says("mail from:<Someone@Mail.SES-Example.com> size=12");
        Assert.Equal(0, learner.Run.Index);
        learner.Hears("250 Ok");
        Assert.Equal((1, 2), (learner.Run.Index, learner.Run.Number));
        Assert.Contains(0, learner.Run.Solved);
        Assert.Equal(["Solved", "Note", "Begun"], learner.Sayings.Select(saying => saying.GetType().Name));
        Assert.Equal((250, "It said 250."), Assert.Single(learner.Run.Notes) is var note ? (((Entry.Reply)note.Entry!).Value.Code, note.Text) : default);
    }

    [Theory]
    [InlineData("MAIL FROM:<me@other.example>", "250 Ok")]
    [InlineData("MAIL FROM:<me@ses-example.com>", "451 Later")]
    [InlineData("NOOP", "250 Ok")]
    public void Another_command_or_a_refusal_does_not_solve_it(string line, string reply)
    {
        var learner = Learner().Says(line).Hears(reply);
        Assert.Equal((0, 1), (learner.Run.Index, learner.Run.Attempts));
        Assert.NotNull(learner.Run.Response);
    }

    [Fact]
    public void A_foreseen_mistake_has_its_words()
    {
        var learner = Learner().Says("MAIL FROM:me@ses-example.com").Hears("501 Syntax");
        Assert.Equal("The angle brackets are missing.", learner.Run.Response);
        Assert.IsType<LessonSaying.Response>(Assert.Single(learner.Sayings));
    }

    [Fact]
    public void A_mistake_that_the_server_took_is_said_and_the_step_is_solved()
    {
        var lesson = LessonFile.Parse("1-x.lesson", Sample.With("says: The angle", "then: on\nsays: The angle"));
        var learner = new Learner(lesson).Says("MAIL FROM:me@ses-example.com").Hears("250 Ok");
        Assert.Equal(1, learner.Run.Index);
        Assert.Equal(new LessonSaying.Response("The angle brackets are missing."), learner.Sayings[0]);
    }

    [Fact]
    public void What_is_said_of_a_mistake_that_the_server_took_is_not_said_where_it_refused()
    {
        var lesson = LessonFile.Parse("1-x.lesson", Sample.With("says: The angle", "then: on\nsays: The angle"));
        var learner = new Learner(lesson).Says("MAIL FROM:me@ses-example.com").Hears("501 Syntax");
        Assert.Equal(0, learner.Run.Index);
        Assert.StartsWith("501: MAIL is right", learner.Run.Response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NOOP", "250 Ok", "NOOP was answered, and has changed nothing")]
    [InlineData("VRFY anna", "252 Perhaps", "VRFY was answered, and has changed nothing")]
    [InlineData("EHLO me.example", "250 Ok", "You may introduce yourself again")]
    [InlineData("HELO me.example", "250 Ok", "HELO works too")]
    [InlineData("RSET", "250 Ok", "RSET takes back an envelope that was begun")]
    [InlineData("RCPT TO:<a@b.example>", "503 No", "503 is about order")]
    [InlineData("FROB", "500 No", "500: the server does not know that word")]
    [InlineData("BDAT 3", "502 No", "502: this server does not take BDAT")]
    [InlineData("MAIL FROM:<a@b.example> X=1", "555 No", "555: MAIL is right, something behind it is not")]
    [InlineData("MAIL FROM:<me@ses-example.com>", "530 No", "530: not before TLS")]
    [InlineData("MAIL FROM:<me@ses-example.com>", "451 Later", "451: not now")]
    [InlineData("MAIL FROM:<a@b.example>", "250 Ok", "The server took that, but this step asks for something else")]
    public void What_nobody_foresaw_is_answered_by_what_it_means_anywhere(string line, string reply, string says)
    {
        var learner = Learner().Says(line).Hears(reply);
        Assert.StartsWith(says, learner.Run.Response, StringComparison.Ordinal);
        Assert.Equal((0, 1), (learner.Run.Index, learner.Run.Conversation));
    }

    [Theory]
    [InlineData("RSET", "250 Ok")]
    [InlineData("EHLO me.example", "250 Ok")]
    [InlineData("DATA", "354 Go on")]
    public void What_drops_the_envelope_a_step_builds_on_begins_it_anew(string line, string reply)
    {
        var lesson = LessonFile.Parse("1-x.lesson", Sample.With("expect: MAIL @ses-example.com", "expect: RCPT").Replace("MAIL FROM:<", "RCPT TO:<", StringComparison.Ordinal));
        var learner = new Learner(lesson).Says("MAIL FROM:<me@ses-example.com>", own: true).Hears("250 Ok").Says(line).Hears(reply);
        Assert.EndsWith("The step begins anew.", learner.Run.Response, StringComparison.Ordinal);
        Assert.Equal((0, 2), (learner.Run.Index, learner.Run.Conversation));
    }

    [Fact]
    public void An_envelope_begun_within_a_step_may_be_taken_back_within_it()
    {
        var learner = Learner().Says("MAIL FROM:<me@other.example>").Hears("250 Ok").Says("RSET").Hears("250 Ok");
        Assert.Equal((0, 1), (learner.Run.Index, learner.Run.Conversation));
    }

    [Theory]
    [InlineData("MAIL FROM:<me@ses-example.com>")]
    [InlineData("HELP")]
    public void Either_of_two_patterns_solves_a_step(string line)
    {
        var lesson = LessonFile.Parse("1-x.lesson", Sample.With("expect: MAIL @ses-example.com", "expect: MAIL @ses-example.com or HELP"));
        Assert.Equal(1, new Learner(lesson).Says(line).Hears("250 Ok").Run.Index);
    }

    [Fact]
    public void A_mistake_that_uses_up_what_the_step_needs_begins_it_anew()
    {
        var lesson = LessonFile.Parse("1-x.lesson", Sample.With("says: The angle", "then: again\nsays: The angle"));
        var learner = new Learner(lesson).Says("MAIL FROM:me@ses-example.com").Hears("501 Syntax");
        Assert.Equal((0, 2, 1), (learner.Run.Index, learner.Run.Conversation, learner.Run.Attempts));
        Assert.Equal(["Response", "Begun"], learner.Sayings.Select(saying => saying.GetType().Name));
    }

    [Fact]
    public void A_command_on_the_way_to_the_answer_is_no_mistake()
    {
        var lesson = LessonFile.Parse("1-x.lesson", Sample.With("answer: MAIL FROM:<me@ses-example.com>", "answer: RSET\nanswer: MAIL FROM:<me@ses-example.com>"));
        Assert.Null(new Learner(lesson).Says("RSET").Hears("250 Ok").Run.Response);
    }

    [Fact]
    public void Of_commands_sent_together_the_last_is_answered()
    {
        var learner = Learner().Says("RSET").Says("NOOP").Says("MAIL FROM:<me@ses-example.com>").Hears("250 Ok").Hears("250 Ok");
        Assert.Null(learner.Run.Response);
        Assert.Equal(1, learner.Hears("250 Ok").Run.Index);
    }

    [Fact]
    public void What_the_program_says_itself_solves_nothing()
    {
        var learner = Learner().Says("MAIL FROM:<me@ses-example.com>", own: true).Hears("250 Ok");
        Assert.Equal((0, 0), (learner.Run.Index, learner.Run.Attempts));
    }

    [Fact]
    public void Hints_come_one_by_one_and_the_last_again()
    {
        var learner = Learner();
        foreach (var shown in new[] { 1, 2, 3, 3 })
        {
            learner.Does(learner.Run.Wish(LearnerWish.Hint));
            Assert.Equal(shown, learner.Run.Hints.Count);
            Assert.Equal(shown, Assert.IsType<LessonSaying.Hint>(Assert.Single(learner.Sayings)).Number);
        }
    }

    [Fact]
    public void A_question_is_answered_by_number()
    {
        var learner = Learner(index: 1);
        Assert.True(learner.Run.AwaitsAnswer);
        Assert.Equal("Not this.", learner.Does(learner.Run.Answer("1")).Run.Response);
        Assert.IsType<LessonSaying.Remark>(Assert.Single(learner.Does(learner.Run.Answer("seven")).Sayings));
        Assert.Equal(2, learner.Does(learner.Run.Answer(" 2 ")).Run.Index);
    }

    [Fact]
    public void Lines_are_found_in_any_order_and_one_at_a_time_or_together()
    {
        var learner = Learner(index: 2);
        Assert.Equal([3], learner.Does(learner.Run.Answer("3")).Run.Found);
        Assert.Equal(new LessonNote(null, 3, "The third."), Assert.Single(learner.Run.Notes));
        Assert.NotNull(learner.Does(learner.Run.Answer("2")).Run.Response);
        Assert.Equal(3, learner.Does(learner.Run.Answer("1")).Run.Index);
        learner = Learner(index: 2);
        Assert.Equal(3, learner.Does(learner.Run.Answer("3, 1")).Run.Index);
    }

    [Fact]
    public void After_the_last_step_the_lesson_is_finished()
    {
        var learner = Learner(index: 3);
        learner.Does(learner.Run.Answer(""));
        Assert.True(learner.Run.IsFinished);
        Assert.IsType<LessonSaying.Finished>(learner.Sayings[^1]);
        Assert.Equal(4, learner.Run.Number);
    }

    [Fact]
    public void A_later_step_is_prepared_by_what_the_server_wants_and_the_model_answers_before_it()
    {
        var run = LessonRun.Start(Sample.Lesson, 2).Run;
        Assert.Equal([.. Sample.Lesson.Steps[0].Server!.Prepare, "MAIL FROM:<me@ses-example.com>"], run.Preparation);
        Assert.Equal([0, 1], run.Solved);
    }

    [Fact]
    public void A_conversation_that_ends_before_the_step_is_solved_is_begun_anew()
    {
        var learner = Learner().Says("QUIT").Hears("221 Bye").Happens(new ConversationEvent.Closed(null, Direction.Server, Clean: true));
        Assert.Equal((0, 2), (learner.Run.Index, learner.Run.Conversation));
        Assert.Null(learner.Run.Response);
        Assert.IsType<LessonSaying.Remark>(Assert.Single(learner.Sayings));
        Assert.Equal(1, learner.Connect().Says("MAIL FROM:<me@ses-example.com>").Hears("250 Ok").Run.Index);
    }

    [Fact]
    public void A_conversation_that_ends_before_the_learner_has_said_anything_is_not_begun_over_and_over()
    {
        var learner = Learner().Happens(new ConversationEvent.Closed(null, Direction.Server, Clean: false));
        Assert.Equal(1, learner.Run.Conversation);
        Assert.Equal(2, learner.Does(learner.Run.Wish(LearnerWish.Again)).Run.Conversation);
    }

    [Theory]
    [InlineData(LearnerWish.Back, 1)]
    [InlineData(LearnerWish.Skip, 3)]
    [InlineData(LearnerWish.Restart, 0)]
    [InlineData(LearnerWish.Again, 2)]
    [InlineData(LearnerWish.Next, 2)]
    public void A_wish_moves_the_learner(LearnerWish wish, int index) => Assert.Equal(index, Learner(index: 2).Run.Wish(wish).Run.Index);

    [Fact]
    public void Going_back_begins_a_new_conversation_and_next_goes_on_where_it_was_solved()
    {
        var run = Learner(index: 1).Run.Wish(LearnerWish.Back).Run;
        Assert.Equal((0, 2), (run.Index, run.Conversation));
        Assert.Equal(1, run.Wish(LearnerWish.Next).Run.Index);
    }

    [Fact]
    public void What_the_old_conversation_says_at_its_end_means_nothing_to_the_new_one()
    {
        var learner = Learner();
        learner.Does(learner.Run.Wish(LearnerWish.Again));
        learner.Says("MAIL FROM:<me@ses-example.com>").Hears("250 Ok").Happens(new ConversationEvent.Closed(null, Direction.Client, Clean: true));
        Assert.Equal((0, 2), (learner.Run.Index, learner.Run.Conversation));
    }
}
