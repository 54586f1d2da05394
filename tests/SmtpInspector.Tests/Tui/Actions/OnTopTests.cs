using SmtpInspector.Terminal.Views;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Actions;
using SmtpInspector.Tui.Overlays;
using SmtpInspector.Tui.Searching;

namespace SmtpInspector.Tests.Tui.Actions;

/// <summary>What lies over a page has its own keys at the bottom and in the help.</summary>
public class OnTopTests
{
    /// <summary>Every situation in which something does.</summary>
    public static TheoryData<string> Situated => [.. Situations.OnTop.Keys];

    [Theory, MemberData(nameof(Situated))]
    public void Every_key_at_the_bottom_does_something(string situation)
    {
        var hints = Footer.Of(Situations.OnTop[situation]().Model);

        Assert.NotEmpty(hints);
        foreach (var hint in hints)
        {
            var screen = Situations.OnTop[situation]();
            screen.Effects.Clear();
            var before = Seen(screen);
            screen.Press(hint.Key.Text);

            Assert.DoesNotContain(screen.Model.Toasts.Toasts, toast => toast.Kind is ToastKind.Warning or ToastKind.Error);
            Assert.True(before != Seen(screen) || screen.Effects.Count > 0, $"{hint.Key} does nothing:\n{screen.Text}");
        }
    }

    [Theory, MemberData(nameof(Situated))]
    public void A_click_on_a_key_at_the_bottom_presses_it(string situation)
    {
        foreach (var hint in Footer.Of(Situations.OnTop[situation]().Model))
        {
            var pressed = Situations.OnTop[situation]().Press(hint.Key.Text);
            var clicked = Situations.OnTop[situation]();
            var (columns, rows) = (clicked.Model.Size.Columns, clicked.Model.Size.Rows);
            Assert.Contains($"{hint.Key} {hint.Text}", clicked.Text.Split('\n')[rows - 1], StringComparison.Ordinal);
            var at = Enumerable.Range(0, columns).First(column => Footer.KeyAt(clicked.Model, column)?.ToString() == hint.Key.Text);
            clicked.Tell(new Msg.Terminal(new SmtpInspector.Terminal.Input.MouseEvent(
                SmtpInspector.Terminal.Input.MouseAction.Press, SmtpInspector.Terminal.Input.MouseButton.Left, at, rows - 1)));

            Assert.Equal(pressed.Text, clicked.Text);
        }
    }

    [Theory, MemberData(nameof(Situated))]
    public void Help_lists_its_keys_and_goes_back_to_it(string situation)
    {
        var screen = Situations.OnTop[situation]();
        if (screen.Model.Overlay is Overlay.Help)
        {
            return;
        }

        var before = screen.Text;
        var keys = Footer.Of(screen.Model).Select(hint => hint.Key.Text);
        screen.Press("F1");
        var help = Assert.IsType<Overlay.Help>(screen.Model.Overlay);

        Assert.All(keys, key => Assert.Contains(help.Palette.Entries, entry => entry.Keys == key));
        Assert.Equal(before, screen.Press("Esc").Text);
    }

    [Fact]
    public void Enter_in_the_help_presses_the_key_of_what_is_chosen()
    {
        var screen = Situations.Typing().Type("NO").Press("F1").Type("delete to the beginning").Press("Enter");
        Assert.Equal("", ActionCase.Talk(screen).Line.Field.Text);

        screen = Situations.OnTop["a search"]().Press("F1").Type("search for what").Press("Enter");
        Assert.Null(ActionCase.Talk(screen).Prompt);
        Assert.NotNull(ActionCase.Talk(screen).Search);
    }

    [Fact]
    public void No_letter_is_a_command_where_one_types()
    {
        foreach (var where in (Contexts[])[Contexts.Dialog, Contexts.List, Contexts.Candidates, Contexts.History, Contexts.Prompt])
        {
            for (var character = '!'; character <= '~'; character++)
            {
                Assert.Null(KeyMap.Default.Find(where, SmtpInspector.Terminal.Input.KeyEvent.Of(character)));
            }
        }
    }

    [Fact]
    public void A_letter_that_the_settings_give_to_an_action_is_typed_in_a_dialog()
    {
        var keys = new KeyMap(new Dictionary<string, IReadOnlyList<SmtpInspector.Terminal.Input.KeyEvent>> { ["quit"] = [SmtpInspector.Terminal.Input.KeyEvent.Of('x')] });
        var screen = Situations.Typing().With(model => model with { Keys = keys }).Press("Ctrl-O", "x");

        Assert.Equal("x", ((Overlay.Dialog)screen.Model.Overlay!).Form.FocusedLine!.Value.Text);
        Assert.Empty(screen.Effects.OfType<Effect.Quit>());
    }

    [Fact]
    public void The_key_of_the_selected_button_is_called_by_its_name()
    {
        Assert.Contains("Enter save", Bottom(Situations.OnTop["a dialog"]()), StringComparison.Ordinal);
        Assert.Contains("Enter cancel", Bottom(Situations.OnTop["a button of a dialog"]()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_marks_there_are_stand_where_one_is_asked_for()
    {
        var screen = Situations.Typing().Press("Esc", "m", "b", "k", "m", "a", "'");

        Assert.Equal(PromptKind.Jump, ActionCase.Talk(screen).Prompt!.Kind);
        Assert.Contains("go to mark: a b", Bottom(screen), StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_smallest_screen_what_is_searched_for_stays_in_sight()
    {
        var screen = Situations.OnTop["a search"]().Resize(40, 8);

        Assert.Contains("/rcpt", Bottom(screen), StringComparison.Ordinal);
    }

    // Text, colours and the cursor: a selection is but a colour.
    static string Seen(ScreenHarness screen)
    {
        var terminal = screen.Draw();
        return string.Join('\n', from row in Enumerable.Range(0, terminal.Rows)
                                 from column in Enumerable.Range(0, terminal.Columns)
                                 select $"{terminal.Character(column, row)}{terminal.Style(column, row)}") + (terminal.CursorColumn, terminal.CursorRow);
    }

    static string Bottom(ScreenHarness screen) => screen.Text.Split('\n')[screen.Model.Size.Rows - 1];
}
