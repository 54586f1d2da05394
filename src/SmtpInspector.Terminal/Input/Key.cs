namespace SmtpInspector.Terminal.Input;

/// <summary>What is printed on a key, as far as terminals tell.</summary>
public enum Key
{
    /// <summary>A key that types a character, the space bar among them.</summary>
    Character,
    Enter,
    Tab,
    Escape,
    Backspace,
    Insert,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
}
