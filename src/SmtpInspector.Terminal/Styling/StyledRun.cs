using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Styling;

/// <summary>Safe text in one style.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Style">How; its replaced runs are drawn in <see cref="Styling.Style.ForControl"/>.</param>
public readonly record struct StyledRun(SafeText Text, Style Style = default)
{
    /// <summary>Whether it is not broken at its blanks, where it fits on a line of its own: a number with its unit, a section.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Text in the terminal's own colours.</summary>
    public static implicit operator StyledRun(SafeText text) => new(text);

    /// <summary>Text in the terminal's own colours, made safe.</summary>
    public static implicit operator StyledRun(string text) => new(text);
}
