using SmtpInspector.Terminal.Input;
using SmtpInspector.Tui.Actions;

namespace SmtpInspector.Tests.Tui.Actions;

/// <summary>Which key does what.</summary>
public class KeyMapTests
{
    [Theory]
    [InlineData("Enter", "send", "open")]
    [InlineData("Tab", "complete", "next-pane")]
    [InlineData("Shift-Tab", null, "previous-pane")]
    [InlineData("Up", "history-older", null)]
    [InlineData("Down", "history-newer", null)]
    [InlineData("Ctrl-P", "history-older", null)]
    [InlineData("Ctrl-N", "history-newer", null)]
    [InlineData("Ctrl-R", "history-search", null)]
    [InlineData("j", null, "down")]
    [InlineData("k", null, "up")]
    [InlineData("Ctrl-A", "line-start", null)]
    [InlineData("Ctrl-E", "line-end", null)]
    [InlineData("Ctrl-W", "kill-word", null)]
    [InlineData("Ctrl-U", "kill-start", "half-up")]
    [InlineData("Ctrl-K", "kill-end", null)]
    [InlineData("Ctrl-D", null, "half-down")]
    [InlineData("Ctrl-_", "undo", null)]
    [InlineData("Alt-b", "word-left", null)]
    [InlineData("Alt-f", "word-right", null)]
    [InlineData("Esc", "to-panes", "back")]
    [InlineData("i", null, "to-line")]
    [InlineData("F1", "help", "help")]
    [InlineData("?", null, "help")]
    [InlineData("F2", "palette", "palette")]
    [InlineData(":", null, "palette")]
    [InlineData("Alt-o", "reconnect-with", "reconnect-with")]
    [InlineData("o", null, "reconnect-with")]
    [InlineData("Alt-1", "pane-transcript", "pane-transcript")]
    [InlineData("Alt-2", "pane-detail", "pane-detail")]
    [InlineData("Alt-3", "pane-bytes", "pane-bytes")]
    [InlineData("1", null, "pane-transcript")]
    [InlineData("2", null, "pane-detail")]
    [InlineData("3", null, "pane-bytes")]
    [InlineData("Alt-4", "pane-lesson", "pane-lesson")]
    [InlineData("4", null, "pane-lesson")]
    [InlineData("PgUp", "page-up", null)]
    [InlineData("PgDn", "page-down", null)]
    [InlineData("g", null, "first")]
    [InlineData("G", null, "last")]
    [InlineData("/", null, "search")]
    [InlineData("n", null, "search-next")]
    [InlineData("N", null, "search-previous")]
    [InlineData("f", null, "filter")]
    [InlineData("F", null, "last")]
    [InlineData("[", null, "tab-previous")]
    [InlineData("]", null, "tab-next")]
    [InlineData("y", null, "copy")]
    [InlineData("Y", null, "copy-all")]
    [InlineData("Ctrl-S", "save", "save")]
    [InlineData("Ctrl-O", "open-file", "open-file")]
    [InlineData("r", null, "resend")]
    [InlineData("R", null, "resend-edited")]
    [InlineData("Space", null, "resend-one")]
    [InlineData("m", null, "mark")]
    [InlineData("'", null, "jump")]
    [InlineData("<", null, "narrower")]
    [InlineData(">", null, "wider")]
    [InlineData("+", null, "wider")]
    [InlineData("-", null, "less")]
    [InlineData("=", null, "equalise")]
    [InlineData("\\", null, "zoom")]
    [InlineData("Ctrl-C", "interrupt", "interrupt")]
    [InlineData("Ctrl-Q", "quit", "quit")]
    [InlineData("q", null, "quit")]
    [InlineData("Ctrl-Z", "suspend", "suspend")]
    [InlineData("Ctrl-L", "redraw", "redraw")]
    [InlineData("M", null, "mouse")]
    public void A_key_does_what_it_should(string key, string? inLine, string? inPanes)
    {
        Assert.True(KeyName.TryParse(key, out var pressed));

        Assert.Equal(inLine, KeyMap.Default.Find(Contexts.Line, pressed)?.Id);
        Assert.Equal(inPanes, KeyMap.Default.Find(Contexts.Panes, pressed)?.Id);
    }

    [Fact]
    public void No_key_means_two_things_in_one_place()
    {
        foreach (var where in Enum.GetValues<Contexts>().Where(where => int.IsPow2((int)where)))
        {
            var twice = ActionRegistry.All
                .SelectMany(action => action.Bindings.Where(binding => binding.Where.HasFlag(where)).Select(binding => (binding.Key, action.Id)))
                .GroupBy(pair => pair.Key)
                .Where(pairs => pairs.Select(pair => pair.Id).Distinct().Count() > 1)
                .Select(pairs => $"{pairs.Key} in {where}: {string.Join(", ", pairs.Select(pair => pair.Id))}");

            Assert.Empty(twice);
        }
    }

    [Fact]
    public void A_key_is_bound_only_where_its_action_can_be_done() => Assert.All(
        ActionRegistry.All, action => Assert.All(action.Bindings, binding => Assert.Equal(binding.Where, binding.Where & action.Where)));

    [Fact]
    public void Nothing_that_can_be_typed_is_a_command_in_the_line()
    {
        for (var character = ' '; character <= '~'; character++)
        {
            Assert.Null(KeyMap.Default.Find(Contexts.Line, KeyEvent.Of(character)));
        }
    }

    [Fact]
    public void A_key_of_the_settings_takes_the_place_of_those_that_were()
    {
        Assert.True(KeyName.TryParse("Ctrl-G", out var key));
        var map = new KeyMap(new Dictionary<string, IReadOnlyList<KeyEvent>> { ["search"] = [key] });
        Assert.True(KeyName.TryParse("/", out var old));

        Assert.Equal("search", map.Find(Contexts.Panes, key)?.Id);
        Assert.Equal("search", map.Find(Contexts.Line, key)?.Id);
        Assert.Null(map.Find(Contexts.Panes, old));
    }
}
