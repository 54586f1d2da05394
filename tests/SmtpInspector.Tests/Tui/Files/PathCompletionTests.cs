using SmtpInspector.Tests.Peers;
using SmtpInspector.Tests.Tui.Home;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Files;
using SmtpInspector.Tui.Home;
using SmtpInspector.Tui.Overlays;

namespace SmtpInspector.Tests.Tui.Files;

public class PathCompletionTests
{
    static ScreenHarness Opening() => Situations.Typing().Press("Ctrl-O");

    static Overlay.Dialog Dialog(ScreenHarness screen) => Assert.IsType<Overlay.Dialog>(screen.Model.Overlay);

    static string Text(ScreenHarness screen) => Dialog(screen).Form.FocusedLine?.Value.Text ?? "(elsewhere)";

    // What was asked for is answered.
    static ScreenHarness Answer(ScreenHarness screen, params string[] names) =>
        screen.Tell(new Msg.Listed(screen.Effects.OfType<Effect.ListNames>().Last().Typed, FolderNames.Of([.. names])));

    [Theory]
    [InlineData("", "one.smtp", "one.smtp")]
    [InlineData("o", "one.smtp", "one.smtp")]
    [InlineData("mail/", "one.smtp", "mail/one.smtp")]
    [InlineData("~/t", "talks/", "~/talks/")]
    [InlineData("ta", "talk-1.smtp talk-2.smtp", "talk-")]
    [InlineData("ta", "talk taLK", "ta")]
    [InlineData("x", "xa xb", "x")]
    [InlineData("", "a b", "")]
    public void Tab_goes_as_far_as_is_certain(string typed, string names, string completed) =>
        Assert.Equal(completed, Text(Answer(Opening().Type(typed).Press("Tab"), names.Split(' '))));

    [Fact]
    public void A_choice_is_listed_and_Tab_goes_through_it_and_back_to_what_was_typed()
    {
        var screen = Answer(Opening().Type("~/ta").Press("Tab"), "talk-2.smtp", "talk-1.smtp", "talks/");
        Assert.Equal("~/talk", Text(screen));
        Assert.Equal(["talk-1.smtp", "talk-2.smtp", "talks/"], Dialog(screen).Menu!.Set.Candidates.Select(static candidate => candidate.Text));

        Assert.Equal("~/talk-1.smtp", Text(screen.Press("Tab")));
        Assert.Equal("~/talks/", Text(screen.Press("Down", "Down")));
        Assert.Equal("~/talk", Text(screen.Press("Tab")));
        Assert.Equal("~/talks/", Text(screen.Press("Up")));
        Assert.Equal("~/talk-2.smtp", Text(screen.Press("Shift-Tab")));
    }

    [Fact]
    public void Enter_takes_what_was_chosen_and_does_not_press_the_button_yet()
    {
        var screen = Answer(Opening().Type("ta").Press("Tab"), "talks/", "tales/").Press("Tab", "Enter");
        Assert.Null(Dialog(screen).Menu);
        Assert.Equal("tales/", Text(screen));
        Assert.Equal("tales/one", Text(Answer(screen.Press("Tab"), "one")));
        Assert.Null(screen.Press("Enter").Model.Overlay);
    }

    [Fact]
    public void Esc_closes_the_list_alone()
    {
        var screen = Answer(Opening().Type("ta").Press("Tab"), "talks", "tales").Press("Tab", "Esc");
        Assert.Null(Dialog(screen).Menu);
        Assert.Equal("tal", Text(screen));
        Assert.Null(screen.Press("Esc").Model.Overlay);
    }

    [Fact]
    public void Typing_goes_on_and_closes_the_list()
    {
        var screen = Answer(Opening().Type("ta").Press("Tab"), "talks", "tales").Type("k");
        Assert.Null(Dialog(screen).Menu);
        Assert.Equal("talk", Text(screen));
    }

    [Theory]
    [InlineData("k")]
    [InlineData("")]
    public void An_answer_that_comes_too_late_means_nothing(string typed)
    {
        var screen = Opening().Type("ta").Press("Tab");
        _ = typed.Length > 0 ? screen.Type(typed) : screen.Press("Down");
        var before = screen.Model;
        Assert.Same(before.Overlay, Answer(screen, "talks").Model.Overlay);
        Assert.Null(Answer(screen.Press("Esc"), "talks").Model.Overlay);
    }

