using FsCheck.Xunit;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tests.Terminal.Editing;

public class TextFieldTests
{
    // The cursor is written as a bar, the other end of the selection as an angle.
    [Theory]
    [InlineData("MAIL FROM:<a>|", "Ctrl-A", "|MAIL FROM:<a>")]
    [InlineData("|MAIL", "Ctrl-E", "MAIL|")]
    [InlineData("MA|IL", "Left", "M|AIL")]
    [InlineData("MA|IL", "Ctrl-F", "MAI|L")]
    [InlineData("MAIL FROM:<a>|", "Alt-b", "MAIL FROM:<|a>")]
    [InlineData("MAIL FROM:<a>|", "Alt-b Alt-b", "MAIL |FROM:<a>")]
    [InlineData("|MAIL FROM:<a>", "Alt-f Alt-f", "MAIL FROM|:<a>")]
    [InlineData("|MAIL FROM", "Ctrl-Right", "MAIL| FROM")]
    [InlineData("MAIL FROM:<a>|", "Ctrl-W", "MAIL |")]
    [InlineData("MAIL FROM:<a>  |", "Ctrl-W", "MAIL |")]
    [InlineData("MAIL FROM:<a>|", "Alt-Backspace", "MAIL FROM:<|")]
    [InlineData("MAIL| FROM:<a>", "Alt-d", "MAIL|:<a>")]
    [InlineData("MAIL| FROM", "Ctrl-U", "| FROM")]
    [InlineData("MAIL| FROM", "Ctrl-K", "MAIL|")]
    [InlineData("MAIL| FROM", "Ctrl-K Ctrl-A Ctrl-Y", " FROM|MAIL")]
    [InlineData("MA|IL", "Ctrl-T", "MIA|L")]
    [InlineData("MAIL|", "Ctrl-T", "MALI|")]
    [InlineData("MA|IL", "Ctrl-D", "MA|L")]
    [InlineData("MA|IL", "Ctrl-H", "M|IL")]
    [InlineData("MA|IL", "Del", "MA|L")]
    [InlineData("MA|IL", "Shift-Left Shift-Left", "|MA<IL")]
    [InlineData("MA|IL", "Shift-End x", "MAx|")]
    [InlineData("MA|IL", "Shift-Home Backspace", "|IL")]
    [InlineData("MA|IL", "Shift-Right Left", "MA|IL")]
    [InlineData("MA|IL", "Shift-Right Right", "MAI|L")]
    [InlineData("e\u0301|x", "Left", "|e\u0301x")]
    [InlineData("👩\u200D💻|", "Backspace", "|")]
    [InlineData("日|本", "Right Backspace", "日|")]
    public void Readline_keys_and_arrows_edit(string before, string keys, string after) => Assert.Equal(after, Show(Press(Read(before), keys)));

    [Theory]
    [InlineData("|", "a b Ctrl-_", "|")]
    [InlineData("|", "a Space b c Ctrl-_", "a |")]
    [InlineData("|", "a b Left c Ctrl-_", "a|b")]
    [InlineData("MAIL FROM|", "Ctrl-W Ctrl-U Ctrl-_ Ctrl-_", "MAIL FROM|")]
    [InlineData("x|", "Ctrl-_", "x|")]
    public void Undo_goes_back_a_word_or_a_change(string before, string keys, string after) => Assert.Equal(after, Show(Press(Read(before), keys)));

    [Fact]
    public void A_secret_is_never_kept_for_yanking()
    {
        var field = Press(TextField.Of("secret", masked: true), "Ctrl-U Ctrl-Y");

        Assert.Equal("", field.Text);
        Assert.Equal("", field.Killed);
    }

    [Property(MaxTest = 300)]
    public void No_keys_ever_leave_the_cursor_outside_or_within_a_character(byte[] keys, string? text)
    {
        var field = TextField.Of(text ?? "");
        string[] names =
        [
            "a", "Space", "\u0301", "👩", "\u200D", "Left", "Right", "Shift-Left", "Shift-Right", "Home", "Shift-End", "Backspace", "Del",
            "Ctrl-T", "Ctrl-W", "Alt-b", "Alt-f", "Alt-d", "Ctrl-K", "Ctrl-U", "Ctrl-Y", "Ctrl-_",
        ];
        foreach (var key in keys)
        {
            field = Press(field, names[key % names.Length]);

            Assert.Equal(field.Cursor, Graphemes.Snap(field.Text, field.Cursor));
            Assert.InRange(field.Cursor, 0, field.Text.Length);
            Assert.InRange(field.Anchor, 0, field.Text.Length);
        }
    }

    internal static TextField Press(TextField field, string keys)
    {
        foreach (var name in keys.Split(' '))
        {
            Assert.True(KeyName.TryParse(name, out var key), name);
            field = EditingKeys.Apply(field, key) ?? throw new InvalidOperationException($"{name} does not edit");
        }

        return field;
    }

    static TextField Read(string text) => TextField.Of(text.Replace("|", "", StringComparison.Ordinal)).MoveTo(text.IndexOf('|', StringComparison.Ordinal));

    static string Show(TextField field)
    {
        var text = field.Text.Insert(Math.Max(field.Cursor, field.Anchor), field.Anchor > field.Cursor ? "<" : "|");
        return field.SelectionLength == 0 ? text : text.Insert(field.SelectionStart, field.Anchor > field.Cursor ? "|" : "<");
    }
}
