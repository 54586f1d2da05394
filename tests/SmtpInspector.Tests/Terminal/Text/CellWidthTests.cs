using System.Globalization;
using System.Text;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tests.Terminal.Text;

public class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("日本語", 6)]
    [InlineData("ｆｕｌｌ", 8)]
    [InlineData("ﾊﾝｶｸ", 4)]
    [InlineData("한국어", 6)]
    [InlineData("\u1112\u1161\u11ab", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("aé", 2)]
    [InlineData("กำ", 2)]
    [InlineData("❤", 1)]
    [InlineData("❤\uFE0F", 2)]
    [InlineData("👩\u200D👩\u200D👧\u200D👦", 2)]
    [InlineData("🇩🇪🇫🇷", 4)]
    [InlineData("#\uFE0F\u20E3", 2)]
    [InlineData("𠀀", 2)]
    [InlineData("⌚", 2)]
    public void A_text_takes_the_cells_that_terminals_give_it(string text, int cells) =>
        Assert.Equal(cells, CellWidth.Narrow.Of(text.AsSpan()));

    [Theory]
    [InlineData("─│┌")]
    [InlineData("✓\u00B1\u2460")]
    [InlineData("αЯ")]
    public void Ambiguous_characters_take_one_cell_or_two_by_setting(string text)
    {
        Assert.Equal(text.Length, CellWidth.ForAmbiguous(1).Of(text.AsSpan()));
        Assert.Equal(text is "✓\u00B1\u2460" ? 5 : 2 * text.Length, CellWidth.ForAmbiguous(2).Of(text.AsSpan()));
    }

    [Theory]
    [InlineData("abc", 2, 2, 2)]
    [InlineData("日本", 3, 1, 2)]
    [InlineData("e\u0301x", 1, 2, 1)]
    [InlineData("日本", 1, 0, 0)]
    [InlineData("ab", 9, 2, 2)]
    public void What_fits_ends_with_a_whole_cluster(string text, int cells, int length, int used) =>
        Assert.Equal((length, used), CellWidth.Narrow.Fit(text, cells));

    [Fact]
    public void The_short_way_to_a_cluster_agrees_with_the_long_one_for_every_pair()
    {
        // What stands alone before or behind anything must do so between all that stand alone: one of each kind will do.
        string[] others = ["a", "é", "Я", "─", "日", "한", "ｱ", "👍", "𠀀", "\u0301", "\u200D", "\uFE0F", "\u1161", "\U0001F3FD", "\u0903", "\u0600"];
        for (var value = 0x20; value < 0x32000; value++)
        {
            if (!Rune.IsValid(value))
            {
                continue;
            }

            var text = new Rune(value).ToString();
            foreach (var other in others)
            {
                Assert.Equal(StringInfo.GetNextTextElementLength(text + other), Graphemes.NextLength(text + other));
                Assert.Equal(StringInfo.GetNextTextElementLength(other + text), Graphemes.NextLength(other + text));
            }
        }
    }
}
