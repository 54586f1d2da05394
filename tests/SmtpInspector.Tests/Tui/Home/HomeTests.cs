using SmtpInspector.Protocol.Rules;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Live;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Home;

/// <summary>What one can do on the home screen.</summary>
public class HomeTests
{
    static ConnectRequest Asked(ScreenHarness screen) => Assert.Single(screen.Effects.OfType<Effect.Connect>()).Request;

    static HomePage Page(ScreenHarness screen) => Assert.IsType<HomePage>(screen.Model.Page);

    [Fact]
    public void Enter_starts_the_practice_server_for_someone_new_and_it_has_patience()
    {
        var request = Asked(Homely.New().Press("Enter"));

        Assert.Equal("practice", request.Target);
        Assert.Equal(Timeouts.Server, request.Arguments.PracticeIdle);
    }

    [Fact]
    public void Who_has_spoken_to_a_server_finds_the_last_one_selected_with_its_options()
    {
        var request = Asked(Homely.Back().Press("Enter"));

        Assert.Equal("mail.example.org:587", request.Target);
        Assert.Equal(("me@example.org", "auto"), (request.Arguments.User, request.Arguments.Auth));
        Assert.Equal(["user", "auth"], request.Arguments.Given.Keys);
    }

    [Fact]
    public void A_kept_option_that_is_wrong_is_said_and_nothing_is_opened()
    {
        var screen = Homely.Back().Press("Down", "Down", "Enter");

        Assert.Empty(screen.Effects.OfType<Effect.Connect>());
        Assert.Contains("it is a number of seconds", screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frankfurt", "ses:eu-central-1")]
    [InlineData("postfix", "practice:postfix")]
    [InlineData("google", "gmail")]
    [InlineData("mail.example.net:2525", "mail.example.net:2525")]
    [InlineData("[::1]:25", "[::1]:25")]
    [InlineData("unix:/run/lmtp", "unix:/run/lmtp")]
    [InlineData("work", "mail.example.com:587")]
    public void What_is_typed_finds_or_names_a_server(string typed, string target) =>
        Assert.Equal(target, Asked(Homely.Back().Type(typed).Press("Enter")).Target);

    [Fact]
    public void The_letters_that_move_are_letters_once_something_is_typed()
    {
        var screen = Homely.New().Press("j", "j", "k");

        Assert.Equal("practice login", Page(screen).Selected);
        Assert.Equal("xjk", Page(screen.Type("xjk")).Query.Text);
    }

    [Fact]
    public void What_cannot_be_a_server_is_said_not_to_be_there()
    {
        var screen = Homely.New().Type("no server/");

        Assert.Contains("Nothing here is called that", screen.Text, StringComparison.Ordinal);
        Assert.Empty(screen.Press("Enter").Effects.OfType<Effect.Connect>());
    }

    [Fact]
    public void Headings_are_never_selected_whichever_way_one_goes()
    {
        foreach (var key in (string[])["Down", "Up", "PgDn", "PgUp", "End", "Home", "Down", "End"])
        {
            var screen = Homely.Back(rows: 16).Press("Down", "Down", key);

            Assert.NotNull(HomeUpdate.Selected(screen.Model));
            Assert.Contains(screen.Text.Split('\n'), line => line.Contains("│ > ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Amazon_SES_asks_for_the_region_then_for_the_port() => Assert.Equal(
        "ses:eu-central-1:2587", Asked(Homely.New().Type("amazon").Press("Enter").Type("frankf").Press("Enter").Type("2587").Press("Enter")).Target);

    [Fact]
    public void A_kept_conversation_is_opened() => Assert.Equal(
        "/state/2.smtp", Assert.Single(Homely.Back().Type("cut off").Press("Esc").Type("yesterday").Press("Enter").Effects.OfType<Effect.ReadFile>()).Path);

    [Fact]
    public void A_server_is_taken_off_the_list_on_the_screen_and_in_the_file()
    {
        var screen = Homely.Back().Press("Ctrl-X");

        Assert.DoesNotContain("as me@example.org", screen.Text, StringComparison.Ordinal);
        Assert.Single(screen.Effects.OfType<Effect.Run>());
    }

    [Fact]
    public void A_conversation_goes_on_while_one_is_at_home_and_Enter_goes_back_to_it()
    {
        var screen = ScreenHarness.Talking("# SMTP transcript 1\n\nS: 220 a\n").Press("Alt-0");

        Assert.Contains("Open here", screen.Text, StringComparison.Ordinal);
        screen.Tell(new Msg.Ready(1));
        Assert.Equal(1, Assert.IsType<TalkPage>(screen.Press("Enter").Model.Page).Id);
    }

    [Fact]
    public void Closing_a_conversation_says_goodbye_to_the_server()
    {
        var screen = ScreenHarness.Talking("# SMTP transcript 1\n\nS: 220 a\n").Press("Alt-0", "Ctrl-X");

        Assert.Equal(new Effect.Leave(1), Assert.Single(screen.Effects.OfType<Effect.Leave>()));
        Assert.DoesNotContain("Open here", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_one_home_screen_however_often_one_goes_there()
    {
        var screen = ScreenHarness.Talking("# SMTP transcript 1\n\nS: 220 a\n").Press("Alt-0", "Esc", "Alt-0", "Enter", "Alt-0");

        Assert.Single(screen.Model.Beneath.Push(screen.Model.Page).OfType<HomePage>());
        Assert.Single(screen.Model.Beneath.OfType<TalkPage>());
    }

    [Fact]
    public void Esc_clears_what_was_typed_before_it_goes_back()
    {
        var screen = ScreenHarness.Talking("# SMTP transcript 1\n\nS: 220 a\n").Press("Alt-0").Type("gm").Press("Esc");

        Assert.Equal("", Page(screen).Query.Text);
        Assert.IsType<TalkPage>(screen.Press("Esc").Model.Page);
    }

    [Fact]
    public void A_click_selects_and_a_second_one_opens()
    {
        var screen = Homely.New().Click("Gmail");

        Assert.Equal("gmail", Page(screen).Selected);
        Assert.Equal("gmail", Asked(screen.Click("Gmail")).Target);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(39, 7)]
    [InlineData(40, 8)]
    [InlineData(59, 14)]
    [InlineData(60, 15)]
    [InlineData(119, 19)]
    [InlineData(120, 10)]
    [InlineData(300, 100)]
    public void It_can_be_drawn_at_any_size(int columns, int rows) => Assert.NotEmpty(Homely.Back().Press("End").Resize(columns, rows).Text);

    [Theory]
    [InlineData("2026-11-22T08:00:00Z", "today 09:00")]
    [InlineData("2026-11-21T23:30:00Z", "today 00:30")]
    [InlineData("2026-11-21T10:00:00Z", "yesterday 11:00")]
    [InlineData("2026-03-01T10:00:00Z", "1 Mar")]
    [InlineData("2024-03-01T10:00:00Z", "1 Mar 2024")]
    public void A_time_is_said_by_the_users_clock(string time, string said) =>
        Assert.Equal(said, When.Of(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), Homely.Now));

    [Theory, MemberData(nameof(Goldens.Variants), MemberType = typeof(Goldens))]
    public void Someone_new(string variant) => Goldens.Assert("home", variant, Homely.New());

    [Theory, MemberData(nameof(Goldens.Variants), MemberType = typeof(Goldens))]
    public void Someone_who_comes_back(string variant) => Goldens.Assert("home-returning", variant, Homely.Back(), screen => screen.Press("Down"));
}
