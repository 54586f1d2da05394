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

    /// <summary>How replaced text (<see cref="Text.SafeRun.Replaced"/>) is drawn within this style: reversed, or set right again where this is reversed.</summary>
    public Style ForControl() => this with { Attributes = Attributes ^ TextAttributes.Reverse };
}
