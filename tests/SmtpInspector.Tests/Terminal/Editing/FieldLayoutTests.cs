using FsCheck.Xunit;
using SmtpInspector.Terminal.Editing;
using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Tests.Terminal.Editing;

public class FieldLayoutTests
{
    [Theory]
    [InlineData("abc", 3, 10, "abc", 3)]
    [InlineData("abcdefghij", 0, 10, "abcdefghij", 0)]
    [InlineData("abcdefghijk", 0, 10, "abcdefghi>", 0)]
    [InlineData("abcdefghij", 10, 10, "<ghij", 5)]
    [InlineData("abcdefghijklmnopqrstuvwxyz", 13, 10, "<ghijklmn>", 8)]
    [InlineData("a\tb", 3, 10, "a␉b", 3)]
    [InlineData("日本語日本語", 6, 7, "<語", 3)]
    public void A_long_line_shows_the_part_around_the_cursor(string text, int cursor, int columns, string shown, int column)
    {
        var layout = FieldLayout.Of(TextField.Of(text).MoveTo(cursor), columns, CellWidth.Narrow);

        Assert.Equal(shown, Text(layout));
        Assert.Equal(column, layout.CursorColumn);
    }

    [Fact]
    public void A_secret_shows_as_bullets() =>
        Assert.Equal("••••", Text(FieldLayout.Of(TextField.Of("s3c\t", masked: true), 10, CellWidth.Narrow)));

    [Fact]
    public void An_offer_is_shown_behind_the_text_as_far_as_there_is_room()
    {
        var layout = FieldLayout.Of(TextField.Of("MA"), 6, CellWidth.Narrow, ghost: "IL FROM:");

        Assert.Equal([new FieldPiece("MA", FieldPieceKind.Text), new("IL F", FieldPieceKind.Ghost)], layout.Pieces);
        Assert.Equal(2, layout.CursorColumn);
    }

    [Property(MaxTest = 500)]
    public void Nothing_is_drawn_beyond_its_place_and_the_cursor_is_in_it(string? text, byte cursor, byte columns)
    {
        var field = TextField.Of(text ?? "").MoveTo(cursor);
        var place = 1 + (columns % 40);

        var layout = FieldLayout.Of(field, place, CellWidth.Narrow, ghost: "ghost");

        Assert.InRange(layout.CursorColumn, 0, place - 1);
        Assert.InRange(CellWidth.Narrow.Of(Text(layout).AsSpan()), 0, place);
    }

    [Property]
    public void A_click_on_the_cursor_leaves_it_where_it_is(string? text, byte cursor)
    {
        var field = TextField.Of(text ?? "").MoveTo(cursor);
        var layout = FieldLayout.Of(field, 20, CellWidth.Narrow);

        Assert.Equal(field.Cursor, FieldLayout.IndexAt(field, layout.CursorColumn, 20, CellWidth.Narrow));
    }

    static string Text(FieldLayout layout) => string.Concat(layout.Pieces.Select(piece => piece.Text.Text));
}
