namespace SmtpInspector.Terminal.Input;

/// <summary>A button of the mouse.</summary>
public enum MouseButton
{
    None,
    Left,
    Middle,
    Right,
}
