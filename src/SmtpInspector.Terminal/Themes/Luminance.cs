namespace SmtpInspector.Terminal.Themes;

/// <summary>How bright a colour looks (WCAG 2, "relative luminance" and "contrast ratio").</summary>
public static class Luminance
{
    /// <summary>From 0 for black to 1 for white, of 0xRRGGBB.</summary>
    public static double Of(int rgb) =>
        (0.2126 * Linear((rgb >> 16) & 255)) + (0.7152 * Linear((rgb >> 8) & 255)) + (0.0722 * Linear(rgb & 255));

    /// <summary>From 1 for the same brightness to 21 for black on white.</summary>
    public static double Contrast(int first, int second)
    {
        var (a, b) = (Of(first), Of(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>True when white is easier to read on it than black.</summary>
    public static bool IsDark(int rgb) => Contrast(rgb, 0xFFFFFF) > Contrast(rgb, 0x000000);

    static double Linear(int part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
