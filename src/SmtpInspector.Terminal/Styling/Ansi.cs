namespace SmtpInspector.Terminal.Styling;

/// <summary>The sixteen colours that every colour terminal has; the user chooses what they look like.</summary>
public enum Ansi
{
    Black,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
    White,
    BrightBlack,
    BrightRed,
    BrightGreen,
    BrightYellow,
    BrightBlue,
    BrightMagenta,
    BrightCyan,
    BrightWhite,
}
