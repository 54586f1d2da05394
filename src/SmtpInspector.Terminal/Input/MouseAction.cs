namespace SmtpInspector.Terminal.Input;

/// <summary>What the mouse did.</summary>
public enum MouseAction
{
    Press,
    Release,

    /// <summary>Moved with a button held.</summary>
    Drag,

    /// <summary>Moved with none held.</summary>
    Move,
    WheelUp,
    WheelDown,
    WheelLeft,
    WheelRight,
}
