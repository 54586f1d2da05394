using System.Text;

namespace SmtpInspector.Terminal.Input;

/// <summary>Keys that arrive as one byte, as they have since the teletype: Ctrl takes the letter's lower five bits.</summary>
static class LegacyKeys
{
    /// <summary>The key of a byte below 0x80 that is no ESC.</summary>
    public static KeyEvent Of(byte value, KeyModifiers modifiers) => value switch
    {
        0x09 => new KeyEvent(Key.Tab, modifiers),
        0x0D => new KeyEvent(Key.Enter, modifiers),
        0x7F => new KeyEvent(Key.Backspace, modifiers),
        0x00 => new KeyEvent(Key.Character, new Rune(' '), modifiers | KeyModifiers.Ctrl),
        // Ctrl-J and Ctrl-H stay what they are: whether they mean Enter and Backspace is for whoever edits a line to say.
        <= 0x1A => new KeyEvent(Key.Character, new Rune((char)(value | 0x60)), modifiers | KeyModifiers.Ctrl),
        < 0x20 => new KeyEvent(Key.Character, new Rune((char)(value | 0x40)), modifiers | KeyModifiers.Ctrl),
        _ => new KeyEvent(Key.Character, new Rune(value), modifiers),
    };
}
