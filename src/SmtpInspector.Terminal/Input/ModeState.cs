namespace SmtpInspector.Terminal.Input;

/// <summary>A terminal mode as DECRPM reports it.</summary>
public enum ModeState
{
    Unknown = 0,
    Set = 1,
    Reset = 2,
    AlwaysSet = 3,
    AlwaysReset = 4,
}
