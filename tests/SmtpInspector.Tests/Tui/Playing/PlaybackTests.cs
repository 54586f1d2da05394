using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Playing;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Playing;

public class PlaybackTests
{
    const string Text = "S: [0.1] 220 hi\nC: [0.2] EHLO me.example\nS: [0.3] 250-x\nS: [9.3] 250 OK\nC: [9.4] QUIT\nS: [9.5] 221 bye\n";

    static ScreenHarness Record(string text)
    {
        var (index, read) = Conversations.Indexed(Conversations.Document(text));
        return ScreenHarness.On(new TalkPage
        {
            Id = 1,
            Name = "talk.smtp",
            Stage = Stage.Record,
            Focus = Focus.Transcript,
            List = ListView.Start,
            Record = index,
            Conversation = read,
        });
    }

    static TalkPage Page(ScreenHarness screen) => (TalkPage)screen.Model.Page;

    static Effect.Later NextTimer(ScreenHarness screen) => screen.Effects.OfType<Effect.Later>().Last(later => later.What is Msg.Played);

    [Fact]
    public void It_begins_with_nothing_and_goes_on_at_the_recorded_pace_but_never_waits_long()
    {
        var screen = Record(Text).Press("p");
        Assert.Empty(Page(screen).Conversation.Items);
        var pauses = new List<double>();
        for (var i = 0; i < 6; i++)
        {
            var timer = NextTimer(screen);
            pauses.Add(Math.Round(timer.After.TotalSeconds, 3));
            screen.Tell(timer.What);
        }

        Assert.Equal([0, 0.1, 0.1, Playback.LongestPause.TotalSeconds, 0.1, 0.1], pauses);
        Assert.Equal(5, Page(screen).Conversation.Items.Count);
        Assert.False(Page(screen).Playback!.IsPlaying);
    }

    [Fact]
    public void Step_by_step_one_entry_comes_and_goes()
    {
        var screen = Record(Text).Press("Space");
        Assert.Single(Page(screen).Conversation.Items);
        screen.Press(".", ".");
        Assert.Equal(3, Page(screen).Conversation.Items.Count);
        screen.Press(",");
        Assert.Equal(2, Page(screen).Conversation.Items.Count);
    }

    [Fact]
    public void A_timer_of_before_means_nothing_after_a_stop()
    {
        var screen = Record(Text).Press("p");
        var timer = NextTimer(screen);
        screen.Press("p").Tell(timer.What);
        Assert.Empty(Page(screen).Conversation.Items);
    }

    [Fact]
    public void Faster_means_shorter_pauses()
    {
        var screen = Record(Text).Press("p").Tell(new Msg.Played(1, 1));
        Assert.Equal(0.1, NextTimer(screen).After.TotalSeconds, 3);
        screen.Press("}");
        Assert.Equal(0.05, NextTimer(screen).After.TotalSeconds, 3);
    }

    [Fact]
    public void Esc_shows_all_of_it_again() => Assert.Equal(5, Page(Record(Text).Press("p", "Esc")).Conversation.Items.Count);

    [Fact]
    public void It_is_judged_as_it_was_live()
    {
        var document = Conversations.DocumentOfFile("ses-session.smtp");
        var (index, _) = Conversations.Indexed(document);
        var screen = ScreenHarness.On(new TalkPage { Id = 1, Name = "x", Stage = Stage.Record, Focus = Focus.Transcript, Record = index, Conversation = Conversations.Of(document) });
        var live = Page(screen).Conversation;
        screen.Press("p");
        while (Page(screen).Playback is { IsPlaying: true, Turn: var turn })
        {
            screen.Tell(new Msg.Played(1, turn));
        }

        var played = Page(screen).Conversation;
        Assert.Equal(live.Items.Select(item => item.Findings.Count), played.Items.Select(item => item.Findings.Count));
        Assert.Equal((live.Errors, live.Warnings, live.Commands), (played.Errors, played.Warnings, played.Commands));
    }
}
