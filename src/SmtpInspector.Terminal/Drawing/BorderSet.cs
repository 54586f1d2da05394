using SmtpInspector.Terminal.Text;

namespace SmtpInspector.Terminal.Drawing;

/// <summary>The characters that frames, rules and scroll bars are drawn with; each takes one cell.</summary>
/// <param name="Horizontal">A horizontal line.</param>
/// <param name="Vertical">A vertical line.</param>
/// <param name="TopLeft">A corner.</param>
/// <param name="TopRight">A corner.</param>
/// <param name="BottomLeft">A corner.</param>
/// <param name="BottomRight">A corner.</param>
/// <param name="TeeLeft">Where a horizontal line begins at the left side of a frame.</param>
/// <param name="TeeRight">Where one ends at its right side.</param>
/// <param name="TeeTop">Where a vertical line begins at its top.</param>
/// <param name="TeeBottom">Where one ends at its bottom.</param>
/// <param name="Cross">Where two lines cross.</param>
/// <param name="ScrollTrack">The way of a scroll bar.</param>
/// <param name="ScrollThumb">Its thumb.</param>
/// <param name="Ellipsis">The end of a text that is cut off.</param>
public sealed record BorderSet(
    char Horizontal,
    char Vertical,
    char TopLeft,
    char TopRight,
    char BottomLeft,
    char BottomRight,
    char TeeLeft,
    char TeeRight,
    char TeeTop,
    char TeeBottom,
    char Cross,
    char ScrollTrack,
    char ScrollThumb,
    SafeText Ellipsis)
{
    /// <summary>Thin lines.</summary>
    public static BorderSet Light { get; } = new('─', '│', '┌', '┐', '└', '┘', '├', '┤', '┬', '┴', '┼', '│', '█', "…");

    /// <summary>Thin lines with round corners.</summary>
    public static BorderSet Rounded { get; } = Light with { TopLeft = '╭', TopRight = '╮', BottomLeft = '╰', BottomRight = '╯' };

    /// <summary>For terminals without those.</summary>
    public static BorderSet Ascii { get; } = new('-', '|', '+', '+', '+', '+', '+', '+', '+', '+', '+', '|', '#', ">");

    /// <summary>
    /// Thin lines, or ASCII where the terminal has only that, or would draw a line two cells wide: all of these are ambiguous in width.
    /// </summary>
    public static BorderSet For(SafeForm form, CellWidth width) => form == SafeForm.Ascii || !width.AmbiguousIsNarrow ? Ascii : Light;
}
