namespace SmtpInspector.Terminal.Device;

/// <summary>The control sequences that turn features on, and those that turn them off again, in the opposite order.</summary>
static class FeatureSequences
{
    // In order of turning on: the alternate screen first, since it also saves the cursor and its colours.
    static readonly (TerminalFeatures Feature, byte[] On, byte[] Off)[] Table =
    [
        (TerminalFeatures.AlternateScreen, "\e[?1049h\e[H\e[2J"u8.ToArray(), "\e[?1049l"u8.ToArray()),
        (TerminalFeatures.WindowTitle, "\e[22;2t"u8.ToArray(), "\e[23;2t"u8.ToArray()),
        (TerminalFeatures.HiddenCursor, "\e[?25l"u8.ToArray(), "\e[?25h"u8.ToArray()),
        (TerminalFeatures.ScratchLine, [], "\r\e[J"u8.ToArray()),
        (TerminalFeatures.BracketedPaste, "\e[?2004h"u8.ToArray(), "\e[?2004l"u8.ToArray()),
        (TerminalFeatures.Mouse, "\e[?1002h\e[?1006h"u8.ToArray(), "\e[?1006l\e[?1002l"u8.ToArray()),
        (TerminalFeatures.Focus, "\e[?1004h"u8.ToArray(), "\e[?1004l"u8.ToArray()),
        (TerminalFeatures.KittyKeyboard, "\e[>1u"u8.ToArray(), "\e[<u"u8.ToArray()),
        (TerminalFeatures.ColorSchemeReports, "\e[?2031h"u8.ToArray(), "\e[?2031l"u8.ToArray()),
    ];

    public static byte[] On(TerminalFeatures features)
    {
        var bytes = new List<byte>();
        foreach (var (feature, on, _) in Table)
        {
            if (features.HasFlag(feature))
            {
                bytes.AddRange(on);
            }
        }

        return [.. bytes];
    }

    /// <summary>Also ends an unfinished frame or string and resets colours: a crash may come in the middle of either.</summary>
    public static byte[] Off(TerminalFeatures features)
    {
        var bytes = new List<byte>("\e\\\e[?2026l\e[0m"u8.ToArray());
        foreach (var (feature, _, off) in Table.Reverse())
        {
            if (features.HasFlag(feature))
            {
                bytes.AddRange(off);
            }
        }

        return [.. bytes];
    }
}
