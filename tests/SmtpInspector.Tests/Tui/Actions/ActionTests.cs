using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Overlays;

namespace SmtpInspector.Tests.Tui.Actions;

/// <summary>Every action does what it says, by its key, by the palette and by a click, or says why not.</summary>
public class ActionTests
{
    /// <summary>The cases by their numbers.</summary>
    public static TheoryData<int, string> Cases => [.. ActionCases.All.Select((one, number) => (number, one.ToString()))];

    /// <summary>Those of actions that have keys.</summary>
    public static TheoryData<int, string> KeyCases =>
        [.. ActionCases.All.Select((one, number) => (number, one)).Where(pair => Action(pair.one.Id).Bindings.Count > 0).Select(pair => (pair.number, pair.one.ToString()))];

    /// <summary>Every situation.</summary>
    public static TheoryData<string> Situated => [.. Situations.All.Keys];

    [Theory, MemberData(nameof(KeyCases))]
    public void Its_key_does_it(int number, string name)
    {
        var one = ActionCases.All[number];
        var screen = one.Start();
        var key = screen.Model.Keys.KeyOf(Action(one.Id), screen.Model.Page.Context);

        Assert.True(one.Comes(one.Start(), screen.Press(key)), $"{name}: {key} did something else:\n{screen.Text}");
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_palette_does_it(int number, string name)
    {
        var one = ActionCases.All[number];
        var screen = one.Start().Press("F2");
        for (var moves = 0; Selected(screen) != one.Id; moves++)
        {
            Assert.True(moves < ActionRegistry.All.Count, $"{name} is not in the palette");
            screen.Press("Down");
        }

        Assert.True(one.Comes(one.Start(), screen.Press("Enter")), $"the palette did something else:\n{screen.Text}");
    }

    [Fact]
    public void Every_action_has_a_case() => Assert.Empty(
        ActionRegistry.All.Where(action => action.Do is not null).Select(action => action.Id).Except(ActionCases.All.Select(one => one.Id)));

    [Theory, MemberData(nameof(Situated))]
    public void Wherever_one_is_an_action_is_done_or_says_why_not(string situation)
    {
        foreach (var action in ActionRegistry.All.Where(action => action.Do is not null))
        {
            var screen = Situations.All[situation]();
            var model = screen.Model;
            if (!action.Where.HasFlag(model.Page.Context))
            {
                continue;
            }

            if (action.WhyNot(model) is { } reason)
            {
                Assert.Matches("^[^.]+[^.]$", reason);
                if (model.Keys.KeyOf(action, model.Page.Context) is { Length: > 0 } key)
                {
                    Assert.True(ActionCase.Says(screen.Press(key), reason), $"{key} does not say why {action.Id} is not done");
                }
            }
            else
            {
                _ = screen.With(_ => action.Do!(model).Model).Text;
            }
        }
    }

    [Theory, MemberData(nameof(Situated))]
    public void The_palette_has_every_action_with_its_key_or_the_reason_against_it(string situation)
    {
        var model = Situations.All[situation]().Model;
        var entries = Palette(Commands.OpenPalette(model)).Entries;

        Assert.Equal(UsableFirst(model, ActionRegistry.All.Where(action => action.Do is not null)).Select(action => action.Id), entries.Select(entry => entry.Id));
        foreach (var entry in entries)
        {
            var action = Action(entry.Id);
            Assert.Equal(!action.Where.HasFlag(model.Page.Context) || action.WhyNot(model) is not null, entry.Unavailable is { Length: > 0 });
            Assert.Equal(model.Keys.KeyOf(action, model.Page.Context), entry.Keys);
        }
    }

    [Theory, MemberData(nameof(Situated))]
    public void The_row_of_the_keys_shows_only_what_works(string situation)
    {
        var hints = Footer.Of(Situations.All[situation]().Model);

        Assert.NotEmpty(hints);
        foreach (var hint in hints)
        {
            var screen = Situations.All[situation]().Press(hint.Key.Text);

            Assert.DoesNotContain(screen.Model.Toasts.Toasts, toast => toast.Kind is ToastKind.Warning or ToastKind.Error);
        }
    }

    [Theory]
    [InlineData("challenged", "Tab", "Up")]
    [InlineData("message", "Tab")]
    [InlineData("over", "Enter", "Tab", "Up")]
    public void It_names_no_key_that_does_nothing(string situation, params string[] keys) =>
        Assert.Empty(Footer.Of(Situations.All[situation]().Model).Select(hint => hint.Key.Text).Intersect(keys));

    [Theory, MemberData(nameof(Situated))]
    public void Help_has_every_key_of_where_one_is(string situation)
    {
        var model = Situations.All[situation]().Model;

        Assert.Equal(
            UsableFirst(model, ActionRegistry.All).Select(action => model.Keys.KeyOf(action, model.Page.Context)).Where(key => key.Length > 0),
            Commands.OpenHelp(model).Overlay!.List!.Entries.Select(entry => entry.Keys));
    }

    // What can be done now before what cannot, either in the registry's order.
    static IEnumerable<UserAction> UsableFirst(Model model, IEnumerable<UserAction> actions) =>
        actions.OrderBy(action => action.Do is not null && (!action.Where.HasFlag(model.Page.Context) || action.WhyNot(model) is not null));

    [Theory, MemberData(nameof(Situated))]
    public void On_a_screen_of_a_single_cell_every_key_is_taken(string situation)
    {
        foreach (var key in ActionRegistry.All.SelectMany(action => action.Bindings).Select(binding => binding.Key.ToString()).Distinct())
        {
            _ = Situations.All[situation]().Resize(1, 1).Press(key).Text;
        }
    }

    [Fact]
    public void An_id_is_used_once_and_a_title_tells_what_is_done()
    {
        Assert.Equal(ActionRegistry.All.Count, ActionRegistry.All.Select(action => action.Id).Distinct().Count());
        Assert.All(ActionRegistry.All, action => Assert.Matches("^[a-z]+(-[a-z]+)*$", action.Id));
        Assert.All(ActionRegistry.All, action => Assert.Matches("^[A-Z].*[^.]$", action.Title));
    }

    static UserAction Action(string id) => ActionRegistry.All.Single(action => action.Id == id);

    static Palette Palette(Model model) => ((Overlay.Commands)model.Overlay!).Palette;

    static string Selected(ScreenHarness screen) => Palette(screen.Model) is var palette ? palette.Found[palette.Selected].Entry.Id : "";
}
