using System.Text;
using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Lessons;

namespace SmtpInspector.Tests.Lessons;

public class LearnerLineTests
{
    static LearnerLine Read(string typed, bool awaitsAnswer = false, ContentMode content = ContentMode.None) =>
        LearnerLine.Read(Encoding.UTF8.GetBytes(typed), awaitsAnswer, content);

    [Theory]
    [InlineData("?", LearnerWish.Hint)]
    [InlineData("??", LearnerWish.Hint)]
    [InlineData("?back", LearnerWish.Back)]
    [InlineData("? Skip ", LearnerWish.Skip)]
    [InlineData("?quit", LearnerWish.Leave)]
    [InlineData("?what", LearnerWish.Help)]
    public void A_question_mark_is_for_the_lesson(string typed, LearnerWish wish)
    {
        Assert.Equal(wish, Assert.IsType<LearnerLine.Wish>(Read(typed)).Value);
        Assert.IsType<LearnerLine.Wish>(Read(typed, awaitsAnswer: true));
    }

    [Fact]
    public void Within_a_message_only_the_lessons_own_words_are_for_the_lesson()
    {
        Assert.IsType<LearnerLine.Wish>(Read("?", content: ContentMode.Data));
        Assert.Equal("?what", Sent(Read("?what", content: ContentMode.Data)));
        Assert.Equal("", Sent(Read("", content: ContentMode.Data)));
        Assert.Equal("C: x", Sent(Read("C: x", content: ContentMode.Data)));
    }

    [Theory]
    [InlineData("EHLO me.example", "EHLO me.example")]
    [InlineData("QUIT", "QUIT")]
    [InlineData(" odd ", " odd ")]
    [InlineData("C: NOOP", "NOOP")]
    public void Anything_else_is_for_the_server(string typed, string sent) => Assert.Equal(sent, Sent(Read(typed)));

    [Fact]
    public void Exact_octets_are_sent_as_they_are()
    {
        Assert.Equal("a\n.\r\n"u8.ToArray(), Assert.IsType<LearnerLine.Exact>(Read("C%: a%0A.%0D%0a", content: ContentMode.Data)).Octets.ToArray());
        Assert.Equal("NOOP\n"u8.ToArray(), Assert.IsType<LearnerLine.Exact>(Read("c%: NOOP%0a")).Octets.ToArray());
        Assert.IsType<LearnerLine.Unsent>(Read("C%: 100%"));
    }

    [Fact]
    public void An_empty_line_is_no_command() => Assert.IsType<LearnerLine.Unsent>(Read(""));

    [Fact]
    public void A_question_is_answered_with_what_is_typed() => Assert.Equal("2", Assert.IsType<LearnerLine.Answer>(Read("2", awaitsAnswer: true)).Text);

    static string Sent(LearnerLine line) => Encoding.UTF8.GetString(Assert.IsType<LearnerLine.Line>(line).Content.Span);
}
