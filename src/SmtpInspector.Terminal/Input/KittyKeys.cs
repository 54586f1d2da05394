namespace SmtpInspector.Terminal.Input;

/// <summary>Codes of the kitty keyboard protocol: Unicode for what types a character, private use for the rest.</summary>
static class KittyKeys
{
    const int KeypadZero = 57399;

    public static Key? Of(int code) => code switch
    {
        9 => Key.Tab,
        13 or 57414 => Key.Enter,
        27 => Key.Escape,
        8 or 127 => Key.Backspace,
        57417 => Key.Left,
        57418 => Key.Right,
        57419 => Key.Up,
        57420 => Key.Down,
        57421 => Key.PageUp,
        57422 => Key.PageDown,
        57423 => Key.Home,
        57424 => Key.End,
        57425 => Key.Insert,
        57426 => Key.Delete,
        _ => null,
    };

    /// <summary>The character of a key of the number pad.</summary>
    public static char? Keypad(int code) => code switch
    {
        >= KeypadZero and <= KeypadZero + 9 => (char)('0' + code - KeypadZero),
        57409 => '.',
        57410 => '/',
        57411 => '*',
        57412 => '-',
        57413 => '+',
        57415 => '=',
        57416 => ',',
        _ => null,
    };

    /// <summary>Keys that type nothing: media keys, modifiers by themselves, and the like.</summary>
    public static bool IsFunctional(int code) => code is >= 0xE000 and <= 0xF8FF;
}
