using FsCheck.Xunit;
using SmtpInspector.Terminal.Input;
using SmtpInspector.Terminal.Layout;
using SmtpInspector.Terminal.Themes;
using SmtpInspector.Terminal.Views;

namespace SmtpInspector.Tests.Terminal.Views;

public class PaletteTests
{
    static readonly Palette Start = Palette.Open(
        "Commands",
        [
            new("save", "Save the transcript", "Ctrl-S"), new("open", "Open a transcript", "Ctrl-O"),
            new("copy", "Copy the line", "y", "nothing is selected"), new("tls", "Start TLS", Keywords: "encrypt"),
        ]);

    [Theory]
    [InlineData("tr", "open save tls")]
    [InlineData("st", "tls save open")]
    [InlineData("encrypt", "tls")]
    [InlineData("line copy", "copy")]
    [InlineData("zzz", "")]
    [InlineData(" ", "save open tls copy")]
    public void A_few_letters_find_what_is_meant(string query, string ids) =>
        Assert.Equal(ids, string.Join(' ', Type(Start, query).Found.Select(found => found.Entry.Id)));

    [Theory]
    [InlineData("con", "connect again-2 connect-again unrelated")]
    [InlineData("connect again", "connect-again again-2")]
    [InlineData("Connect Again ", "connect-again again-2")]
    [InlineData("again", "again-2 connect-again")]
    public void What_can_be_done_comes_before_what_cannot_unless_that_was_named(string query, string ids)
    {
        var palette = Palette.Open(
            "Commands",
            [
                new("connect-again", "Connect again", "F5", "the conversation goes on"), new("connect", "Connect to a server, with all options"),
                new("again-2", "Once more, connect again"), new("unrelated", "A certain bacon"),
            ]);
        Assert.Equal(ids, string.Join(' ', Type(palette, query).Found.Select(found => found.Entry.Id)));
    }

    [Fact]
    public void Enter_chooses_and_what_cannot_be_done_says_why_and_stays()
    {
        var saved = Type(Start, "save").Handle(new KeyEvent(Key.Enter));
        Assert.Null(saved.Palette);
        Assert.Equal("save", saved.Chosen?.Id);

        var copied = Type(Start, "copy").Handle(new KeyEvent(Key.Enter));
        Assert.NotNull(copied.Palette);
        Assert.Null(copied.Chosen);
    }

    [Fact]
    public void Arrows_go_round_and_Esc_closes()
    {
        Assert.Equal(3, Start.Handle(new KeyEvent(Key.Up)).Palette!.Selected);
        Assert.Equal(0, Start.Handle(new KeyEvent(Key.Up)).Palette!.Handle(new KeyEvent(Key.Down)).Palette!.Selected);
        Assert.Null(Start.Handle(new KeyEvent(Key.Escape)).Palette);
    }

    [Fact]
    public void A_click_chooses_and_one_outside_closes()
    {
        var screen = new Rect(0, 0, 60, 12);

        Assert.Equal("open", Start.Handle(new MouseEvent(MouseAction.Press, MouseButton.Left, 10, 6), screen).Chosen?.Id);
        Assert.Null(Start.Handle(new MouseEvent(MouseAction.Press, MouseButton.Left, 10, 0), screen).Palette);
    }

    [Fact]
    public void It_is_drawn_with_keys_and_reasons() => Assert.Equal(
        """
        ┌ Commands ─────────────────────────── 2 of 4 ┐
        │ o                                           │
        │                                             │
        │ Open a transcript                    Ctrl-O │
        │ Copy the line           nothing is selected │
        │                                             │
        │                                             │
        └─────────────────────────────────────────────┘
        """.Replace("\r", "", StringComparison.Ordinal),
        Picture.Of(49, 8, canvas => Type(Start, "o").Draw(canvas, BuiltInThemes.Dark)).Replace("\n ", "\n", StringComparison.Ordinal).TrimStart());

    [Theory]
    [InlineData("abc", "xaxbxc", 1, 3, 5)]
    [InlineData("abc", "axbx abc", 5, 6, 7)]
    [InlineData("sf", "send file", 0, 5)]
    [InlineData("st", "last step", 5, 6)]
    [InlineData("cN", "commandName", 0, 7)]
    public void Letters_are_found_where_they_mean_most(string query, string text, params int[] positions) =>
        Assert.Equal(positions, FuzzyMatch.Of(query, text)?.Positions);

    [Property(MaxTest = 500)]
    public void Positions_spell_the_query(string query, string text)
    {
        var word = query.Replace(" ", "", StringComparison.Ordinal);
        word = word.Length > 8 ? word[..8] : word;
        if (FuzzyMatch.Of(word, text) is { } match && text.Length <= 500)
        {
            Assert.Equal(word.ToUpperInvariant(), string.Concat(match.Positions.Select(place => text[place])).ToUpperInvariant());
        }
        else
        {
            // Then they are not there in this order.
            var at = 0;
            foreach (var character in text)
            {
                at += at < word.Length && char.ToUpperInvariant(character) == char.ToUpperInvariant(word[at]) ? 1 : 0;
            }

            Assert.True(at < word.Length || text.Length > 500);
        }
    }

    static Palette Type(Palette palette, string text)
    {
        foreach (var character in text)
        {
            palette = palette.Handle(KeyEvent.Of(character)).Palette!;
        }

        return palette;
    }
}
