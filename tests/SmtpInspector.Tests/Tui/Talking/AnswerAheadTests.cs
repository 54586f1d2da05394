using System.Text;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Talking;

/// <summary>What is typed before the server has asked for it may be a credential.</summary>
public class AnswerAheadTests
{
    const string Word = "hunter2-plugh";

    [Fact]
    public void It_is_masked_and_shown_nowhere_while_it_waits()
    {
        var screen = Before("334 VXNlcm5hbWU6").Type(Word);

        Assert.DoesNotContain(Word, screen.Text, StringComparison.Ordinal);
        screen.Press("Enter").Type(Word[..6]);
        Assert.DoesNotContain(Word[..6], screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(screen.Effects, effect => effect is Effect.Send or Effect.Remember);
    }

    [Fact]
    public void It_is_the_answer_once_the_server_asks()
    {
        var screen = Before("334 VXNlcm5hbWU6").Type(Word).Press("Enter");

        Assert.Equal([Word], Sent(Reply(screen, "334 VXNlcm5hbWU6")));
    }

    [Theory]
    [InlineData("535 5.7.8 no")]
    [InlineData("235 2.7.0 in")]
    [InlineData("421 4.3.2 bye")]
    public void It_is_not_sent_as_a_command_when_the_server_does_not_ask(string reply)
    {
        var screen = Reply(Before(reply).Type(Word).Press("Enter"), reply);

        Assert.Empty(Sent(screen));
        Assert.Contains("was not sent", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Word, screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_typed_meanwhile_stays_and_what_may_be_a_credential_does_not()
    {
        Assert.Equal("MAIL FROM:<a", Page(Reply(Before("235 in").Type("MAIL FROM:<a"), "235 in")).Line.Field.Text);
        Assert.Equal("", Page(Reply(Before("235 in").Type(Word), "235 in")).Line.Field.Text);
    }

    [Fact]
    public void A_command_typed_meanwhile_is_sent()
    {
        var screen = Reply(Before("235 in").Type("NOOP").Press("Enter"), "235 in");

        Assert.Equal(["NOOP"], Sent(screen));
    }

    // AUTH is on its way, and its reply, which the transcript needs to be a conversation, has not come.
    static ScreenHarness Before(string reply)
    {
        var screen = ScreenHarness.On(new TalkPage { Id = 1, Name = "mx.example.org", Stage = Stage.Busy, Conversation = SmtpInspector.Tui.Transcript.Conversation.Start(Document(reply).StartState()) });
        foreach (var heard in Course(reply).SkipLast(1))
        {
            screen.Tell(new Msg.Spoken(1, heard));
        }

        return screen;
    }

    static ScreenHarness Reply(ScreenHarness screen, string reply) => screen.Tell(new Msg.Spoken(1, Course(reply).Last())).Tell(new Msg.Ready(1));

    static List<SmtpInspector.Tui.Transcript.Heard> Course(string reply) => [.. Conversations.Heard(Document(reply)).Where(heard => heard.Event is not null)];

    static SmtpInspector.Protocol.Transcripts.TranscriptDocument Document(string reply) => Conversations.Document(
        $"S: 220 mx.example.org ESMTP\nC: EHLO client.example\nS: 250-mx.example.org\nS: 250 AUTH LOGIN PLAIN\nC: AUTH LOGIN\nS: {reply}\n");

    static TalkPage Page(ScreenHarness screen) => (TalkPage)screen.Model.Page;

    static IEnumerable<string> Sent(ScreenHarness screen) =>
        screen.Effects.OfType<Effect.Send>().SelectMany(send => send.Lines).Select(line => Encoding.UTF8.GetString(line.Octets.Span));
}
