using SmtpInspector.Lessons;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Tui;
using SmtpInspector.Tui.Learning;
using SmtpInspector.Tui.Talking;

namespace SmtpInspector.Tests.Tui.Talking;

public class DraggedBorderTests
{
    static TalkLayout Layout(ScreenHarness screen) => TalkLayout.Of((TalkPage)screen.Model.Page, screen.Model.Size);

    static ScreenHarness Screen(int columns, int rows) => ScreenHarness.Talking("S: 220 mx.example.com ESMTP\nC: NOOP\nS: 250 ok\n", columns, rows);

    static ScreenHarness Mouse(ScreenHarness screen, MouseAction action, int column, int row) =>
        screen.Tell(new Msg.Terminal(new MouseEvent(action, MouseButton.Left, column, row)));

    static ScreenHarness Drag(ScreenHarness screen, Border border, int to)
    {
        var layout = Layout(screen);
        var place = layout.Place(border)!.Value;
        var across = layout.IsWide && border == Border.Transcript;

        // A place on the border that bears no tab.
        var other = across ? layout.Transcript.Y + 2 : layout.Frame.Right - 2;
        Mouse(screen, MouseAction.Press, across ? place : other, across ? other : place);
        return Mouse(screen, MouseAction.Drag, across ? to : other, across ? other : to);
    }

    [Theory]
    [InlineData(80, 24, nameof(Border.Transcript), 9)]
    [InlineData(80, 24, nameof(Border.Transcript), 15)]
    [InlineData(120, 40, nameof(Border.Transcript), 50)]
    [InlineData(120, 40, nameof(Border.Transcript), 80)]
    [InlineData(120, 40, nameof(Border.Right), 10)]
    [InlineData(160, 50, nameof(Border.Right), 40)]
    public void A_border_goes_where_it_is_dragged(int columns, int rows, string border, int to) =>
        Assert.Equal(to, Layout(Drag(Screen(columns, rows), Enum.Parse<Border>(border), to)).Place(Enum.Parse<Border>(border)));

    [Theory]
    [InlineData(80, 24, nameof(Border.Transcript), 9)]
    [InlineData(120, 40, nameof(Border.Transcript), 50)]
    [InlineData(120, 40, nameof(Border.Right), 25)]
    public void Beside_a_lesson_too(int columns, int rows, string border, int to)
    {
        var screen = ScreenHarness.On(LessonPage.Of(1, LessonShelf.Course[0], LineInput.Empty), columns, rows);
        Assert.False(Layout(screen).Lesson.IsEmpty);
        Assert.Equal(to, Layout(Drag(screen, Enum.Parse<Border>(border), to)).Place(Enum.Parse<Border>(border)));
    }

    [Theory]
    [InlineData(80, 24, nameof(Border.Transcript))]
    [InlineData(120, 40, nameof(Border.Transcript))]
    [InlineData(160, 50, nameof(Border.Right))]
    public void No_pane_is_dragged_away(int columns, int rows, string border)
    {
        foreach (var to in (int[])[-5, 0, 500])
        {
            var layout = Layout(Drag(Screen(columns, rows), Enum.Parse<Border>(border), to));
            Assert.All([layout.Transcript, layout.Detail, .. layout.IsWide ? [layout.Bytes] : Array.Empty<Rect>()], static pane => Assert.True(pane is { Width: >= 30, Height: >= 3 }));
        }
    }

    [Fact]
    public void Nothing_moves_once_the_button_is_let_go()
    {
        var screen = Drag(Screen(120, 40), Border.Transcript, 60);
        Mouse(screen, MouseAction.Release, 60, 5);
        Assert.Equal(60, Layout(Mouse(screen, MouseAction.Drag, 70, 5)).Place(Border.Transcript));
    }

    [Fact]
    public void A_drag_that_began_elsewhere_moves_nothing()
    {
        var screen = Screen(120, 40);
        var before = Layout(screen);
        Mouse(screen, MouseAction.Press, 5, 5);
        Assert.Equal(before, Layout(Mouse(screen, MouseAction.Drag, 40, 5)));
    }

    [Fact]
    public void A_tab_on_the_border_is_still_opened_by_a_click()
    {
        var screen = Screen(80, 24).Click("State");
        var page = (TalkPage)screen.Model.Page;
        Assert.Null(page.Dragged);
        Assert.Equal("State", DetailPane.Tabs(Layout(screen))[page.Tab].Name);
    }

    [Fact]
    public void A_border_that_a_resize_took_away_is_not_dragged()
    {
        var screen = Drag(Screen(120, 40), Border.Transcript, 60);
        var share = ((TalkPage)screen.Model.Page).Share;
        Mouse(screen.Resize(50, 10), MouseAction.Drag, 5, 5);
        Assert.Equal(share, ((TalkPage)screen.Model.Page).Share);
    }

    [Fact]
    public void A_border_that_is_held_is_seen_to_be_held()
    {
        var screen = Screen(80, 24);
        var row = Layout(screen).Place(Border.Transcript)!.Value;
        var still = screen.Draw().Style(78, row);
        Assert.NotEqual(still, Mouse(screen, MouseAction.Press, 78, row).Draw().Style(78, row));
        Assert.Equal(still, Mouse(screen, MouseAction.Release, 78, row).Draw().Style(78, row));
    }
}
