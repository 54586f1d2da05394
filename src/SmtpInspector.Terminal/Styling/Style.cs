namespace SmtpInspector.Terminal.Styling;

/// <summary>How text is drawn. The default value is the terminal's own colours and nothing more.</summary>
/// <param name="Foreground">Colour of the letters.</param>
/// <param name="Background">Colour behind them.</param>
/// <param name="Attributes">Bold, reverse and the like.</param>
public readonly record struct Style(Color Foreground = default, Color Background = default, TextAttributes Attributes = default)
{
    /// <summary>The terminal's own colours.</summary>
    public static Style Plain => default;

    /// <summary>The same with attributes added.</summary>
    public Style With(TextAttributes attributes) => this with { Attributes = Attributes | attributes };

    /// <summary>This with another laid over it: what that one says prevails, what it leaves open stays.</summary>
    public Style Under(Style overlay) => new(
        overlay.Foreground == Color.Default ? Foreground : overlay.Foreground,
        overlay.Background == Color.Default ? Background : overlay.Background,
        Attributes | overlay.Attributes);

    /// <summary>How replaced text (<see cref="Text.SafeRun.Replaced"/>) is drawn within this style: reversed, or set right again where this is reversed.</summary>
    public Style ForControl() => this with { Attributes = Attributes ^ TextAttributes.Reverse };

    // By hand, since what the compiler writes boxes its parts until it has run often; this is asked for each run of each frame.
    public bool Equals(Style other) => Foreground.Packed == other.Foreground.Packed && Background.Packed == other.Background.Packed
        && (int)Attributes == (int)other.Attributes;

    public override int GetHashCode() => (int)((Foreground.Packed * 397) ^ (Background.Packed * 16777619) ^ (uint)Attributes);
}