    [Theory]
    [InlineData("")]
    [InlineData("talk.smtp")]
    public void Where_nothing_is_left_to_complete_Tab_goes_on(string name) =>
        Assert.Equal("(elsewhere)", Text(Answer(Opening().Type("talk.smtp").Press("Tab"), name.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public void A_field_that_may_be_empty_is_left_by_Tab()
    {
        var screen = Homely.New();
        screen.With(static model => ConnectDialog.Open(model, ConnectForm.Empty with { Values = ConnectForm.Empty.Values.Add("timeout", "5") }).Model);
        while (Dialog(screen).Form.FocusedLine is not { Id: "ca" })
        {
            screen.Press("Down");
        }

        screen.Press("Tab");
        Assert.Empty(screen.Effects.OfType<Effect.ListNames>());
        Assert.NotEqual("ca", Dialog(screen).Form.FocusedLine?.Id);
        screen.Press("Shift-Tab").Type("/etc/ss").Press("Tab");
        Assert.Equal("/etc/ssl/", Text(Answer(screen, "ssl/")));
    }

    [Fact]
    public void Why_a_folder_cannot_be_read_is_said()
    {
        var screen = Opening().Type("nowhere/").Press("Tab").Tell(new Msg.Listed("nowhere/", FolderNames.None, "There is no nowhere."));
        Assert.Equal("nowhere/", Text(screen));
        Assert.Contains("There is no nowhere.", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_hundred_thousand_names_the_first_are_listed_and_all_are_counted()
    {
        var names = Enumerable.Range(0, 100_000).Select(static number => FormattableString.Invariant($"talk-{number:000000}.smtp")).ToArray();
        var screen = Answer(Opening().Type("t").Press("Tab"), names);
        Assert.Equal("talk-0", Text(screen));
        Assert.Equal(FolderNames.Most, Dialog(screen).Menu!.Set.Candidates.Count);
        Assert.Contains("100,000 names begin so", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_click_takes_a_candidate_and_a_folder_is_listed_at_once()
    {
        var screen = Answer(Opening().Type("ta").Press("Tab"), "talk.smtp", "tales/");
        screen.Effects.Clear();
        screen.Click("tales/");
        Assert.Equal("tales/", Text(screen));
        Assert.Equal("tales/one.smtp", Text(Answer(screen, "one.smtp", "two.smtp").Click("one.smtp")));
        Assert.Null(Dialog(screen).Menu);
        Assert.Single(screen.Effects.OfType<Effect.ListNames>());
    }

    [Fact]
    public void The_wheel_scrolls_the_candidates_and_what_is_typed_stays()
    {
        string[] names = [.. Enumerable.Range(1, 30).Select(static number => FormattableString.Invariant($"talk-{number:00}.smtp"))];
        var screen = Answer(Opening().Type("t").Press("Tab"), names);
        Assert.Contains("talk-08", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("talk-09", screen.Text, StringComparison.Ordinal);

        screen.Wheel("talk-02", down: true).Wheel("talk-05", down: true);
        Assert.DoesNotContain("talk-06", screen.Text, StringComparison.Ordinal);
        Assert.Contains("talk-14", screen.Text, StringComparison.Ordinal);
        Assert.Equal("talk-", Text(screen));
        Assert.Contains("talk-02", screen.Wheel("talk-08", down: false).Wheel("talk-08", down: false).Text, StringComparison.Ordinal);

        // A key brings what it selects into sight again.
        Assert.Contains("talk-01", screen.Wheel("talk-08", down: true).Wheel("talk-08", down: true).Press("Tab").Text, StringComparison.Ordinal);
        Assert.Equal("talk-11.smtp", Text(screen.Wheel("talk-08", down: true).Click("talk-11")));
    }

    [Fact]
    public void A_click_beside_the_list_closes_it_alone()
    {
        var screen = Answer(Opening().Type("ta").Press("Tab"), "talks", "tales").Press("Tab").Click("Open a transcript");
        Assert.Null(Dialog(screen).Menu);
        Assert.Equal("tales", Text(screen));
    }

    [Fact]
    public void A_folder_is_read_without_hidden_names_unless_a_dot_is_typed()
    {
        using var home = new TestHome();
        Directory.CreateDirectory(home.Path("talks"));
        home.Write("talk one.smtp", "");
        home.Write(".hidden", "");
        Assert.Equal(["talk one.smtp", "talks/"], FolderNames.Read(home.Path("t"), default).First);
        Assert.Equal("talk", FolderNames.Read(home.Path("t"), default).Shared);
        Assert.DoesNotContain(".hidden", FolderNames.Read(home.Folder + "/", default).First);
        Assert.Equal([".hidden"], FolderNames.Read(home.Path("."), default).First);
        Assert.Equal(["../"], FolderNames.Read(home.Path(".."), default).First);
        Assert.Equal(["~/"], FolderNames.Read("~", default).First);
        Assert.Throws<DirectoryNotFoundException>(() => FolderNames.Read(home.Path("nowhere/"), default));
        Assert.Throws<OperationCanceledException>(() => FolderNames.Read(home.Path("t"), new CancellationToken(canceled: true)));
    }
}
