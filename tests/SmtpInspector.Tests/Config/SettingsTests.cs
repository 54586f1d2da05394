using FsCheck.Xunit;
using SmtpInspector.Config;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Tests.Peers;

namespace SmtpInspector.Tests.Config;

public class SettingsTests
{
    const string Whole = "# mine\r\ntheme = light\r\n\r\n# for the old terminal\r\n  ascii=on\r\nkey.quit = Ctrl-X Alt-Q\r\n\r\n[work]\r\ntarget = x.example\r\n";

    [Fact]
    public void What_stands_above_the_first_profile_is_set()
    {
        var read = new SettingsReader().Read(Whole);
        Assert.Empty(read.Problems);
        Assert.Equal(BuiltInThemes.Light, read.Settings.Theme);
        Assert.True(read.Settings.Ascii);
        Assert.Equal(["Ctrl-X", "Alt-Q"], read.Settings.Keys["quit"].Select(key => key.ToString()));
        Assert.True(read.Settings.Mouse);
    }

    [Theory]
    [InlineData("theme = auto")]
    [InlineData("theme = \"high-contrast\"")]
    [InlineData("theme = color-blind")]
    [InlineData("ascii = auto")]
    [InlineData("ascii = off")]
    [InlineData("ambiguous-width = 2")]
    [InlineData("mouse = off")]
    [InlineData("synchronized-output = off")]
    [InlineData("history = 0")]
    public void What_is_read_is_written_the_same_way(string line)
    {
        var read = new SettingsReader().Read(line);
        Assert.Empty(read.Problems);
        var words = line.Replace("\"", "", StringComparison.Ordinal).Split(" = ");
        Assert.Equal(words[1], SettingRow.Find(words[0])!.Text(read.Settings));
    }

    [Fact]
    public void A_theme_may_be_called_by_what_it_is_made_for() =>
        Assert.Equal(BuiltInThemes.ColorBlind, new SettingsReader().Read("theme = deuteranopia").Settings.Theme);

    [Fact]
    public void An_action_may_have_no_key()
    {
        Assert.Empty(new SettingsReader(["copy"]).Read("key.copy = none").Settings.Keys["copy"]);
        Assert.DoesNotContain("copy", Settings.Usual.Keys.Keys);
    }

    [Theory]
    [InlineData("them = dark", 1, "there is no setting them; did you mean theme?")]
    [InlineData("volume = 11", 1, "there is no setting volume; there are theme, ascii, ambiguous-width, mouse, synchronized-output, history.")]
    [InlineData("theme = pink", 9, "theme is auto, dark, light, high-contrast, color-blind or mono, not \"pink\".")]
    [InlineData("ambiguous-width = 3", 19, "ambiguous-width is 1 or 2, not \"3\".")]
    [InlineData("mouse = maybe", 9, "mouse is on or off, not \"maybe\".")]
    [InlineData("history = -1", 11, "history is a number from 0 to 100000, not \"-1\".")]
    [InlineData("history =", 10, "history has no value.")]
    [InlineData("  mouse", 3, "\"mouse\" is neither [NAME] nor KEY = VALUE.")]
    [InlineData("key.qit = x", 1, "there is no action qit; did you mean quit?")]
    [InlineData("key.quit = Hyper-X", 12, "\"Hyper-X\" is no key. Write it as Ctrl-X, Alt-1, Shift-Tab, PgUp, F5 or x; several with a space between, or none.")]
    public void A_mistake_is_named_with_its_place_and_everything_else_counts(string line, int column, string message)
    {
        var read = new SettingsReader(["quit", "copy"]).Read($"{line}\nmouse = off\n");
        var problem = Assert.Single(read.Problems, problem => problem.Line == 1);
        Assert.Equal((column, message), (problem.Column, problem.Message));
        Assert.Equal(line.StartsWith("mouse", StringComparison.Ordinal), read.Settings.Mouse);
    }

    [Fact]
    public void The_first_of_two_counts_and_the_other_is_a_mistake()
    {
        var read = new SettingsReader().Read("theme = dark\ntheme = light");
        Assert.Equal(BuiltInThemes.Dark, read.Settings.Theme);
        Assert.Equal("theme is set above already.", Assert.Single(read.Problems).Message);
    }

    [Theory]
    [InlineData("", "theme = dark\n")]
    [InlineData("# only a comment\n", "theme = dark\n\n# only a comment\n")]
    [InlineData("[work]\ntarget = x\n", "theme = dark\n\n[work]\ntarget = x\n")]
    [InlineData("theme = light\n", "theme = dark\n")]
    [InlineData("mouse = on", "mouse = on\ntheme = dark\n")]
    [InlineData("# a\n  theme=light\r\n# b\n[work]\ntheme = no setting here\n", "# a\n  theme= dark\r\n# b\n[work]\ntheme = no setting here\n")]
    [InlineData("mouse = on\n\n# what follows is a profile\n[work]\n", "mouse = on\ntheme = dark\n\n# what follows is a profile\n[work]\n")]
    [InlineData("mouse = on\r\n[work]\r\n", "mouse = on\r\ntheme = dark\r\n[work]\r\n")]
    public void Writing_changes_one_line_and_nothing_else(string before, string after) =>
        Assert.Equal(after, SettingsWriter.With(before, "theme", "dark"));

    [Fact]
    public void A_setting_that_is_to_be_as_usual_goes_and_its_comments_stay()
    {
        Assert.Equal(Whole.Replace("  ascii=on\r\n", "", StringComparison.Ordinal), SettingsWriter.With(Whole, "ascii", null));
        Assert.Equal(Whole, SettingsWriter.With(Whole, "mouse", null));
    }

    [Property]
    public bool Whatever_the_file_holds_what_was_written_is_read_and_the_rest_is_as_it_was(byte[]? lines, bool mouse)
    {
        string[] some = ["mouse = on", "mouse=off\r", "mouse = maybe", "# mouse = on", "", " ", "[work]", "theme = light", "nonsense"];
        var text = string.Join('\n', (lines ?? []).Select(line => some[line % some.Length]));
        var written = SettingsWriter.With(text, "mouse", mouse ? "on" : "off");
        var (before, after) = (new SettingsReader().Read(text).Settings, new SettingsReader().Read(written).Settings);
        return after.Mouse == mouse && after.Theme == before.Theme
            && new SettingsReader().Read(SettingsWriter.With(written, "mouse", null)).Settings is { Mouse: true };
    }

    [Fact]
    public async Task The_profiles_verb_says_what_is_wrong_with_a_setting()
    {
        using var home = new TestHome();
        Directory.CreateDirectory(home.Path("config/smtp-inspector"));
        home.Write("config/smtp-inspector/config", "theme = pink\n[work]\ntarget = x.example\n");
        var ended = await ProgramUnderTest.RunAsync(home, [], "profiles");
        Assert.Contains("line 1, column 9: theme is auto", ended.Expect(2).Error, StringComparison.Ordinal);
    }
}
