using SmtpInspector.Config;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Tests.Tui.Home;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Looks;

namespace SmtpInspector.Tests.Tui.Preferences;

/// <summary>Settings on the screen, and the look that comes of them.</summary>
public class PreferencesTests
{
    [Fact]
    public void A_theme_shows_while_it_is_chosen_and_goes_again_with_Esc()
    {
        var screen = Homely.New().Press("F9", "Right", "Right");
        Assert.Equal(BuiltInThemes.Light, screen.Model.Look.Theme);

        screen.Press("Esc");
        Assert.Equal(BuiltInThemes.Dark, screen.Model.Look.Theme);
        Assert.Empty(screen.Effects.OfType<Effect.Run>());
    }

    [Fact]
    public void What_is_kept_holds_and_is_written()
    {
        var screen = Homely.New().Press("F9", "Down", "Right", "Enter");

        Assert.Null(screen.Model.Overlay);
        Assert.Equal(SafeForm.Ascii, screen.Model.Look.Form);
        Assert.Single(screen.Effects.OfType<Effect.Run>());
    }

    [Fact]
    public void Nothing_changed_is_nothing_written() => Assert.Empty(Homely.New().Press("F9", "Enter").Effects.OfType<Effect.Run>());

    [Fact]
    public void The_mouse_is_turned_off_at_once()
    {
        var screen = Homely.New().Press("F9", "Down", "Down", "Down", "Right");

        Assert.False(screen.Model.Mouse);
        Assert.Equal(new Effect.UseMouse(false), Assert.Single(screen.Effects));
    }

    [Fact]
    public void A_history_that_is_no_number_is_said()
    {
        var screen = Homely.New().Press("F9", "Down", "Down", "Down", "Down", "Down").Type("x").Press("Enter");

        Assert.Contains("It is a number from 0", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_gets_another_key_and_whose_it_was_is_said()
    {
        var screen = Homely.New().Press("F2").Type("other keys").Press("Enter").Type("settings:").Press("Enter", "Ctrl-U").Type("F4").Press("Enter");

        Assert.Equal("settings", screen.Model.Keys.Find(SmtpInspector.Tui.Actions.Contexts.Home, new(SmtpInspector.Terminal.Input.Key.F4))?.Id);
        Assert.Contains("did something else", screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData(null, null, "en_GB.UTF-8", true)]
    [InlineData(null, null, "C.utf8", true)]
    [InlineData(null, null, "C", false)]
    [InlineData(null, "de_DE.ISO-8859-1", "en_GB.UTF-8", false)]
    [InlineData("POSIX", "en_GB.UTF-8", "en_GB.UTF-8", false)]
    [InlineData("", "", "en_GB.UTF-8", true)]
    public void The_locale_decides_whether_the_terminal_takes_UTF_8(string? all, string? ctype, string? lang, bool isUtf8)
    {
        var environment = new Dictionary<string, string?> { ["LC_ALL"] = all, ["LC_CTYPE"] = ctype, ["LANG"] = lang, ["TERM"] = "xterm" };

        var look = LookChoice.Of(Settings.Usual, Surroundings.Of(environment.GetValueOrDefault));
        Assert.Equal(isUtf8 ? SafeForm.Unicode : SafeForm.Ascii, look.Form);
    }

    [Fact]
    public void The_users_word_counts_more_than_the_locale_and_the_background()
    {
        var settings = Settings.Usual with { Ascii = false, Theme = BuiltInThemes.Dark, AmbiguousWidth = 2 };
        var look = LookChoice.Of(settings, new Surroundings(ColorDepth.TrueColor, IsUtf8: false, Background: 0xFFFFFF));

        Assert.Equal((BuiltInThemes.Dark, SafeForm.Unicode, CellWidth.Wide), (look.Theme, look.Form, look.Width));
    }

    [Fact]
    public void Without_colours_there_is_the_theme_that_needs_none() => Assert.Equal(
        BuiltInThemes.Mono, LookChoice.Of(Settings.Usual with { Theme = BuiltInThemes.Light }, new Surroundings(ColorDepth.None, IsUtf8: true)).Theme);

    [Theory, MemberData(nameof(Goldens.Variants), MemberType = typeof(Goldens))]
    public void The_settings(string variant) => Goldens.Assert("settings", variant, Homely.New(), screen =>
        screen.With(model => model with { Overlay = SmtpInspector.Tui.Preferences.SettingsDialog.Open(model).Model.Overlay }));
}
