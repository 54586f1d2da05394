namespace SmtpInspector.Terminal.Device;

/// <summary>Questions to a terminal. Answers come as <see cref="Input.TerminalReply"/> among the keys, or never: do not wait for one.</summary>
public static class TerminalQueries
{
    /// <summary>Which background the terminal draws on, to tell a light theme from a dark one.</summary>
    public static ReadOnlySpan<byte> Background => "\e]11;?\e\\"u8;

    /// <summary>Whether frames can be shown all at once (mode 2026).</summary>
    public static ReadOnlySpan<byte> SynchronizedOutput => "\e[?2026$p"u8;

    /// <summary>Whether it tells when the user changes theme (mode 2031).</summary>
    public static ReadOnlySpan<byte> ColorSchemeReports => "\e[?2031$p"u8;

    /// <summary>Whether it speaks the kitty keyboard protocol.</summary>
    public static ReadOnlySpan<byte> KeyboardFlags => "\e[?u"u8;

    /// <summary>What it is; asked last, because every terminal answers.</summary>
    public static ReadOnlySpan<byte> DeviceAttributes => "\e[c"u8;

    /// <summary>All that a full-screen program asks when it starts, in one piece.</summary>
    public static ReadOnlySpan<byte> AtStart => "\e]11;?\e\\\e[?2026$p\e[?2031$p\e[?u\e[c"u8;
}
