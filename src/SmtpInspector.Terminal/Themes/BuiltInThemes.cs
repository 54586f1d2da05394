using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Terminal.Themes;

/// <summary>The themes that come with the toolkit.</summary>
public static class BuiltInThemes
{
    const TextAttributes Bold = TextAttributes.Bold;
    const TextAttributes Dim = TextAttributes.Dim;
    const TextAttributes Reverse = TextAttributes.Reverse;
    const TextAttributes Underline = TextAttributes.Underline;

    /// <summary>For a dark background.</summary>
    public static Theme Dark { get; } = new()
    {
        Name = "dark",
        Faint = new(Color.Rgb(0x8A919E, Ansi.BrightBlack)),
        Strong = new(Attributes: Bold),
        Accent = new(Color.Rgb(0x7FB4F0, Ansi.BrightBlue)),
        Success = new(Color.Rgb(0x8FD17A, Ansi.Green)),
        Warning = new(Color.Rgb(0xF0C05A, Ansi.Yellow)),
        Error = new(Color.Rgb(0xFF7A78, Ansi.BrightRed), Attributes: Bold),
        Info = new(Color.Rgb(0x74CBD3, Ansi.Cyan)),
        Border = new(Color.Rgb(0x5C6370, Ansi.BrightBlack)),
        FocusedBorder = new(Color.Rgb(0x7FB4F0, Ansi.BrightBlue)),
        Title = new(Color.Rgb(0xA9B1BF, Ansi.White)),
        FocusedTitle = new(Color.Rgb(0x7FB4F0, Ansi.BrightBlue), Attributes: Bold),
        Selection = new(Background: Color.Rgb(0x2F4A6B, Ansi.Blue), Attributes: Bold),
        FaintSelection = new(Background: Color.Rgb(0x353B45, Ansi.BrightBlack)),
        Match = new(Color.Rgb(0x1D1F21, Ansi.Black), Color.Rgb(0xF0C05A, Ansi.Yellow)),
        StatusBar = new(Color.Rgb(0xD5DAE3, Ansi.White), Color.Rgb(0x2C313A, Ansi.Black)),
        StatusKey = new(Color.Rgb(0x7FB4F0, Ansi.BrightBlue), Color.Rgb(0x2C313A, Ansi.Black), Bold),
        Field = new(Attributes: Underline),
        Ghost = new(Color.Rgb(0x6B7280, Ansi.BrightBlack)),
        ScrollTrack = new(Color.Rgb(0x3A404B, Ansi.BrightBlack)),
        ScrollThumb = new(Color.Rgb(0x8A919E, Ansi.White)),
        Popup = new(Color.Rgb(0xE3E7EE, Ansi.White), Color.Rgb(0x262B33, Ansi.Black)),
        Button = new(Color.Rgb(0xE3E7EE, Ansi.White), Color.Rgb(0x3D4450, Ansi.BrightBlack)),
        FocusedButton = new(Color.Rgb(0x10131A, Ansi.Black), Color.Rgb(0x7FB4F0, Ansi.BrightBlue), Bold),
        Disabled = new(Color.Rgb(0x5C6370, Ansi.BrightBlack)),
    };

    /// <summary>For a light background.</summary>
    public static Theme Light { get; } = new()
    {
        Name = "light",
        IsDark = false,
        Faint = new(Color.Rgb(0x6A7180, Ansi.BrightBlack)),
        Strong = new(Attributes: Bold),
        Accent = new(Color.Rgb(0x1F5FB0, Ansi.Blue)),
        Success = new(Color.Rgb(0x1F7A33, Ansi.Green)),
        Warning = new(Color.Rgb(0x8A5A00, Ansi.Yellow)),
        Error = new(Color.Rgb(0xB3201F, Ansi.Red), Attributes: Bold),
        Info = new(Color.Rgb(0x0B6E78, Ansi.Cyan)),
        Border = new(Color.Rgb(0xA0A6B1, Ansi.BrightBlack)),
        FocusedBorder = new(Color.Rgb(0x1F5FB0, Ansi.Blue)),
        Title = new(Color.Rgb(0x4A505C, Ansi.Black)),
        FocusedTitle = new(Color.Rgb(0x1F5FB0, Ansi.Blue), Attributes: Bold),
        Selection = new(Background: Color.Rgb(0xC9DDF7, Ansi.BrightCyan), Attributes: Bold),
        FaintSelection = new(Background: Color.Rgb(0xE4E7EC, Ansi.White)),
        Match = new(Color.Rgb(0x1D1F21, Ansi.Black), Color.Rgb(0xFFD87A, Ansi.BrightYellow)),
        StatusBar = new(Color.Rgb(0x22262E, Ansi.Black), Color.Rgb(0xDCE0E7, Ansi.White)),
        StatusKey = new(Color.Rgb(0x1F5FB0, Ansi.Blue), Color.Rgb(0xDCE0E7, Ansi.White), Bold),
        Field = new(Attributes: Underline),
        Ghost = new(Color.Rgb(0x8F96A3, Ansi.BrightBlack)),
        ScrollTrack = new(Color.Rgb(0xCCD1D9, Ansi.White)),
        ScrollThumb = new(Color.Rgb(0x6A7180, Ansi.BrightBlack)),
        Popup = new(Color.Rgb(0x22262E, Ansi.Black), Color.Rgb(0xF0F2F6, Ansi.White)),
        Button = new(Color.Rgb(0x22262E, Ansi.Black), Color.Rgb(0xD3D8E0, Ansi.White)),
        FocusedButton = new(Color.Rgb(0xFFFFFF, Ansi.BrightWhite), Color.Rgb(0x1F5FB0, Ansi.Blue), Bold),
        Disabled = new(Color.Rgb(0xA0A6B1, Ansi.BrightBlack)),
    };

