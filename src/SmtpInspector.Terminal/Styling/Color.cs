namespace SmtpInspector.Terminal.Styling;

/// <summary>A colour: the terminal's default, one of its sixteen, one of the 256, or red, green and blue.</summary>
public readonly record struct Color
{
    // Kind in bits 0-1, fallback plus one in bits 2-6, index or RGB in bits 8-31; all zero is the default.
    internal readonly uint Packed;

    Color(ColorKind kind, int value, Ansi? fallback = null) =>
        Packed = (uint)kind | (uint)(fallback is { } ansi ? ((int)ansi + 1) << 2 : 0) | ((uint)value << 8);

    /// <summary>What the terminal draws with when nothing else is said.</summary>
    public static Color Default => default;

    internal ColorKind Kind => (ColorKind)(Packed & 3);

    internal int Value => (int)(Packed >> 8);

    /// <summary>A colour of the terminal's own sixteen.</summary>
    public static Color Of(Ansi color) => new(ColorKind.Indexed, (int)color);

    /// <summary>A colour of the palette of 256.</summary>
    public static Color Indexed(byte index) => new(ColorKind.Indexed, index);

    /// <summary>Red, green and blue.</summary>
    /// <param name="red">0 to 255.</param>
    /// <param name="green">0 to 255.</param>
    /// <param name="blue">0 to 255.</param>
    /// <param name="fallback">What to use with sixteen colours; the nearest when left out, which is often a poor choice.</param>
    public static Color Rgb(byte red, byte green, byte blue, Ansi? fallback = null) =>
        new(ColorKind.Rgb, (red << 16) | (green << 8) | blue, fallback);

    /// <summary>Red, green and blue as one number, 0xRRGGBB.</summary>
    public static Color Rgb(int value, Ansi? fallback = null) => new(ColorKind.Rgb, value & 0xFFFFFF, fallback);

    /// <summary>A colour of the terminal's own sixteen.</summary>
    public static implicit operator Color(Ansi color) => Of(color);

    /// <summary>The same colour, or the nearest that a depth has.</summary>
    public Color At(ColorDepth depth) => (Kind, depth) switch
    {
        (ColorKind.Default, _) or (_, ColorDepth.TrueColor) => this,
        (_, ColorDepth.None) => Default,
        (ColorKind.Indexed, ColorDepth.Indexed256) => this,
        (ColorKind.Rgb, ColorDepth.Indexed256) => Indexed(Palette.Nearest256(Value)),
        _ when Kind == ColorKind.Indexed && Value < 16 => this,
        _ => Of(Fallback ?? Palette.Nearest16(Kind == ColorKind.Rgb ? Value : Palette.Rgb(Value))),
    };

    Ansi? Fallback => ((Packed >> 2) & 31) is var stored and > 0 ? (Ansi)(stored - 1) : null;
}
