namespace SmtpInspector.Terminal.Input;

/// <summary>The process was stopped and goes on: whatever was drawn is gone, and the size may be another.</summary>
public sealed record ResumeEvent : TerminalEvent;
