using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tests.Terminal.Views;

public class TextViewTests
{
    [Fact]
    public void A_million_lines_cost_what_is_in_sight()
    {
        var lines = new Lines(1_000_000);
        var view = default(TextView).Handle(lines.Count, 3, new KeyEvent(Key.End))!.Value;

        Assert.Equal(
            "line 999997    │\nline 999998    │\nline 999999    █", Picture.Of(16, 3, canvas => view.Draw(canvas, lines, BuiltInThemes.Dark)));
        Assert.Equal(3, lines.Asked);
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(25, 10, 16)]
    [InlineData(12, 10, 10)]
    [InlineData(3, 5, 3)]
    public void A_line_is_revealed_by_moving_as_little_as_possible(int line, int height, int top) =>
        Assert.Equal(top, new TextView(Top: 10).Reveal(100, height, line).Top);

    [Fact]
    public void It_moves_sideways_too()
    {
        var view = default(TextView).Handle(1, 1, new KeyEvent(Key.Right))!.Value;

        Assert.Equal("ine 0", Picture.Of(16, 1, canvas => (view with { Left = 1 }).Draw(canvas, new Lines(1), BuiltInThemes.Dark)));
        Assert.Equal(0, view.Handle(1, 1, new KeyEvent(Key.Left))!.Value.Left);
    }

    [Fact]
    public void A_text_that_became_shorter_stays_in_sight() => Assert.Equal(2, new TextView(Top: 50).Arrange(5, 3).Top);

    sealed class Lines(int count) : ITextLines
    {
        public int Asked { get; private set; }

        public int Count => count;

        public StyledLine this[int index]
        {
            get
            {
                Asked++;
                return StyledLine.Of($"line {index}");
            }
        }
    }
}
