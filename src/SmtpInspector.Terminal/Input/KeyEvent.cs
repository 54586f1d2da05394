using System.Text;

namespace SmtpInspector.Terminal.Input;

/// <summary>
/// A key was pressed. A character typed with Shift is the character that it types, without the modifier; one
/// pressed with Ctrl is the lower-case letter.
/// </summary>
/// <param name="Key">Which.</param>
/// <param name="Rune">The character of a <see cref="Key.Character"/>; otherwise U+0000.</param>
/// <param name="Modifiers">What was held with it.</param>
public sealed record KeyEvent(Key Key, Rune Rune, KeyModifiers Modifiers) : TerminalEvent
{
    /// <summary>A key that types nothing.</summary>
    public KeyEvent(Key key, KeyModifiers modifiers = KeyModifiers.None)
        : this(key, default, modifiers)
    {
    }

    /// <summary>True when it types its character, and so belongs into a text.</summary>
    public bool IsText => Key == Key.Character && (Modifiers & ~KeyModifiers.Shift) == 0;

    /// <summary>A character by itself.</summary>
    public static KeyEvent Of(char character) => new(Key.Character, new Rune(character), KeyModifiers.None);

    /// <summary>A character with Ctrl.</summary>
    public static KeyEvent Ctrl(char character) => new(Key.Character, new Rune(character), KeyModifiers.Ctrl);

    /// <summary>A character with Alt.</summary>
    public static KeyEvent Alt(char character) => new(Key.Character, new Rune(character), KeyModifiers.Alt);

    /// <summary>True for exactly this character with exactly these modifiers.</summary>
    public bool Is(char character, KeyModifiers modifiers = KeyModifiers.None) =>
        Key == Key.Character && Rune.Value == character && Modifiers == modifiers;

    /// <summary>True for exactly this key with exactly these modifiers.</summary>
    public bool Is(Key key, KeyModifiers modifiers = KeyModifiers.None) => Key == key && Modifiers == modifiers;

    /// <summary>The key as one writes it: <c>Ctrl-A</c>, <c>Alt-1</c>, <c>Shift-Tab</c>, <c>PgUp</c>, <c>Space</c>, <c>x</c>.</summary>
    public override string ToString() => KeyName.Format(this);
}
