using SmtpInspector.Tests.Tui.Actions;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Talking;

/// <summary>The list of candidates above the line, with the mouse.</summary>
public class CandidatesTests
{
    static ScreenHarness Listed() => Situations.Typing().Type("R").Press("Tab");

    static TalkPage Page(ScreenHarness screen) => ActionCase.Talk(screen);

    [Fact]
    public void The_first_Tab_lists_what_may_be_said_by_what_the_server_has_said_last()
    {
        Assert.NotNull(Page(Situations.Typing().Press("Tab")).Line.Menu);

        const string Greeting = "S: 220 mail.example.org ESMTP\n";
        const string Offer = Greeting + "C: EHLO client.example\nS: 250-mail.example.org\nS: 250-8BITMIME\nS: 250 SIZE 1000\n";
        const string Typed = "MAIL FROM:<a@b.example> ";
        var screen = Situations.Live(Greeting).Type(Typed);
        foreach (var heard in Conversations.Heard(Conversations.Document(Offer)).Skip(1))
        {
            screen.Tell(new Msg.Spoken(1, heard));
        }

        Assert.Equal(
            Page(Situations.Live(Offer).Type(Typed).Press("Tab")).Line.Menu!.Set.Candidates, Page(screen.Press("Tab")).Line.Menu!.Set.Candidates);
    }

    [Fact]
    public void A_click_puts_a_candidate_into_the_line_and_sends_nothing()
    {
        var screen = Listed();
        var other = Page(screen).Line.Menu!.Set.Candidates[1];
        screen.Effects.Clear();
        screen.Click($" {other.Text}  ");

        Assert.Equal(other.Text, Page(screen).Line.Field.Text);
        Assert.Null(Page(screen).Line.Menu);
        Assert.Equal(Focus.Line, Page(screen).Focus);
        Assert.Empty(screen.Effects);
    }

    [Fact]
    public void A_click_elsewhere_closes_the_list_and_what_stands_in_the_line_stays()
    {
        var screen = Listed().Press("Tab");
        var text = Page(screen).Line.Field.Text;
        screen.Click("Transcript");

        Assert.Null(Page(screen).Line.Menu);
        Assert.Equal(text, Page(screen).Line.Field.Text);
    }

    [Fact]
    public void The_wheel_scrolls_the_list_and_not_the_transcript()
    {
        var screen = Situations.Typing().Press("Tab");
        var menu = Page(screen).Line.Menu!;
        Assert.True(menu.Set.Candidates.Count > 8, "all candidates are in sight");
        var place = Page(screen).List;
        screen.Wheel($" {menu.Set.Candidates[2].Text}  ", down: true);

        Assert.Equal(Math.Min(3, menu.Set.Candidates.Count - 8), Page(screen).Line.Menu!.Top);
        Assert.Equal(place, Page(screen).List);
        Assert.Equal("", Page(screen).Line.Field.Text);
    }
}
