using System.Text;

namespace SmtpInspector.Terminal.Input;

/// <summary>Complete control sequences to events.</summary>
static class CsiDecoder
{
    /// <summary>What a sequence means; null when nothing is known of it.</summary>
    /// <param name="sequence">What stood between the introducer and the final byte.</param>
    /// <param name="final">The final byte.</param>
    /// <param name="extra">Modifiers from an ESC before the sequence.</param>
    public static TerminalEvent? Decode(ReadOnlySpan<byte> sequence, byte final, KeyModifiers extra)
    {
        var parameters = new CsiParameters(sequence);
        return parameters.Private switch
        {
            '<' => MouseDecoder.Sgr(parameters, final),
            '?' => Reply(parameters, final),
            '\0' when parameters.Intermediates.IsEmpty => KeyOrFocus(parameters, final, extra),
            _ => null,
        };
    }

    /// <summary>The key of the letter after ESC O or ESC [; null when there is none.</summary>
    public static Key? Letter(byte final) => final switch
    {
        (byte)'A' => Key.Up,
        (byte)'B' => Key.Down,
        (byte)'C' => Key.Right,
        (byte)'D' => Key.Left,
        (byte)'H' => Key.Home,
        (byte)'F' => Key.End,
        (byte)'P' => Key.F1,
        (byte)'Q' => Key.F2,
        (byte)'R' => Key.F3,
        (byte)'S' => Key.F4,
        _ => null,
    };

    static TerminalEvent? KeyOrFocus(CsiParameters parameters, byte final, KeyModifiers extra)
    {
        var modifiers = Modifiers(parameters.Number(1, 1)) | extra;
        switch (final)
        {
            case (byte)'I' when parameters.IsEmpty:
                return new FocusEvent(Gained: true);
            case (byte)'O' when parameters.IsEmpty:
                return new FocusEvent(Gained: false);
            case (byte)'Z':
                return new KeyEvent(Key.Tab, modifiers | KeyModifiers.Shift);
            case (byte)'u':
                return Kitty(parameters, extra);
            case (byte)'~' when parameters.Number(0, 0) == 27:
                // xterm's modifyOtherKeys: 27, modifiers, code.
                return Coded(parameters.Number(2, 0), modifiers);
            case (byte)'~':
                return Numbered(parameters.Number(0, 0)) is { } key && !IsRelease(parameters) ? new KeyEvent(key, modifiers) : null;
            // rxvt says Ctrl by ending in "^", and Shift by a small letter.
            case (byte)'^':
                return Numbered(parameters.Number(0, 0)) is { } withCtrl ? new KeyEvent(withCtrl, modifiers | KeyModifiers.Ctrl) : null;
            case >= (byte)'a' and <= (byte)'d' when parameters.IsEmpty:
                return new KeyEvent(Letter((byte)(final - 0x20))!.Value, modifiers | KeyModifiers.Shift);
            // With another first number than 1 it is no key: "CSI 5;7R" tells where the cursor is.
            default:
                return Letter(final) is { } letter && parameters.Number(0, 1) == 1 && !IsRelease(parameters)
                    ? new KeyEvent(letter, modifiers) : null;
        }
    }

    static TerminalReply? Reply(CsiParameters parameters, byte final) => (char)final switch
    {
        'y' => parameters.Intermediates is [(byte)'$'] && parameters.Number(1, 0) is var state and <= (int)ModeState.AlwaysReset
            ? new TerminalReply.Mode(parameters.Number(0, 0), (ModeState)state) : null,
        _ when !parameters.Intermediates.IsEmpty => null,
        'c' => new TerminalReply.DeviceAttributes(),
        'u' => new TerminalReply.KeyboardFlags(parameters.Number(0, 0)),
        'R' => new TerminalReply.CursorPosition(Math.Max(0, parameters.Number(1, 1) - 1), Math.Max(0, parameters.Number(0, 1) - 1)),
        'n' when parameters.Number(0, 0) == 997 => new TerminalReply.ColorScheme(Dark: parameters.Number(1, 1) == 1),
        _ => null,
    };

    static KeyEvent? Kitty(CsiParameters parameters, KeyModifiers extra) =>
        IsRelease(parameters) ? null : Coded(parameters.Number(0, 0), Modifiers(parameters.Number(1, 1)) | extra);

    static KeyEvent? Coded(int code, KeyModifiers modifiers)
    {
        if (KittyKeys.Of(code) is { } key)
        {
            return new KeyEvent(key, modifiers);
        }

        if (KittyKeys.Keypad(code) is { } character)
        {
            return new KeyEvent(Key.Character, new Rune(character), modifiers);
        }

        if (code < 0x20 || KittyKeys.IsFunctional(code) || !Rune.TryCreate(code, out var rune) || Rune.IsControl(rune))
        {
            return null;
        }

        // Without Ctrl, Shift is already in the character that a terminal of the old kind sends.
        return modifiers.HasFlag(KeyModifiers.Shift) && !modifiers.HasFlag(KeyModifiers.Ctrl) && Rune.IsLetter(rune)
            ? new KeyEvent(Key.Character, Rune.ToUpperInvariant(rune), modifiers & ~KeyModifiers.Shift)
            : new KeyEvent(Key.Character, rune, modifiers);
    }

    // The second number's sub-number tells press, repeat and release, as 1, 2 and 3.
    static bool IsRelease(CsiParameters parameters) => parameters.SubNumber(1, 1, 1) == 3;

    static KeyModifiers Modifiers(int parameter) =>
        (KeyModifiers)((Math.Max(1, parameter) - 1) & (int)(KeyModifiers.Shift | KeyModifiers.Alt | KeyModifiers.Ctrl | KeyModifiers.Super));

    static Key? Numbered(int number) => number switch
    {
        1 or 7 => Key.Home,
        2 => Key.Insert,
        3 => Key.Delete,
        4 or 8 => Key.End,
        5 => Key.PageUp,
        6 => Key.PageDown,
        >= 11 and <= 15 => Key.F1 + (number - 11),
        >= 17 and <= 21 => Key.F6 + (number - 17),
        23 => Key.F11,
        24 => Key.F12,
        _ => null,
    };
}
