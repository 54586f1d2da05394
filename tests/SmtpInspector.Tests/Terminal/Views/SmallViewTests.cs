using System.Text;
using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Text;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tests.Terminal.Views;

public class SmallViewTests
{
    static readonly TabStrip Tabs = new(["Explain", "Bytes", "TLS"], 1);
    static readonly KeyHint[] Hints = [new("Enter", "send"), new("Tab", "complete"), new("F1", "help")];

    [Fact]
    public void Tabs_show_which_is_open_and_take_clicks()
    {
        Assert.Equal(" Explain [Bytes] TLS", Picture.Of(30, 1, canvas => Tabs.Draw(canvas, 0, 0, BuiltInThemes.Dark, focused: true)));
        Assert.Equal(1, Tabs.At(10, CellWidth.Narrow));
        Assert.Null(Tabs.At(25, CellWidth.Narrow));
        Assert.Equal(2, Tabs.Move(-2).Open);
        Assert.Equal(0, Tabs.Move(2).Open);
    }

    [Theory]
    [InlineData(40, " Enter send  Tab complete  F1 help")]
    [InlineData(30, " Enter send  Tab complete")]
    [InlineData(5, "")]
    public void Hints_are_shown_whole_or_not_at_all(int columns, string shown) =>
        Assert.Equal(shown, Picture.Of(columns, 1, canvas => StatusLine.DrawHints(canvas, 0, Hints, BuiltInThemes.Dark)));

    [Fact]
    public void A_hint_is_clicked() => Assert.Equal((0, 1, null), (StatusLine.HintAt(1, Hints, CellWidth.Narrow), StatusLine.HintAt(14, Hints, CellWidth.Narrow), StatusLine.HintAt(0, Hints, CellWidth.Narrow)));

    [Theory]
    [InlineData(40, " mx.example.org  TLS 1.3    dark  24-bit")]
    [InlineData(34, " mx.example.org  TLS 1.3    24-bit")]
    [InlineData(18, " mx.example.org  …")]
    [InlineData(8, " mx.exa…")]
    public void The_state_gives_up_what_matters_least(int columns, string shown) => Assert.Equal(
        shown, Picture.Of(columns + 1, 1, canvas => StatusLine.Draw(canvas, 0, ["mx.example.org", "TLS 1.3"], ["dark", "24-bit"], BuiltInThemes.Dark)));

    [Fact]
    public void Toasts_lie_above_one_another_and_go_in_time()
    {
        var tray = ToastTray.Empty
            .Add(new Toast("copied 12 bytes", ToastKind.Success, TimeSpan.FromSeconds(3)))
            .Add(new Toast("the server has closed the connection", ToastKind.Error, TimeSpan.FromSeconds(5)));

        Assert.Equal(
            "    ok copied 12 bytes\n      ! the server has\n        closed the\n        connection",
            Picture.Of(24, 5, canvas => tray.Draw(canvas, 5, BuiltInThemes.Mono)).TrimStart('\n'));
        Assert.Equal(TimeSpan.FromSeconds(3), tray.NextEnd);
        Assert.Single(tray.At(TimeSpan.FromSeconds(3)).Toasts);
        Assert.Null(tray.At(TimeSpan.FromSeconds(9)).NextEnd);
        Assert.Same(tray, tray.At(TimeSpan.Zero));
    }

    [Fact]
    public void Candidates_are_listed_above_the_line_they_complete()
    {
        var menu = new CompletionMenu(new CompletionSet(0, [new("RCPT", "names a recipient"), new("RSET", "starts over")]), 1, TextField.Empty);

        Assert.Equal(
            "\n   RCPT  names a recipient\n   RSET  starts over", Picture.Of(40, 4, canvas => CompletionList.Draw(canvas, menu, CompletionLayout.Of(canvas.Area, canvas.CellWidth, menu, 3, 3), BuiltInThemes.Dark)));
        Assert.Equal(
            "\n   RCPT  names a recipient █", Picture.Of(40, 2, canvas => CompletionList.Draw(canvas, menu with { Selected = 0 }, CompletionLayout.Of(canvas.Area, canvas.CellWidth, menu with { Selected = 0 }, 3, 0), BuiltInThemes.Dark)));
    }

    [Theory]
    [InlineData("one two three", 7, 0, "one two|three")]
    [InlineData("one two three", 8, 2, "one two|  three")]
    [InlineData("onetwothree", 4, 0, "onet|woth|ree")]
    [InlineData("日本語", 4, 0, "日本|語")]
    [InlineData("日本", 1, 0, "日|本")]
    [InlineData("", 4, 0, "")]
    [InlineData("a  b", 2, 0, "a|b")]
    public void Text_is_broken_at_blanks_where_it_can_be(string text, int columns, int indent, string lines) =>
        Assert.Equal(lines, string.Join('|', TextWrap.Lines(StyledLine.Of(Safe.FromText(text)), columns, CellWidth.Narrow, indent)));

    [Fact]
    public void Broken_text_keeps_its_styles()
    {
        var red = new Style(Ansi.Red);
        var lines = TextWrap.Lines([new("plain "), new("red words", red)], 10, CellWidth.Narrow);

        Assert.Equal([new StyledRun("plain red", default).Text.Text, "words"], lines.Select(line => line.ToString()));
        Assert.Equal([new StyledRun("plain "), new("red", red)], lines[0]);
        Assert.Equal([new StyledRun("words", red)], lines[1]);
    }

    [Fact]
    public void A_copy_is_one_sequence_and_another_for_tmux()
    {
        Assert.Equal("\e]52;c;aGk=\a", Encoding.ASCII.GetString(Clipboard.Copy("hi"u8)));
        Assert.EndsWith("\ePtmux;\e\e]52;c;aGk=\a\e\\", Encoding.ASCII.GetString(Clipboard.Copy("hi"u8, throughTmux: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_cannot_break_out_of_its_sequence() =>
        Assert.Equal("\e]2;a␇b\\x9cc␛\\\e\\", Encoding.UTF8.GetString(WindowTitle.Set(Safe.FromText("a\ab\x9C" + "c\e\\"))));

    [Fact]
    public void Two_presses_soon_after_each_other_are_a_double_click()
    {
        var press = new MouseEvent(MouseAction.Press, MouseButton.Left, 3, 4);
        var first = default(ClickCounter).Press(press, TimeSpan.Zero);

        Assert.Equal(2, first.Press(press, TimeSpan.FromMilliseconds(300)).Count);
        Assert.Equal(1, first.Press(press, TimeSpan.FromMilliseconds(500)).Count);
        Assert.Equal(1, first.Press(press with { Column = 9 }, TimeSpan.FromMilliseconds(100)).Count);
    }
}
