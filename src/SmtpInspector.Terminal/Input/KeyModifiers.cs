namespace SmtpInspector.Terminal.Input;

/// <summary>Keys held down with another. The values are those that terminals report, less one.</summary>
[Flags]
public enum KeyModifiers
{
    None = 0,
    Shift = 1,
    Alt = 2,
    Ctrl = 4,
    Super = 8,
}
