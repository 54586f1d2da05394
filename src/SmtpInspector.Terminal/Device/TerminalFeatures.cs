namespace SmtpInspector.Terminal.Device;

/// <summary>What the terminal is asked to do besides showing text; all of it is undone when it is given back.</summary>
[Flags]
public enum TerminalFeatures
{
    None = 0,

    /// <summary>A screen of its own, which leaves what was there as it was (xterm mode 1049).</summary>
    AlternateScreen = 1,

    /// <summary>No cursor until one is asked for (mode 25).</summary>
    HiddenCursor = 2,

    /// <summary>Pasted text arrives marked as such (mode 2004).</summary>
    BracketedPaste = 4,

    /// <summary>Buttons, wheel and drags (modes 1002 and 1006).</summary>
    Mouse = 8,

    /// <summary>Whether the window has the keyboard (mode 1004).</summary>
    Focus = 16,

    /// <summary>Esc and modified keys told apart (kitty keyboard protocol, flag 1). Only for a terminal that has reported it.</summary>
    KittyKeyboard = 32,

    /// <summary>A report when the user changes between a light and a dark theme (mode 2031).</summary>
    ColorSchemeReports = 64,

    /// <summary>The line where the cursor stands, and what is below it, is cleared when the terminal is given back: it is being edited.</summary>
    ScratchLine = 128,

    /// <summary>The window's title is brought back at the end; see <see cref="Device.WindowTitle"/>.</summary>
    WindowTitle = 256,

    /// <summary>What a line editor in a scrolling terminal wants.</summary>
    Line = BracketedPaste | ScratchLine,

    /// <summary>What a full-screen program wants.</summary>
    FullScreen = AlternateScreen | WindowTitle | HiddenCursor | BracketedPaste | Mouse | Focus,
}
