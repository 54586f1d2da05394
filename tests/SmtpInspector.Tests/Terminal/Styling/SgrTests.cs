using System.Text;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Tests.Terminal.Styling;

public class SgrTests
{
    public static TheoryData<Style, ColorDepth, string> Styles => new()
    {
        { Style.Plain, ColorDepth.TrueColor, "0" },
        { new Style(Ansi.Red), ColorDepth.TrueColor, "0;31" },
        { new Style(Ansi.BrightRed, Ansi.Blue), ColorDepth.Ansi16, "0;91;44" },
        { new Style(Color.Rgb(1, 2, 3)), ColorDepth.TrueColor, "0;38;2;1;2;3" },
        { new Style(Background: Color.Rgb(0xFF8700)), ColorDepth.Indexed256, "0;48;5;208" },
        { new Style(Color.Rgb(0x808080)), ColorDepth.Indexed256, "0;38;5;244" },
        { new Style(Color.Indexed(208)), ColorDepth.TrueColor, "0;38;5;208" },
        { new Style(Color.Rgb(0xFF8700, Ansi.Yellow)), ColorDepth.Ansi16, "0;33" },
        { new Style(Color.Rgb(0xFF0505)), ColorDepth.Ansi16, "0;91" },
        { new Style(Color.Indexed(196)), ColorDepth.Ansi16, "0;91" },
        { new Style(Color.Rgb(1, 2, 3), Ansi.Red, TextAttributes.Bold | TextAttributes.Reverse), ColorDepth.None, "0;1;7" },
        { new Style(Attributes: (TextAttributes)63), ColorDepth.TrueColor, "0;1;2;3;4;7;9" },
    };

    [Theory]
    [MemberData(nameof(Styles))]
    public void A_style_is_written_as_far_as_the_depth_goes(Style style, ColorDepth depth, string parameters)
    {
        Span<byte> bytes = stackalloc byte[Sgr.MaxLength];

        Assert.Equal($"\e[{parameters}m", Encoding.ASCII.GetString(bytes[..Sgr.Write(style, depth, bytes)]));
    }

    [Theory]
    [InlineData("xterm-256color", "truecolor", null, ColorDepth.TrueColor)]
    [InlineData("xterm-256color", null, null, ColorDepth.Indexed256)]
    [InlineData("xterm", null, null, ColorDepth.Ansi16)]
    [InlineData("vt100", null, null, ColorDepth.None)]
    [InlineData("dumb", "truecolor", null, ColorDepth.None)]
    [InlineData("xterm-256color", "truecolor", "1", ColorDepth.None)]
    [InlineData("xterm-256color", "truecolor", "", ColorDepth.TrueColor)]
    public void The_environment_says_how_many_colours_there_are(string? term, string? colorTerm, string? noColor, ColorDepth depth) =>
        Assert.Equal(depth, ColorSupport.Detect(name => name switch { "TERM" => term, "COLORTERM" => colorTerm, "NO_COLOR" => noColor, _ => null }));
}
