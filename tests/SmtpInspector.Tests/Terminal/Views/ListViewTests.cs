using FsCheck.Xunit;
using SmtpInspector.Terminal.Drawing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tests.Terminal.Views;

public class ListViewTests
{
    [Fact]
    public void Only_what_is_in_sight_is_asked_for()
    {
        var items = new Items(1_000_000, _ => 2);
        var window = new ListWindow(items, 20, 10);
        var view = ListView.Start.Arrange(window).Last(window).Move(window, -3).Page(window, -1).Arrange(window);

        Picture.Draw(21, 10, canvas => view.Draw(canvas, window, BuiltInThemes.Dark, focused: true));

        Assert.InRange(items.Asked, 1, 200);
    }

    [Fact]
    public void Items_of_several_rows_are_drawn_and_the_selected_one_is_marked()
    {
        var window = new ListWindow(new Items(9, index => 1 + (index % 3)), 8, 5);
        var view = ListView.Start.Arrange(window).Select(window, 3);

        var terminal = Picture.Draw(9, 5, canvas => view.Draw(canvas, window, BuiltInThemes.Mono, focused: true));

        Assert.Equal("1.1     │\n2.0     █\n2.1     │\n2.2     │\n3.0     │", terminal.Text);
        Assert.Equal(("0;7", ""), (terminal.Style(0, 4), terminal.Style(0, 3)));
    }

    [Fact]
    public void Short_lists_have_no_scroll_bar_and_nothing_below()
    {
        var window = new ListWindow(new Items(2, _ => 1), 8, 5);

        Assert.Equal("0.0\n1.0", Picture.Of(9, 5, canvas => ListView.Start.Arrange(window).Draw(canvas, window, BuiltInThemes.Dark, true)));
        Assert.Equal("", Picture.Of(9, 5, canvas => ListView.Start.Draw(canvas, window with { Items = new Items(0, _ => 1) }, BuiltInThemes.Dark, true)));
    }

    [Fact]
    public void Items_that_are_added_do_not_move_what_is_read()
    {
        var few = new ListWindow(new Items(20, _ => 1), 8, 5);
        var more = few with { Items = new Items(500, _ => 1) };
        var view = ListView.Start.Arrange(few).Select(few, 10);

        Assert.Equal(view, view.Arrange(more));
        Assert.Equal(489, view.Arrange(more).Below(more));
    }

    [Fact]
    public void One_that_follows_shows_what_is_added_until_it_is_moved_up()
    {
        var few = new ListWindow(new Items(20, _ => 1), 8, 5);
        var more = few with { Items = new Items(500, _ => 1) };
        var view = ListView.Following.Arrange(few);

        Assert.Equal((19, 15), (view.Selected, view.Top.Item));
        Assert.Equal((499, 495), (view.Arrange(more).Selected, view.Arrange(more).Top.Item));
        Assert.Equal((18, 15), (view.Move(few, -1).Arrange(more).Selected, view.Move(few, -1).Arrange(more).Top.Item));
        Assert.Equal(12, view.Scroll(few, -3).Arrange(more).Top.Item);
        Assert.True(view.Move(few, -1).Last(few).Follows);
    }

    [Fact]
    public void An_item_higher_than_the_window_is_gone_through_row_by_row()
    {
        var window = new ListWindow(new Items(3, index => index == 1 ? 8 : 1), 8, 5);
        var view = ListView.Start.Arrange(window).Move(window, 1);
        Assert.Equal((1, new ListPlace(1, 0)), (view.Selected, view.Top));

        view = view.Move(window, 1).Move(window, 1).Move(window, 1);
        Assert.Equal((1, new ListPlace(1, 3)), (view.Selected, view.Top));

        view = view.Move(window, 1);
        Assert.Equal((2, new ListPlace(1, 4)), (view.Selected, view.Top));

        view = view.Move(window, -1);
        Assert.Equal((1, new ListPlace(1, 0)), (view.Selected, view.Top));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 2)]
    [InlineData(5, null)]
    public void A_row_belongs_to_an_item(int row, int? item)
    {
        var window = new ListWindow(new Items(3, index => index + 1), 8, 5);

        Assert.Equal(item, ListView.Start.ItemAt(window, row));
    }

    [Fact]
    public void Keys_with_modifiers_are_for_someone_else()
    {
        var window = new ListWindow(new Items(30, _ => 1), 8, 5);

        Assert.Null(ListView.Start.Handle(window, new KeyEvent(Key.Up, KeyModifiers.Alt)));
        Assert.Null(ListView.Start.Handle(window, KeyEvent.Of('j')));
        Assert.Equal(4, ListView.Start.Handle(window, new KeyEvent(Key.PageDown))?.Selected);
        Assert.Equal(29, ListView.Start.Handle(window, new KeyEvent(Key.End))?.Selected);
    }

    [Property(MaxTest = 300)]
    public void Whatever_happens_the_selected_item_is_in_sight_and_no_row_is_wasted(byte[] steps, byte seed)
    {
        var count = seed % 40;
        var height = 4;
        var view = ListView.Start;
        foreach (var step in steps)
        {
            count = step % 11 == 10 ? step % 50 : count;
            height = step % 13 == 12 ? step % 9 : height;
            var window = new ListWindow(new Items(count, index => 1 + (index * 7 % 6)), 8, height);
            view = view.Arrange(window);
            view = (step % 9) switch
            {
                0 => view.Move(window, 1),
                1 => view.Move(window, -1),
                2 => view.Page(window, 1),
                3 => view.Page(window, -1),
                4 => view.Scroll(window, (step % 5) - 2),
                5 => view.Last(window),
                6 => view.Select(window, step),
                7 => view.First(window),
                _ => view,
            };
            view = view.Arrange(window);
            var rows = Enumerable.Range(0, count).Sum(index => window.Items.Height(index, 8));
            var above = Enumerable.Range(0, view.Top.Item).Sum(index => window.Items.Height(index, 8)) + view.Top.Row;
            Assert.InRange(above, 0, Math.Max(0, rows - Math.Max(1, height)));
            Assert.InRange(view.Selected, 0, Math.Max(0, count - 1));
            Picture.Draw(9, Math.Max(1, height), canvas => view.Draw(canvas, window, BuiltInThemes.Dark, focused: false));
            if (count > 0 && height > 0 && step % 9 is not 8)
            {
                var seen = Enumerable.Range(0, height).Select(row => view.ItemAt(window, row)).ToArray();
                Assert.Contains(view.Selected, seen);
            }
        }
    }

    sealed class Items(int count, Func<int, int> height) : IListItems
    {
        public int Asked { get; private set; }

        public int Count => count;

        public int Height(int index, int width)
        {
            Assert.InRange(index, 0, count - 1);
            Asked++;
            return height(index);
        }

        public void Draw(int index, Canvas canvas, bool selected)
        {
            Assert.Equal(height(index), canvas.Height);
            for (var row = canvas.Visible.Y; row < canvas.Visible.Bottom; row++)
            {
                canvas.Write(0, row, $"{index}.{row}", Style.Plain);
            }
        }
    }
}
