using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tests.Terminal.Text;

public class SafeTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("\r\n\t\0\e", "␍␊␉␀␛")]
    [InlineData("\x7F", "␡")]
    [InlineData("\x85\x9B", "\\x85\\x9b")]
    [InlineData("a\u202Eb", "a<U+202E>b")]
    [InlineData("a\u2066b\u2069", "a<U+2066>b<U+2069>")]
    [InlineData("zero\u200Bwidth\u200Cspaces\u2060\uFEFF", "zero<U+200B>width<U+200C>spaces<U+2060><U+FEFF>")]
    [InlineData("line\u2028paragraph\u2029", "line<U+2028>paragraph<U+2029>")]
    [InlineData("soft\u00ADhyphen", "soft<U+00AD>hyphen")]
    [InlineData("no\u00A0break", "no<U+00A0>break")]
    [InlineData("private \uE000", "private <U+E000>")]
    [InlineData("tag \U000E0041", "tag <U+E0041>")]
    [InlineData("blank \u3164\u2800", "blank <U+3164><U+2800>")]
    [InlineData("naïve Ελλάς 日本\u3000語", "naïve Ελλάς 日本\u3000語")]
    public void What_acts_hides_or_misleads_is_spelled_out(string text, string shown) =>
        Assert.Equal(shown, Safe.FromText(text).Text);

    [Theory]
    [InlineData("é", "é")]
    [InlineData("e\u0301", "e\u0301")]
    [InlineData("\u0301e", "<U+0301>e")]
    [InlineData("\e\u0301", "␛<U+0301>")]
    [InlineData("a\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300", "a\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300<U+0300>")]
    public void A_mark_needs_a_letter_and_a_letter_bears_eight(string text, string shown) =>
        Assert.Equal(shown, Safe.FromText(text).Text);

    [Theory]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "\u1112\u1161\u11AB\u1100\u1173\u11AF")]
    [InlineData("\uAC00\u11A8\uAC01\u11A8", "\uAC00\u11A8\uAC01\u11A8")]
    [InlineData("\uD7C0", "<U+D7C0>")]
    [InlineData("a\u1161", "a<U+1161>")]
    [InlineData("\u1112\u11AB", "\u1112<U+11AB>")]
    [InlineData("\uAC01\u1161", "\uAC01<U+1161>")]
    [InlineData("\u1112\u0301\u1161", "\u1112\u0301<U+1161>")]
    public void Parts_of_a_Hangul_syllable_are_shown_within_one_only(string text, string shown)
    {
        Assert.Equal(shown, Safe.FromText(text).Text);
        Assert.Equal(shown, Safe.FromBytes(System.Text.Encoding.UTF8.GetBytes(text)).Text);
    }

    [Theory]
    [InlineData("👩\u200D💻")]
    [InlineData("👩\U0001F3FD\u200D💻")]
    [InlineData("❤\uFE0F\u200D🔥")]
    [InlineData("🇨🇭")]
    [InlineData("1\uFE0F\u20E3")]
    [InlineData("👍\U0001F3FF")]
    public void An_emoji_sequence_stays_whole(string text)
    {
        var safe = Safe.FromText(text);

        Assert.Equal(text, safe.Text);
        Assert.False(safe.HasReplacements);
        Assert.Equal(2, CellWidth.Narrow.Of(safe));
    }

    [Theory]
    [InlineData("a\u200Db", "a<U+200D>b")]
    [InlineData("👩\u200Db", "👩<U+200D>b")]
    [InlineData("👩\u200D", "👩<U+200D>")]
    [InlineData("👩\u200D\e", "👩<U+200D>␛")]
    [InlineData("a\uFE0F", "a<U+FE0F>")]
    [InlineData("1\uFE0F2", "1<U+FE0F>2")]
    public void Joiners_and_selectors_outside_emoji_are_spelled_out(string text, string shown) =>
        Assert.Equal(shown, Safe.FromText(text).Text);

    [Theory]
    [InlineData(new byte[] { 0x9B, (byte)'m' }, "\\x9bm")]
    [InlineData(new byte[] { 0xC2, 0x9B }, "\\xc2\\x9b")]
    [InlineData(new byte[] { 0xC3 }, "\\xc3")]
    [InlineData(new byte[] { 0xC3, 0xA9 }, "é")]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 }, "\\xf0\\x9f\\x98")]
    [InlineData(new byte[] { 0xC0, 0x80 }, "\\xc0\\x80")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "\\xed\\xa0\\x80")]
    [InlineData(new byte[] { 0x1B, (byte)'[', (byte)'J' }, "␛[J")]
    public void Bytes_that_are_no_characters_are_shown_as_bytes(byte[] bytes, string shown) =>
        Assert.Equal(shown, Safe.FromBytes(bytes).Text);

    [Theory]
    [InlineData("a\r\n\e[\x7F", "a^M^J^[[^?")]
    [InlineData("é\x9B", "<U+00E9>\\x9b")]
    public void The_ASCII_form_keeps_to_ASCII(string text, string shown) =>
        Assert.Equal(shown, Safe.FromText(text, SafeForm.Ascii).Text);

    [Fact]
    public void What_was_replaced_differs_from_what_looks_the_same()
    {
        var sent = Safe.FromText("␛[m");
        var replaced = Safe.FromText("\e[m");

        Assert.Equal(sent.Text, replaced.Text);
        Assert.NotEqual(sent, replaced);
        Assert.Equal([new SafeRun(0, 1, true), new SafeRun(1, 2, false)], Runs(replaced));
    }

    [Fact]
    public void Parts_and_sums_keep_what_was_replaced()
    {
        var whole = Safe.FromText("ab\e\ecd") + "e\r";

        Assert.Equal("ab␛␛cde␍", whole.Text);
        Assert.Equal([new SafeRun(0, 2, false), new(2, 2, true), new(4, 3, false), new(7, 1, true)], Runs(whole));
        Assert.Equal([new SafeRun(0, 1, true), new(1, 1, false)], Runs(whole.Slice(3, 2)));
    }

    [Fact]
    public void A_part_never_begins_or_ends_within_a_cluster()
    {
        var text = Safe.FromText("e\u0301x");

        Assert.Equal("e\u0301", text.Slice(1, 1).Text);
        Assert.Equal("", text.Slice(0, 1).Text);
        Assert.Equal("x", text.Slice(2, 1).Text);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_spelled_out() => Assert.Equal("half <U+D83D> pair", Safe.FromText("half \uD83D pair").Text);

    [Property(MaxTest = 1000)]
    public void No_bytes_ever_yield_anything_that_acts_on_a_terminal(byte[] bytes)
    {
        AssertHarmless(Safe.FromBytes(bytes).Text);
        var ascii = Safe.FromBytes(bytes, SafeForm.Ascii).Text;
        Assert.DoesNotContain(ascii, character => character is < ' ' or > '~');
    }

    [Property(MaxTest = 1000)]
    public void No_text_ever_yields_anything_that_acts_on_a_terminal(char[] text) => AssertHarmless(Safe.FromText(text).Text);

    [Property]
    public void Making_safe_text_safe_again_changes_nothing(char[] text)
    {
        var once = Safe.FromText(text).Text;

        Assert.Equal(once, Safe.FromText(once).Text);
    }

    [Fact]
    public void Every_code_point_alone_is_harmless_and_takes_one_cell_at_least()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (Rune.IsValid(value))
            {
                var safe = Safe.FromText(new Rune(value).ToString());
                AssertHarmless(safe.Text);
                Assert.True(CellWidth.Narrow.Of(safe) > 0 || value is >= 0x1160 and <= 0x11FF or >= 0xD7B0 and <= 0xD7FF, $"U+{value:X4}");
            }
        }
    }

    static void AssertHarmless(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Assert.False(rune.Value is < 0x20 or (>= 0x7F and < 0xA0), $"U+{rune.Value:X4} passed");
            Assert.False(
                rune.Value != 0x200D && Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator, $"U+{rune.Value:X4} passed");
        }
    }

    static SafeRun[] Runs(SafeText text)
    {
        var runs = new List<SafeRun>();
        foreach (var run in text.Runs)
        {
            runs.Add(run);
        }

        return [.. runs];
    }
}
