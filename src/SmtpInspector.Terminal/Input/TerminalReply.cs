namespace SmtpInspector.Terminal.Input;

/// <summary>The terminal's answer to a question of <see cref="Device.TerminalQueries"/>.</summary>
public abstract record TerminalReply : TerminalEvent
{
    TerminalReply()
    {
    }

    /// <summary>Primary device attributes (DA1). Every terminal answers this one, so, asked last, it tells that no other answer will come.</summary>
    public sealed record DeviceAttributes : TerminalReply;

    /// <summary>A colour that the terminal draws with (OSC 10 and 11).</summary>
    /// <param name="Background">True for the background, false for the foreground.</param>
    /// <param name="Rgb">Red, green and blue as 0xRRGGBB.</param>
    public sealed record Color(bool Background, int Rgb) : TerminalReply;

    /// <summary>Whether a private mode exists and is set (DECRPM).</summary>
    public sealed record Mode(int Number, ModeState State) : TerminalReply
    {
        /// <summary>True when the terminal knows the mode and lets it be changed.</summary>
        public bool IsUsable => State is ModeState.Set or ModeState.Reset;
    }

    /// <summary>The terminal speaks the kitty keyboard protocol; the flags in force.</summary>
    public sealed record KeyboardFlags(int Flags) : TerminalReply;

    /// <summary>The cursor's place, counted from 0 (DECXCPR).</summary>
    public sealed record CursorPosition(int Column, int Row) : TerminalReply;

    /// <summary>The user prefers, or has changed to, a dark or a light theme (mode 2031).</summary>
    public sealed record ColorScheme(bool Dark) : TerminalReply;
}