    /// <summary>Full colours only, reversed selections, nothing faint; on a dark background.</summary>
    public static Theme HighContrast { get; } = new()
    {
        Name = "high-contrast",
        Text = new(Color.Rgb(0xFFFFFF, Ansi.BrightWhite)),
        Faint = new(Color.Rgb(0xD0D0D0, Ansi.White)),
        Strong = new(Color.Rgb(0xFFFFFF, Ansi.BrightWhite), Attributes: Bold),
        Accent = new(Color.Rgb(0x66CCFF, Ansi.BrightCyan), Attributes: Underline),
        Success = new(Color.Rgb(0x5CFF5C, Ansi.BrightGreen), Attributes: Bold),
        Warning = new(Color.Rgb(0xFFFF00, Ansi.BrightYellow), Attributes: Bold),
        Error = new(Color.Rgb(0xFF6060, Ansi.BrightRed), Attributes: Bold),
        Info = new(Color.Rgb(0x66FFFF, Ansi.BrightCyan), Attributes: Bold),
        Border = new(Color.Rgb(0xD0D0D0, Ansi.White)),
        FocusedBorder = new(Color.Rgb(0xFFFF00, Ansi.BrightYellow), Attributes: Bold),
        Title = new(Color.Rgb(0xFFFFFF, Ansi.BrightWhite)),
        FocusedTitle = new(Color.Rgb(0x000000, Ansi.Black), Color.Rgb(0xFFFF00, Ansi.BrightYellow), Bold),
        Selection = new(Attributes: Reverse | Bold),
        FaintSelection = new(Attributes: Underline | Bold),
        Match = new(Color.Rgb(0x000000, Ansi.Black), Color.Rgb(0xFFFF00, Ansi.BrightYellow), Bold),
        StatusBar = new(Attributes: Reverse),
        StatusKey = new(Attributes: Reverse | Bold),
        Field = new(Color.Rgb(0xFFFFFF, Ansi.BrightWhite), Attributes: Underline),
        Ghost = new(Color.Rgb(0xB0B0B0, Ansi.White)),
        ScrollTrack = new(Color.Rgb(0xB0B0B0, Ansi.White)),
        ScrollThumb = new(Color.Rgb(0xFFFFFF, Ansi.BrightWhite)),
        Popup = new(Color.Rgb(0xFFFFFF, Ansi.BrightWhite), Color.Rgb(0x000000, Ansi.Black)),
        Button = new(Color.Rgb(0xFFFFFF, Ansi.BrightWhite), Color.Rgb(0x000000, Ansi.Black), Underline),
        FocusedButton = new(Color.Rgb(0x000000, Ansi.Black), Color.Rgb(0xFFFF00, Ansi.BrightYellow), Bold),
        Disabled = new(Color.Rgb(0xB0B0B0, Ansi.White)),
    };

    /// <summary>Good is blue and bad is orange, which red-green colour blindness leaves apart; on a dark background.</summary>
    public static Theme ColorBlind { get; } = Dark with
    {
        Name = "color-blind",
        Accent = new(Color.Rgb(0xC9B3F5, Ansi.BrightMagenta)),
        Success = new(Color.Rgb(0x6CB6FF, Ansi.BrightBlue)),
        Warning = new(Color.Rgb(0xF0E442, Ansi.BrightYellow)),
        Error = new(Color.Rgb(0xFF9E4A, Ansi.Yellow), Attributes: Bold),
        Info = new(Color.Rgb(0xC5C8C6, Ansi.White)),
    };

    /// <summary>No colour at all: bold, dim, underlined and reversed.</summary>
    public static Theme Mono { get; } = new()
    {
        Name = "mono",
        Faint = new(Attributes: Dim),
        Strong = new(Attributes: Bold),
        Accent = new(Attributes: Underline),
        Warning = new(Attributes: Bold),
        Error = new(Attributes: Bold | Underline),
        Border = new(Attributes: Dim),
        FocusedBorder = new(Attributes: Bold),
        FocusedTitle = new(Attributes: Bold | Reverse),
        Selection = new(Attributes: Reverse),
        FaintSelection = new(Attributes: Underline),
        Match = new(Attributes: Reverse | Bold),
        StatusBar = new(Attributes: Reverse),
        StatusKey = new(Attributes: Reverse | Bold),
        Field = new(Attributes: Underline),
        Ghost = new(Attributes: Dim),
        ScrollTrack = new(Attributes: Dim),
        Button = new(Attributes: Underline),
        FocusedButton = new(Attributes: Reverse | Bold),
        Disabled = new(Attributes: Dim),
    };

    /// <summary>All of them, in the order in which a user is offered them.</summary>
    public static IReadOnlyList<Theme> All { get; } = [Dark, Light, HighContrast, ColorBlind, Mono];

    /// <summary>The theme of a name, or null.</summary>
    public static Theme? Find(string name) => All.FirstOrDefault(theme => theme.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The theme for a terminal of which no more is known: its depth, and the background it has told, if it has.</summary>
    /// <param name="depth">Without colours it is <see cref="Mono"/>.</param>
    /// <param name="background">Red, green and blue, 0xRRGGBB, as of <see cref="Input.TerminalReply.Color"/>; dark is assumed where it is not known.</param>
    public static Theme For(ColorDepth depth, int? background = null) =>
        depth == ColorDepth.None ? Mono : background is { } rgb && !Luminance.IsDark(rgb) ? Light : Dark;
}
