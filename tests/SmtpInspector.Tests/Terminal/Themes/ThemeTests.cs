using System.Globalization;
using System.Reflection;
using System.Text;
using SmtpInspector.Terminal.Styling;
using SmtpInspector.Terminal.Themes;

namespace SmtpInspector.Tests.Terminal.Themes;

public class ThemeTests
{
    public static TheoryData<string> Names => [.. BuiltInThemes.All.Select(theme => theme.Name)];

    [Theory]
    [InlineData(0x000000, true)]
    [InlineData(0x1D1F21, true)]
    [InlineData(0x002B36, true)]
    [InlineData(0xFFFFFF, false)]
    [InlineData(0xFDF6E3, false)]
    public void A_background_is_dark_where_white_reads_better(int rgb, bool dark)
    {
        Assert.Equal(dark, Luminance.IsDark(rgb));
        Assert.Equal(dark, BuiltInThemes.For(ColorDepth.TrueColor, rgb).IsDark);
    }

    [Fact]
    public void Without_colours_the_theme_has_none()
    {
        Assert.Same(BuiltInThemes.Mono, BuiltInThemes.For(ColorDepth.None, 0xFFFFFF));
        Assert.All(Styles(BuiltInThemes.Mono), style => Assert.Equal((Color.Default, Color.Default), (style.Style.Foreground, style.Style.Background)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_read_can_be_read(string name)
    {
        var theme = BuiltInThemes.Find(name)!;
        var paper = theme.IsDark ? 0x1D1F21 : 0xFFFFFF;
        string[] decoration = ["Border", "ScrollTrack", "ScrollThumb", "Disabled", "Ghost"];
        foreach (var (role, style) in Styles(theme).Where(pair => !decoration.Contains(pair.Role) && pair.Style.Foreground != Color.Default))
        {
            var behind = style.Background == Color.Default ? paper : Rgb(style.Background);
            Assert.True(Luminance.Contrast(Rgb(style.Foreground), behind) >= 4.5, $"{name}: {role}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_sixteen_colours_nothing_is_told_by_one_that_may_be_the_background(string name)
    {
        var theme = BuiltInThemes.Find(name)!.At(ColorDepth.Ansi16);
        Color grey = Ansi.BrightBlack;
        Assert.All(Styles(theme), pair => Assert.False(
            pair.Style.Foreground.At(ColorDepth.Ansi16) == grey || pair.Style.Background.At(ColorDepth.Ansi16) == grey, pair.Role));
        Assert.Same(BuiltInThemes.Dark, BuiltInThemes.Dark.At(ColorDepth.TrueColor));
    }

    // As it is written for a terminal: "38;2;R;G;B".
    static int Rgb(Color color)
    {
        var bytes = new byte[Sgr.MaxLength];
        var text = Encoding.ASCII.GetString(bytes, 0, Sgr.Write(new Style(color), ColorDepth.TrueColor, bytes));
        var parts = text.TrimEnd('m').Split(';')[^3..].Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0] << 16) | (parts[1] << 8) | parts[2];
    }

    static IEnumerable<(string Role, Style Style)> Styles(Theme theme) => typeof(Theme)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.PropertyType == typeof(Style))
        .Select(property => (property.Name, (Style)property.GetValue(theme)!));
}
